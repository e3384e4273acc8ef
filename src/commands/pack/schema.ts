import type { Context } from '../../context.ts'
import { ExitCode } from '../../errors.ts'
import { packJsonSchema } from '../../pack/schema.ts'
import { printJson } from '../output.ts'

/** Prints the JSON Schema of pack files, which makes an editor complete keys and underline mistakes. */
export async function run(_: object, context: Context): Promise<ExitCode> {
  printJson(await packJsonSchema(), context)
  return ExitCode.done
}
