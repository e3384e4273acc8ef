import { promptIdsOf } from '../../questions/shared/attached.ts'
import { UsageError } from '../../context/errors.ts'
import { walkOf } from '../../interview/entry.ts'
import { isRetired } from '../../entry/retired.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import { textOf } from '../../journal/reading.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import { privacySources } from '../../pack/privacy.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { visible } from '../../text/visible.ts'
import { packsOf } from '../shared/options.ts'
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
  const prompts = promptsOf(found, packsOf({}, context))
  if (prompts.length === 0)
    throw new UsageError(context.words.commands.edit.noQuestions(visible(draft?.file ?? listed.file)))
  const exercise = { id: found.head.exercise, title: found.head.title, prompts }
  const { status: _status, at: _at, begun: _begun, core: _core, finished: _finished, ...heading } = found.head
  const scene = { exercise, earlier: new Map(), words: entryWords(found.head.language), asAsked: true } as const
  const session = { scene, heading, found, finished: listed.finished, journal, renderer, context }
  const before = textOf(listed.file)?.text
  const { file } = await runSession(session, { ...walkOf(exercise, found), step: { at: 'review' } })
  const said = context.words.commands.edit
  renderer.say(file === listed.file && textOf(file)?.text === before ? said.unchanged : said.changed(file))
}

/**
 * The prompts of an entry as they were asked. An entry does not say what they build on, so that comes from the installed pack: an answer
 * that becomes private takes with it what is about it. What was public beside a private answer stays as it was written.
 */
function promptsOf({ head, sections }: Entry, packs: readonly Pack[]): readonly Prompt[] {
  const pack = packs.find(({ id }) => id === head.pack)
  const written = pack?.exercises.find(({ id }) => id === head.exercise)?.prompts ?? []
  const isPrivate = (id: string) => sections.some((section) => section.id === id && section.private)
  return sections.flatMap((section) => {
    const { prompt } = section
    if (prompt === undefined || isRetired(section)) return []
    const sources = written.filter(({ id }) => id === prompt.id).flatMap(privacySources)
    const about = sources.filter(
      (source) => source.exercise === undefined && (section.private || !promptIdsOf(source).some(isPrivate))
    )
    return about.length === 0 ? [prompt] : [{ ...prompt, about }]
  })
}
