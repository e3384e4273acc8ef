import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { walkOf } from '../../interview/entry.ts'
import type { Listed } from '../../entry/model.ts'
import { textOf } from '../../journal/reading.ts'
import type { Journal } from '../../journal/store.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { visible } from '../../display/width.ts'
import { sit } from './session.ts'
import { entryWords } from '../../words/index.ts'

/** What an entry is changed with. */
interface Editing {
  readonly journal: Journal
  readonly renderer: Renderer
  readonly context: Context
}

/**
 * Changes a finished entry, prompt by prompt, beginning with a look at all answers. The questions are the entry's own, as
 * they were asked then, whatever its pack asks by now. A change that was interrupted is gone on with.
 *
 * @throws LeftError when the learner leaves; what was changed is kept as a draft.
 */
export async function editEntry(listed: Listed, { journal, renderer, context }: Editing): Promise<void> {
  const { entries } = journal.list({ status: 'draft' })
  const draft = entries.find(({ id }) => id === listed.id)
  const found = draft === undefined ? journal.edit(listed.file) : journal.resumeDraft(draft.file)
  const prompts = found.sections.flatMap(({ prompt }) => prompt ?? [])
  if (prompts.length === 0)
    throw new UsageError(context.words.commands.edit.noQuestions(visible(draft?.file ?? listed.file)))
  const exercise = { id: found.head.exercise, title: found.head.title, prompts }
  const { status: _status, at: _at, begun: _begun, finished: _finished, ...heading } = found.head
  const scene = { exercise, earlier: new Map(), words: entryWords(found.head.language), asAsked: true } as const
  const sitting = { scene, heading, found, finished: listed.finished, journal, renderer, context }
  const before = textOf(listed.file)?.text
  const { file } = await sit(sitting, { ...walkOf(exercise, found), step: { at: 'review' } })
  const said = context.words.commands.edit
  renderer.say(file === listed.file && textOf(file)?.text === before ? said.unchanged : said.changed(file))
}
