import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { packPage } from '../../export/html/pack.ts'
import { explained } from '../../storage/fs-errors.ts'
import type { Pack } from '../../pack/model.ts'
import { refuseOld } from '../shared/overwriting.ts'
import { placeNamed } from './preview-from.ts'
import type { From } from './preview-from.ts'

/**
 * Writes a pack, or the exercise that was asked for, as one page.
 *
 * @throws UsageError where the file is there, unless it may be overwritten, or the exercise is not in the pack;
 * ReflectError where it cannot be written.
 */
export async function writePage(
  pack: Pack,
  name: string,
  { path: place, from, ...writing }: From & { readonly force?: boolean },
  context: Context
): Promise<void> {
  const { cwd, words } = context
  const file = path.resolve(cwd, name)
  const exercises = from === undefined ? pack.exercises : [placeNamed(from, pack, place, context).exercise]
  const page = await packPage(pack, exercises, words)
  refuseOld(file, writing, context)
  // Not as private as the learner's own files: it is there to be passed on.
  explained(file, () => fs.writeFileSync(file, page, { flag: writing.force === true ? 'w' : 'wx' }))
}
