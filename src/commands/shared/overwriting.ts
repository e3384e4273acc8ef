import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { headOf } from '../../journal/list.ts'

/** @throws UsageError if a file exists that must not be overwritten: any without `force`, an entry of a journal also with it. */
export function refuseToOverwrite(
  file: string,
  { force }: { readonly force?: boolean },
  { words }: Pick<Context, 'words'>
): void {
  const said = words.commands.export
  if (!fs.existsSync(file)) return
  if (force !== true) throw new UsageError(said.exists(file))
  if (fs.statSync(file).isFile() && headOf(file) !== undefined) throw new UsageError(said.isEntry(file))
}
