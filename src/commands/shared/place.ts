import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { listEntries } from '../../journal/list.ts'
import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { addedAs, ownIdOf, placeFor, type Place } from '../../pack/installed/identity.ts'
import { installedPacks } from '../../pack/installed/list.ts'
import type { Pack } from '../../pack/model.ts'
import type { GlobalOptions } from './command.ts'
import { journalOf } from './options.ts'

/** Where a new pack belongs. Looks at the packs and the entries that the learner has; changes nothing. */
export function placeOf(
  { pack, source }: { readonly pack: Pack; readonly source: string },
  options: GlobalOptions,
  context: Context
): Place {
  const installed = installedPacks(context).packs
  const own = addedAs(pack, pack.id, source)
  const isFolder = fs.statSync(source, { throwIfNoEntry: false })?.isDirectory() === true
  const same = installed.find((one) => isFolder && one.source === source && ownIdOf(one.pack) === pack.id)
  if (same !== undefined) return { kind: 'known', id: same.pack.id }
  const hidden = new Set(installed.flatMap(({ hides = [] }) => hides))
  const ids = new Set(installed.map((one) => one.pack.id))
  const bundled = bundledPacks(context.installDir).filter(({ id }) => !hidden.has(id) && !ids.has(id))
  const { entries } = listEntries(journalOf(options, context))
  return placeFor(own, [...installed.map((one) => one.pack), ...bundled], entries)
}
