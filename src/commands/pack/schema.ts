import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { packJsonSchema, translationJsonSchema } from '../../pack/check/schema.ts'
import { printJson } from '../shared/output.ts'

export interface PackSchemaOptions {
  /** Of the files of translations. */
  readonly translation?: boolean
}

/** Prints the JSON Schema of pack files, which makes an editor complete keys and underline mistakes. */
export async function run({ translation }: PackSchemaOptions, context: Context): Promise<ExitCode> {
  printJson(await (translation === true ? translationJsonSchema() : packJsonSchema()), context)
  return ExitCode.done
}
