import type { MenuItem } from '../../terminal/renderer.ts'
import { groupBy } from '../../util/group-by.ts'
import { importEntries } from '../exchange/import.ts'
import { helpCommand } from '../help/help.ts'
import { emptyTrash, restoreEntry } from '../journal/journal.ts'
import { entryLines } from '../journal/show.ts'
import { addPack } from '../pack/add.ts'
import { packItems } from '../pack/choosing.ts'
import { packLines } from '../pack/info.ts'
import { removePack } from '../pack/remove.ts'
import { updatePacks } from '../pack/update.ts'
import { settingItems } from '../settings/choosing.ts'
import { changeKey } from '../settings/config.ts'
import { entryItems } from '../shared/choosing.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import type { Listed } from '../../entry/model.ts'
import { joinDeleted } from '../../journal/identity.ts'
import { installedPacks } from '../../pack/installed/list.ts'
import type { Pack } from '../../pack/model.ts'
import { exportByMenus, sheetByMenus } from './export.ts'
import type { Home } from './home-state.ts'
import { readEntry } from './journal.ts'
import { commandItem, visit, type Action } from './menu.ts'
import { hosted } from '../shared/host.ts'
import { tell } from '../shared/output.ts'

/** What the home screen offers besides exercises and the journal: what the commands do. */
export function moreItems(home: Home): MenuItem<Action>[] {
  const { journal, options, context } = home
  const words = context.words.menus
  const { entries } = journal.list({ status: 'finished' })
  const tagged = entries.filter(({ tags }) => tags.length > 0)
  const deleted = deletedIn(home).length
  const ifAny = (number: number, item: MenuItem<Action>) => (number === 0 ? [] : [item])
  return [
    ...ifAny(
      entries.length,
      commandItem(words.export.item, () => exportByMenus(home), home)
    ),
    ...ifAny(
      entries.length,
      commandItem(words.sheet.item, () => sheetByMenus(home), home)
    ),
    ...ifAny(tagged.length, {
      label: words.tags.item,
      value: () => visit(() => tagItems(home), words.tags.which, home)
    }),
    ...ifAny(deleted, { label: words.trash.item, value: () => visit(() => trashItems(home), words.trash.which, home) }),
    { label: words.packs.item, value: () => visit(() => packMenu(home), words.packs.which, home) },
    commandItem(words.import.item, () => importEntries({ ...options, from: undefined }, context), home),
    { label: words.settings.item, value: () => visit(() => settingMenu(home), words.settings.which, home) },
    { label: words.help.item, value: () => visit(() => helpMenu(home), words.help.which, home) }
  ]
}

/** The tags, the most frequent first. Each leads to its entries. */
function tagItems(home: Home): MenuItem<Action>[] {
  const { journal, context } = home
  const { entries } = journal.list({ status: 'finished' })
  const byTag = groupBy(
    entries.flatMap((entry) => entry.tags.map((tag) => ({ tag, entry }))),
    ({ tag }) => tag
  )
  return [...byTag]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([tag, tagged]) => ({
      label: tag,
      note: context.words.session.home.entries(tagged.length),
      value: () => visit(() => entriesWith(tag, home), tag, home)
    }))
}

function entriesWith(tag: string, home: Home): MenuItem<Action>[] {
  const { entries } = home.journal.list({ status: 'finished' })
  const tagged = entries.filter(({ tags }) => tags.includes(tag))
  return entryItems(tagged, home.context).map(({ value, ...item }) => ({
    ...item,
    value: () => readEntry(value, entries, home)
  }))
}

function deletedIn({ journal }: Home): readonly Listed[] {
  return joinDeleted(journal.deleted().entries)
}

/** The deleted entries, to look at and restore, and an item that removes all of them. */
function trashItems(home: Home): MenuItem<Action>[] {
  const { journal, options, context } = home
  const deleted = deletedIn(home)
  if (deleted.length === 0) return []
  const items = entryItems(deleted, context).map(({ value, ...item }) => ({
    ...item,
    value: () => lookAtDeleted(value, home)
  }))
  return [...items, commandItem(context.words.menus.trash.empty, () => emptyTrash(journal, options, context), home)]
}

async function lookAtDeleted(entry: Listed, home: Home): Promise<void> {
  const { journal, renderer, options, context, packs } = home
  const lines = entryLines(journal.read(entry.file), packs, options, context)
  const restore = async () => restoreEntry(entry, journal, context)
  await look(
    lines,
    [{ label: context.words.menus.trash.restore, value: () => hosted(renderer, context, restore) }],
    home
  )
}

/** Shows lines and does what is chosen there. @throws LeftError if the user leaves the program. */
async function look(
  lines: (columns: number) => readonly string[],
  actions: readonly MenuItem<Action>[],
  { renderer }: Home
): Promise<void> {
  const picked = await renderer.look(lines, actions)
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
  if (picked.kind === 'chosen') await picked.value()
}

/** The packs, to look at, update and remove, and items that add one and update all. */
function packMenu(home: Home): MenuItem<Action>[] {
  const { packs, options, context } = home
  const words = context.words.menus.packs
  const items = packItems(packs, context).map(({ value, ...item }) => ({
    ...item,
    value: () => lookAtPack(value, home)
  }))
  const add = commandItem(words.add, () => addPack({ ...options, source: undefined }, context), home)
  if (installedPacks(context).packs.length === 0) return [...items, add]
  return [...items, add, commandItem(words.updateAll, () => updatePacks({ ...options, id: undefined }, context), home)]
}

function lookAtPack(pack: Pack, home: Home): Promise<void> {
  const { options, context } = home
  const { id } = pack
  const words = context.words.menus.packs
  const isAdded = installedPacks(context).packs.some((each) => each.pack.id === id)
  const actions = [
    commandItem(words.update, () => updatePacks({ ...options, id }, context), home),
    commandItem(words.remove, () => removePack({ ...options, id }, context), home)
  ]
  return look(() => packLines(pack, options, context), isAdded ? actions : [], home)
}

/** The settings with their values. Each can be changed. */
function settingMenu(home: Home): MenuItem<Action>[] {
  const { renderer, options, context } = home
  const { atNextStart } = context.words.menus.settings
  return settingItems(options, context).map(({ value: key, ...item }) => ({
    ...item,
    value: () =>
      hosted(renderer, context, async () => {
        await changeKey(key, options, context)
        if (key === 'plain' || key === 'color' || key === 'language') tell(atNextStart, context)
      })
  }))
}

/** The topics of the help, and the table of all commands. */
function helpMenu(home: Home): MenuItem<Action>[] {
  const { options, context, program } = home
  const { help } = context.words.menus
  const topic = (name: string, label: string) =>
    commandItem(
      label,
      async () => helpCommand.run({ ...options, topic: name === '' ? [] : [name] }, context, program(context)),
      home
    )
  return [topic('', help.commands), ...Object.entries(help.topics).map(([name, label]) => topic(name, label))]
}
