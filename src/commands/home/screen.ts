import { ExitCode, LeftError, WentBackError } from '../../context/errors.ts'
import type { Due } from '../../progress/due.ts'
import type { Listed } from '../../entry/model.ts'
import type { MenuItem, Renderer } from '../../terminal/renderer.ts'
import { nextIn, progressOf } from '../../progress/progress.ts'
import type { PackProgress } from '../../progress/progress.ts'
import type { Pack } from '../../pack/model.ts'
import { dayOf } from '../../dates/time.ts'
import { exerciseItems } from '../exercises/choosing.ts'
import type { ExerciseInPack } from '../exercises/choosing.ts'
import { MOST, nextOf, readHomeState } from './home-state.ts'
import type { Home, HomeState } from './home-state.ts'
import { browseJournal, readEntry } from './journal.ts'
import { resumeDraft } from '../exercises/resume.ts'
import { startExercise } from '../exercises/start.ts'
import { readReport } from '../journal/progress-report.ts'
import { reportLines } from '../journal/progress-view.ts'

/** What an item of a menu does. It ends when the user comes back. @throws LeftError if the user leaves the program. */
type Action = () => Promise<void>

/** Shows the home screen, again after each action, until the user leaves. */
export async function visitHome(home: Home): Promise<void> {
  const { packs, journal, context } = home
  const items = () => homeItems(readHomeState(packs, journal.dir, context), home)
  await visit(items, context.words.session.home.question, home)
}

/**
 * Shows a menu, again after each action with the pointer where it was, until the user goes up a level.
 *
 * @throws LeftError if the user leaves the program.
 */
async function visit(
  items: () => readonly MenuItem<Action>[],
  question: string,
  { renderer }: { readonly renderer: Renderer }
): Promise<void> {
  for (let at = 0; ;) {
    const all = items()
    const picked = await renderer.choose(question, all, at)
    if (picked.kind === 'back') return
    if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
    at = all.findIndex(({ value }) => value === picked.value)
    try {
      await picked.value()
    } catch (error) {
      if (!(error instanceof WentBackError)) throw error
    }
  }
}

function homeItems(state: HomeState, home: Home): MenuItem<Action>[] {
  const words = home.context.words.session.home
  const { drafts, due, finished, onThisDay } = state
  const fresh = nextOf(state)
  return [
    ...drafts.slice(0, MOST).map((draft) => draftItem(draft, home)),
    ...(drafts.length > MOST
      ? [
          {
            label: words.unfinished(drafts.length),
            value: () => visit(() => draftItems(home), words.whichDraft, home)
          }
        ]
      : []),
    ...due.slice(0, MOST).map((item) => dueItem(item, home)),
    ...onThisDay.slice(0, MOST).map((entry) => thisDayItem(entry, finished, home)),
    ...(fresh === undefined ? [] : [nextItem(fresh, home)]),
    { label: words.all, value: () => visit(() => packItems(state, home), words.whichPack, home) },
    ...(finished.length === 0
      ? []
      : [
          { label: words.journal, note: words.entries(finished.length), value: () => browseJournal(home) },
          { label: words.progress, value: () => showProgress(home) }
        ]),
    { label: words.quit, value: () => Promise.reject(new LeftError('', ExitCode.done)) }
  ]
}

function draftItems(home: Home): MenuItem<Action>[] {
  const { entries } = home.journal.list({ status: 'draft' })
  return entries.map((draft) => draftItem(draft, home))
}

function draftItem(draft: Listed, home: Home): MenuItem<Action> {
  const { session, days } = home.context.words
  return {
    label: session.home.goOn(draft.title),
    note: session.begunOn(days.inWords(dayOf(draft.started))),
    value: () => resumeDraft(draft, home)
  }
}

function dueItem({ pack, exercise, entry }: Due, home: Home): MenuItem<Action> {
  const { session, days } = home.context.words
  return {
    label: session.home.due(exercise.title),
    note: session.home.doneOn(entry.title, days.inWords(dayOf(entry.started))),
    value: () => startExercise({ pack, exercise, ...home })
  }
}

function thisDayItem(entry: Listed, finished: readonly Listed[], home: Home): MenuItem<Action> {
  const { session, days } = home.context.words
  return {
    label: session.home.onThisDay(entry.title),
    note: days.inWords(dayOf(entry.started)),
    value: () => readEntry(entry, finished, home)
  }
}

function nextItem({ pack, exercise }: ExerciseInPack, home: Home): MenuItem<Action> {
  return {
    label: home.context.words.session.home.next(exercise.title),
    note: pack.title,
    value: () => startExercise({ pack, exercise, ...home })
  }
}

/** The packs. Each leads to its exercises. */
function packItems({ progress }: HomeState, home: Home): MenuItem<Action>[] {
  const { home: words } = home.context.words.session
  return progress.map(({ pack, exercises }) => {
    const done = exercises.filter(({ entries }) => entries > 0).length
    return {
      label: pack.title,
      note: [words.done(done, exercises.length), pack.summary ?? ''].filter((part) => part !== '').join('. '),
      value: () => visit(() => exercisesIn(pack, home), pack.title, home)
    }
  })
}

/** The routes through a pack that are not finished, and all its exercises. */
function exercisesIn(pack: Pack, home: Home): MenuItem<Action>[] {
  const { entries } = home.journal.list()
  const progress = progressOf(pack, entries, home.context.now())
  const routes = Object.keys(pack.routes).flatMap((route) => routeItem(route, progress, home))
  const items = exerciseItems([pack], entries, home.context)
  const exercises = items.map(({ value, ...item }) => ({ ...item, value: () => startExercise({ ...value, ...home }) }))
  return [...routes, ...exercises]
}

function routeItem(name: string, progress: PackProgress, home: Home): MenuItem<Action>[] {
  const { home: words } = home.context.words.session
  const { pack } = progress
  const next = nextIn(progress, name)
  const route = pack.routes[name]
  if (next === undefined || route === undefined) return []
  const { exercise } = next
  const done = progress.exercises.filter((each) => each.entries > 0 && route.exercises.includes(each.exercise.id))
  return [
    {
      label: words.route(route.title),
      note: `${words.done(done.length, route.exercises.length)}. ${words.nextOnRoute(exercise.title)}`,
      value: () => startExercise({ pack, exercise, ...home, options: { ...home.options, route: name } })
    }
  ]
}

async function showProgress({ renderer, options, context, packs, journal }: Home): Promise<void> {
  const { entries } = journal.list()
  const report = readReport(packs, entries, journal, context)
  const picked = await renderer.look(reportLines(report, options, context), [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}
