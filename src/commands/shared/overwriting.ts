import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { headOf } from '../../journal/list.ts'

/**
 * Nothing is written over unasked. An entry is more than what is made of it, and the only one there is: not even force puts
 * anything over it.
 *
 * @throws UsageError where a file is there that must not be written over.
 */
export function refuseOld(
  file: string,
  { force }: { readonly force?: boolean },
  { words }: Pick<Context, 'words'>
): void {
  const said = words.commands.export
  if (!fs.existsSync(file)) return
  if (force !== true) throw new UsageError(said.exists(file))
  if (fs.statSync(file).isFile() && headOf(file) !== undefined) throw new UsageError(said.isEntry(file))
}
