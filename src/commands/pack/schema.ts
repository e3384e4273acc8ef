import type { Context } from '../../context.ts'
import { ExitCode } from '../../errors.ts'
import { packJsonSchema, translationJsonSchema } from '../../pack/schema.ts'
import { printJson } from '../output.ts'

export interface PackSchemaOptions {
  /** Of the files of translations. */
  readonly translation?: boolean
}

/** Prints the JSON Schema of pack files, which makes an editor complete keys and underline mistakes. */
export async function run({ translation }: PackSchemaOptions, context: Context): Promise<ExitCode> {
  printJson(await (translation === true ? translationJsonSchema() : packJsonSchema()), context)
  return ExitCode.done
}
