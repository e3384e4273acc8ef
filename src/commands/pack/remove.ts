import { listEntries } from '../../journal/list.ts'
import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { remove } from '../../pack/installed/store.ts'
import { inLanguage } from '../../pack/translation/choose.ts'
import { say } from '../shared/output.ts'
import { addedPackNamed } from './choosing.ts'
import { askForConsent } from './installing.ts'
import type { Context } from '../../context/context.ts'
import { defineCommand, flag, optional, type GlobalOptions } from '../shared/command.ts'
import { checkedJournal } from '../shared/journal.ts'

/** Removes an added pack, and says how many entries stay. */
export const packRemoveCommand = defineCommand({
  help: (words) => words.pack.remove,
  args: { id: optional('id', (words) => words.pack.id) },
  options: { yes: flag((words) => words.pack.yes) },
  run: removePack
})

/** Removes the pack that is named, or that the user chooses, after a question. */
export async function removePack(
  options: GlobalOptions & { readonly id: string | undefined; readonly yes?: boolean },
  context: Context
): Promise<void> {
  const words = context.words.packs.remove
  const { pack } = await addedPackNamed(options.id, words.bundled, { options, context })
  const { title } = inLanguage(pack, context.language)
  const { entries } = listEntries(checkedJournal(options, context), { pack: pack.id })
  const drafts = entries.filter(({ status }) => status === 'draft').length
  say(words.entriesStay(entries.length - drafts, drafts), options, context)
  const asking = { question: words.ask(title), sayYes: words.sayYes, declined: words.declined }
  if (!(await askForConsent(asking, options, context))) return say(words.declined, options, context)
  remove(pack.id, context)
  say(words.removed(title), options, context)
  if (bundledPacks(context.installDir).some(({ id }) => id === pack.id)) say(words.bundledIsBack, options, context)
}
