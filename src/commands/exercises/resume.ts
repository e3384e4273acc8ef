import type { FoundExercise } from '../../pack/find.ts'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { DRAFTS } from '../../journal/names.ts'
import type { Listed } from '../../entry/model.ts'
import type { Journal } from '../../journal/store.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import { routeNamedIn } from '../../pack/routes.ts'
import { dayOf } from '../../dates/time.ts'
import { editEntry } from '../session/editing.ts'
import { runToEnd } from '../session/closing.ts'
import { questionFinder } from '../session/intentions.ts'
import { resumeSession } from '../session/opening.ts'
import { chosen, entryNamed } from '../shared/choosing.ts'
import { packsAround, withRenderer } from '../shared/options.ts'
import { tell } from '../shared/output.ts'
import { defineCommand, flag, optional, type GlobalOptions } from '../shared/command.ts'
import { ListedFinished } from '../session/finished.ts'
import { isMissed, openedJournal, reportUnread } from '../shared/journal.ts'

/** Continues a draft: the one that is named, the only one, or one that the user chooses. */
export const resumeCommand = defineCommand({
  help: (words) => words.resume.what,
  args: { entry: optional('entry', (words) => words.resume.entry) },
  options: { editor: flag((words) => words.start.editor) },
  async run(options, context) {
    const journal = openedJournal(options, context)
    const { entries, unread } = journal.list({ status: 'draft' })
    const named =
      options.entry === undefined ? undefined : await entryNamed(options.entry, entries, { options, context })
    const drafts = unread.filter(({ file }) => isInDrafts(file))
    reportUnread(drafts, context)
    if (named === undefined && entries.length === 0) {
      const isLost = drafts.length > 0 || isMissed(isInDrafts, context)
      return tell(isLost ? context.words.session.draftsAreLost : context.words.session.nothingToResume, context)
    }
    return withRenderer(options, context, async (renderer) => {
      const draft = named ?? (await chosenDraft(entries, renderer, context))
      await resumeDraft(draft, { journal, options, renderer, context })
    })
  }
})

/** What sessions are led with. */
export interface SessionArguments {
  readonly journal: Journal
  readonly options: GlobalOptions
  readonly renderer: Renderer
  readonly context: Context
}

/** Continues a draft to its end: of an exercise, or of the change of an entry. */
export async function resumeDraft(draft: Listed, args: SessionArguments): Promise<void> {
  const entry = args.journal.edited(draft)
  if (entry !== undefined) return editEntry(entry, args)
  const { renderer, context } = args
  const as = draft.packId === undefined ? undefined : draft.pack
  const packs = packsAround({ pack: draft.packPath, as }, context, draft.language)
  const found = exerciseOf(draft, packs)
  if (found === undefined) throw new UsageError(context.words.session.packGone(draft.pack, draft.exercise, draft.file))
  const start = { ...args, ...found, lookup: new ListedFinished(args.journal) }
  renderer.say(context.words.session.goingOn(draft.title, context.words.days.inWords(dayOf(draft.started))))
  await runToEnd(resumeSession(start, draft, { questionOf: questionFinder(args.journal) }), start, {
    ...start,
    packs,
    route: draft.route === undefined ? undefined : routeNamedIn(draft.pack, draft.route, packs)
  })
}

/**
 * The exercise of a draft. `packs` are in the language in which the draft was started, so that no entry has two languages.
 * Undefined if the exercise is gone.
 */
export function exerciseOf(draft: Listed, packs: readonly Pack[]): FoundExercise | undefined {
  const pack = packs.find(({ id }) => id === draft.pack)
  const exercise = pack?.exercises.find(({ id }) => id === newExercise(draft.exercise, pack))
  return pack === undefined || exercise === undefined ? undefined : { pack, exercise }
}

async function chosenDraft(drafts: readonly Listed[], renderer: Renderer, { words }: Context): Promise<Listed> {
  const [only] = drafts
  if (only !== undefined && drafts.length === 1) return only
  const items = drafts.map((draft) => ({ value: draft, label: draft.title, note: begunIn(draft, drafts, words) }))
  return chosen(await renderer.choose(words.session.whichDraft, items))
}

/** The day on which a draft was begun, with the time if another of the exercise was begun that day. */
function begunIn(draft: Listed, drafts: readonly Listed[], { session, days }: Context['words']): string {
  const { exercise, started } = draft
  const others = drafts.filter((other) => other !== draft && other.exercise === exercise)
  const isAlike = others.some((other) => dayOf(other.started) === dayOf(started))
  return session.begunOn(`${days.inWords(dayOf(started))}${isAlike ? `, ${started.slice(11, 16)}` : ''}`)
}

function isInDrafts(file: string): boolean {
  return file.split(/[\\/]/).at(-2) === DRAFTS
}
