import { ExitCode, LeftError, ReflectError } from '../../context/errors.ts'
import { dayOf } from '../../dates/time.ts'
import { isAnswer, withoutSelfCheck } from '../../export/entry.ts'
import { nextDueFrom } from '../../progress/due.ts'
import { progressOf } from '../../progress/progress.ts'
import { nextFor, passedOver } from '../../progress/routes.ts'
import { exercisesNamed } from '../../interview/answer-lookup.ts'
import { withBuiltIn } from '../../interview/opening-prompts.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { ListedFinished } from './finished.ts'
import type { Journal } from '../../journal/store.ts'
import { present } from '../../util/records.ts'
import type { Context } from '../../context/context.ts'
import type { Listed } from '../../entry/model.ts'
import { nameAmong } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import type { FoundRoute } from '../../pack/routes.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { exportCopy } from '../exchange/export-copy.ts'
import { openIntentions, wishesOf } from '../shared/wishes.ts'
import { selfCheckFor, withSelfCheck } from './self-check.ts'
import { sceneOf, type ExerciseToDo, type SessionStart } from './opening.ts'
import type { Finished } from './saving.ts'
import { runSession } from './session.ts'

interface Exercising extends ExerciseToDo {
  readonly journal: Journal
  readonly renderer: Renderer
  readonly options: GlobalOptions
}

/** The pack, in the user's language, and the route in which the next exercise is named, with the packs through which it may lead. */
interface Next {
  readonly pack: Pack
  readonly packs: readonly Pack[]
  readonly route?: FoundRoute | undefined
}

/**
 * Leads through an exercise to its end. Says first which answers of a draft the exercise no longer asks for. The last page says what
 * was saved and what comes next in a pack, on `route` if there is one.
 *
 * @throws LeftError if the user leaves at the last page. Otherwise as `runSession`, and ReflectError before
 *   the first question if the journal cannot be written.
 */
export async function runToEnd(opened: SessionStart, exercising: Exercising, next: Next): Promise<void> {
  const { journal, renderer, context } = exercising
  journal.checkWritable()
  const { walk, retired = [], opening, closing = [], ...start } = opened
  const hasSources = exercisesNamed(exercising.exercise).length > 0
  if (retired.length > 0) renderer.say(context.words.session.retired(retired, hasSources))
  const plain = sceneOf({ ...exercising, lookup: new ListedFinished(journal) }, start.heading)
  const checks = () => selfCheckFor({ ...exercising, ...next }, start.heading.language)
  const builtIn = present({ opening, closing: withSelfCheck(closing, checks) })
  const scene = { ...plain, exercise: withBuiltIn(plain.exercise, builtIn) }
  const finished = await runSession({ scene, ...start, needsAnswer: true, journal, renderer, context }, walk)
  await showClosing(finished, { ...exercising, ...next })
}

/** Shows where the entry is, what is private, and what comes next, until the user goes on. The entry can be exported there. */
async function showClosing(done: Finished, closing: Exercising & Next): Promise<void> {
  const { renderer, context } = closing
  const { closing: words } = context.words.session
  const lines = closingLines(done, closing)
  const rows = [
    { label: words.goOn, value: 'on' },
    { label: words.export, value: 'export' }
  ] as const
  for (let copies: readonly string[] = []; ;) {
    const picked = await renderer.page({ title: words.finished, lines: [...lines, ...copies] }, rows)
    if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
    if (picked.kind === 'back' || picked.value === 'on') return
    copies = [...copies, ...(await copied(done, closing))]
  }
}

/** Exports the entry. Says where the copy is, or why it could not be made. */
async function copied({ entry, file }: Finished, closing: Exercising): Promise<string[]> {
  const { words } = closing.context
  try {
    const copy = await exportCopy({ ...closing, entry: { id: entry.head.id, file } })
    return copy === undefined ? [] : [words.session.copy.isIn(copy)]
  } catch (error) {
    if (!(error instanceof ReflectError) || error instanceof LeftError) throw error
    return [error.inWords(words)]
  }
}

function closingLines({ entry, file }: Finished, closing: Exercising & Next): string[] {
  const { pack, journal, context } = closing
  const { words } = context
  const said = words.session.closing
  const answers = withoutSelfCheck(entry).sections.filter(isAnswer)
  const hidden = answers.filter((section) => section.private).length
  const entries = withoutUnanswered(journal.list().entries)
  const wishes = wishesOf([pack], entries, openIntentions(journal.dir, entries).questions, context)
  const due = nextDueFrom(entry.head.id, pack, entries, context.now(), wishes)
  return [
    said.savedAt(file),
    said.privacy(hidden, answers.length),
    '',
    ...nextLines(closing, entries, context),
    ...(due === undefined ? [] : [said.comeBack(due.exercise.title, words.days.withWeekday(dayOf(due.since)))])
  ]
}

/** What comes next, on the route or in the pack, and which packs are passed over. */
function nextLines({ pack, packs, route }: Next, entries: readonly Listed[], { words, now }: Context): string[] {
  const said = words.session.closing
  const all = packs.map((each) => progressOf(each, entries, now()))
  const next = nextFor(pack, route, all)
  const lacking = route === undefined ? [] : passedOver(route, all)
  return [
    ...(route !== undefined && next?.route === undefined ? [said.routeDone(route.route.title)] : []),
    ...(lacking.length === 0 ? [] : [words.session.passedOver(lacking)]),
    next === undefined
      ? said.allDone(pack.title)
      : said.next(next.exercise.title, nameAmong(next, packs), next.route?.route.title)
  ]
}
