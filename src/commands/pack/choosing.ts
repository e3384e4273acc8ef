import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { installedPacks, type Installed } from '../../pack/installed/list.ts'
import type { Pack } from '../../pack/model.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { chosenFor, type Asking } from '../shared/choosing.ts'
import { packsOf } from '../shared/options.ts'
import { installedPack } from './installing.ts'

/** The pack whose id begins with a name. Without a name, the user chooses one. @throws UsageError if no pack is found; as `chosenFor`. */
export async function packNamed(id: string | undefined, asking: Asking): Promise<Pack> {
  const { context } = asking
  const packs = packsOf(id === undefined ? {} : { only: id }, context)
  const [only] = packs
  if (id !== undefined && only !== undefined) return only
  return chosenFor('id', context.words.menus.packs.which, packItems(packs, context), asking)
}

/** An added pack by the beginning of its id, or without a name one that the user chooses. @throws as `packNamed`. */
export async function addedPackNamed(
  id: string | undefined,
  bundled: (id: string) => string,
  asking: Asking
): Promise<Installed> {
  const { context } = asking
  if (id !== undefined) return installedPack(id, bundled, context)
  const { packs } = installedPacks(context)
  const items = packs.map((one) => ({ ...itemOf(inLanguage(one.pack, context.language), true, context), value: one }))
  if (items.length === 0) throw new UsageError(context.words.packs.update.nothingAdded)
  return chosenFor('id', context.words.menus.packs.which, items, asking)
}

/** Packs as items of a menu, with their versions, and whether the user added them. */
export function packItems(packs: readonly Pack[], context: Context): MenuItem<Pack>[] {
  const bundled = new Set(bundledPacks(context.installDir).map(({ id }) => id))
  const added = new Set(installedPacks(context).packs.map(({ pack }) => pack.id))
  return packs.map((pack) => itemOf(pack, added.has(pack.id) || !bundled.has(pack.id), context))
}

function itemOf(pack: Pack, isAdded: boolean, { words }: Context): MenuItem<Pack> {
  const { added, exercises } = words.commands.pack
  const note = [pack.version, exercises(pack.exercises.length), ...(isAdded ? [added] : [])].join(', ')
  return { value: pack, label: pack.title, note }
}
