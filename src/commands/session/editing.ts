import { UsageError } from '../../context/errors.ts'
import { walkOf } from '../../interview/entry.ts'
import { isRetired } from '../../entry/retired.ts'
import type { Listed } from '../../entry/model.ts'
import { textOf } from '../../journal/reading.ts'
import type { Journal } from '../../journal/store.ts'
import { visible } from '../../text/visible.ts'
import type { Session } from './saving.ts'
import { runSession } from './session.ts'
import { entryWords } from '../../words/index.ts'

/**
 * Changes a finished entry prompt by prompt, starting with the review of all answers. The questions are those that the entry
 * was written with, whatever its pack asks now. A change that was interrupted is continued.
 *
 * @throws LeftError if the user leaves. The change is kept as a draft.
 */
export async function editEntry(
  listed: Listed,
  { journal, renderer, context }: Pick<Session, 'renderer' | 'context'> & { readonly journal: Journal }
): Promise<void> {
  const { entries } = journal.list({ status: 'draft' })
  const draft = entries.find(({ id }) => id === listed.id)
  const found = draft === undefined ? journal.edit(listed.file) : journal.resumeDraft(draft.file)
  const prompts = found.sections.filter((section) => !isRetired(section)).flatMap(({ prompt }) => prompt ?? [])
  if (prompts.length === 0)
    throw new UsageError(context.words.commands.edit.noQuestions(visible(draft?.file ?? listed.file)))
  const exercise = { id: found.head.exercise, title: found.head.title, prompts }
  const { status: _status, at: _at, begun: _begun, finished: _finished, ...heading } = found.head
  const scene = { exercise, earlier: new Map(), words: entryWords(found.head.language), asAsked: true } as const
  const session = { scene, heading, found, finished: listed.finished, journal, renderer, context }
  const before = textOf(listed.file)?.text
  const { file } = await runSession(session, { ...walkOf(exercise, found), step: { at: 'review' } })
  const said = context.words.commands.edit
  renderer.say(file === listed.file && textOf(file)?.text === before ? said.unchanged : said.changed(file))
}
