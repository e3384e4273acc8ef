import { withoutUnanswered } from '../../journal/answered.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import type { Listed } from '../../entry/model.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { progressOf, type PackProgress } from '../../progress/progress.ts'
import { nextOnRoute, passedOver, routeProgress } from '../../progress/routes.ts'
import { routesOf, type FoundRoute } from '../../pack/routes.ts'
import type { Pack } from '../../pack/model.ts'
import { dayOf } from '../../dates/time.ts'
import { entryItems } from '../shared/choosing.ts'
import { exerciseItems } from '../exercises/choosing.ts'
import { MOST, nextOf, noteOf, readHomeState, type Home, type HomeState } from './home-state.ts'
import { readEntry } from './journal.ts'
import { visit, type Action } from './menu.ts'
import { moreItems } from './more.ts'
import { countDone, stateOfAll } from '../../progress/report.ts'
import { resumeDraft } from '../exercises/resume.ts'
import { startExercise } from '../exercises/start.ts'
import { entriesWithIntentions } from '../../journal/plans.ts'
import { promisesIn } from '../../progress/promises.ts'
import { promiseLines } from '../journal/promises.ts'
import { readReport } from '../journal/progress.ts'
import { reportLines } from '../journal/progress-view.ts'

/** Shows the home screen, again after each action, until the user leaves. */
export async function visitHome(home: Home): Promise<void> {
  const { context } = home
  // Packs and journal are read each time, because other items of the menu change them.
  const items = () => homeItems(readHomeState(home.packs, home.journal, context), home)
  await visit(items, context.words.session.home.question, home, { isFirst: true })
}

function homeItems(state: HomeState, home: Home): MenuItem<Action>[] {
  const words = home.context.words.session.home
  const { drafts, due, finished, onThisDay, plans } = state
  const allDrafts = () => home.journal.list({ status: 'draft' }).entries.map((draft) => draftItem(draft, home))
  const fresh = nextOf(state)
  const next = fresh && {
    label: words.next(fresh.exercise.title),
    state: 'open' as const,
    note: noteOf(fresh, home.context),
    value: () => startExercise({ ...home, ...fresh })
  }
  return [
    ...drafts.slice(0, MOST).map((draft) => draftItem(draft, home)),
    ...(drafts.length > MOST
      ? [{ label: words.unfinished(drafts.length), value: () => visit(allDrafts, words.whichDraft, home) }]
      : []),
    ...due.slice(0, MOST).map(({ pack, exercise, entry, asks }) => ({
      label: asks === true ? words.asks(exercise.title) : words.due(exercise.title),
      state: 'open' as const,
      note: words.doneOn(entry.title, startOf(entry, home)),
      value: () => startExercise({ pack, exercise, ...home })
    })),
    ...onThisDay.slice(0, MOST).map((entry) => ({
      label: words.onThisDay(entry.title),
      state: 'done' as const,
      note: startOf(entry, home),
      value: () => readEntry(entry, finished, home)
    })),
    ...(next === undefined ? [] : [next]),
    { label: words.all, value: () => visit(() => packItems(home), words.whichPack, home) },
    ...(finished.length === 0
      ? []
      : [
          {
            label: words.journal,
            note: words.entries(finished.length),
            value: () => visit(() => journalItems(home), words.whichEntry, home)
          },
          { label: words.progress, value: () => showProgress(home) }
        ]),
    ...(plans.length === 0
      ? []
      : [
          {
            label: home.context.words.commands.promises.stillOpen(plans.length),
            state: 'open' as const,
            value: () => showPlans(home)
          }
        ]),
    { label: words.more, value: () => visit(() => moreItems(home), words.question, home) },
    { label: words.quit, value: () => Promise.reject(new LeftError('', ExitCode.done)) }
  ]
}

function draftItem(draft: Listed, home: Home): MenuItem<Action> {
  const { session } = home.context.words
  return {
    label: session.home.goOn(draft.title),
    state: 'begun',
    note: session.begunOn(startOf(draft, home)),
    value: () => resumeDraft(draft, home)
  }
}

/** The day on which an entry was started, in words. */
function startOf({ started }: Listed, { context }: Home): string {
  return context.words.days.inWords(dayOf(started))
}

/** The packs, with what is done now. Each leads to its exercises. */
function packItems(home: Home): MenuItem<Action>[] {
  const { home: words } = home.context.words.session
  const { progress, hidden } = readHomeState(home.packs, home.journal, home.context)
  return progress
    .filter(({ pack }) => !hidden.has(pack.id))
    .map(({ pack, exercises }) => ({
      label: pack.title,
      state: stateOfAll(exercises),
      note: [words.done(countDone(exercises), exercises.length), pack.summary].filter(Boolean).join('. '),
      value: () => visit(() => exercisesIn(pack, home), pack.title, home)
    }))
}

/** The routes that a pack declares and that are not finished, and all its exercises. */
function exercisesIn(pack: Pack, home: Home): MenuItem<Action>[] {
  const entries = withoutUnanswered(home.journal.list().entries)
  const progress = home.packs.map((each) => progressOf(each, entries, home.context.now()))
  const routes = routesOf([pack]).flatMap((route) => routeItem(route, progress, home))
  const items = exerciseItems([pack], entries, home.context)
  const exercises = items.map(({ value, ...item }) => ({ ...item, value: () => startExercise({ ...value, ...home }) }))
  return [...routes, ...exercises]
}

function routeItem(route: FoundRoute, progress: readonly PackProgress[], home: Home): MenuItem<Action>[] {
  const { home: words, passedOver: passingOver } = home.context.words.session
  const next = nextOnRoute(route, progress)
  if (next === undefined) return []
  const { pack, exercise } = next
  const { exercises } = routeProgress(route, progress)
  const lacking = passedOver(route, progress)
  const notes = [
    `${words.done(countDone(exercises), exercises.length)}.`,
    ...(lacking.length === 0 ? [] : [passingOver(lacking)]),
    words.nextOnRoute(exercise.title)
  ]
  return [
    {
      label: words.route(route.route.title),
      state: stateOfAll(exercises),
      note: notes.join(' '),
      value: () => startExercise({ ...home, pack, exercise, route })
    }
  ]
}

/** The finished entries. */
function journalItems(home: Home): MenuItem<Action>[] {
  const { entries } = home.journal.list({ status: 'finished' })
  return entryItems(entries, home.context).map(({ value, ...item }) => ({
    ...item,
    value: () => readEntry(value, entries, home)
  }))
}

async function showPlans({ renderer, options, context, journal }: Home): Promise<void> {
  const promises = promisesIn(entriesWithIntentions(journal.dir, journal.list().entries))
  const picked = await renderer.look((columns) => promiseLines(promises, columns, options, context), [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}

async function showProgress({ renderer, options, context, packs, journal }: Home): Promise<void> {
  const { entries } = journal.list()
  const report = readReport(packs, entries, journal, context)
  const picked = await renderer.look(reportLines(report, options, context), [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}
