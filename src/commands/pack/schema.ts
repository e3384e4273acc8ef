import { jsonSchema } from '../../pack/check/schema.ts'
import { printJson } from '../shared/output.ts'
import { defineCommand, flag } from '../shared/command.ts'

/** Prints the JSON Schema of pack files, with which editors complete keys and mark mistakes. */
export const packSchemaCommand = defineCommand({
  help: (words) => words.pack.schema,
  options: { translation: flag((words) => words.pack.schemaTranslation) },
  run({ translation }, context) {
    printJson(jsonSchema(translation === true ? 'translation' : 'file'), context)
  }
})
