import type { Context } from '../../context/context.ts'
import { nameToType, exerciseNames, type FoundExercise } from '../../pack/find.ts'
import { visible } from '../../text/visible.ts'
import { dayOf } from '../../dates/time.ts'
import { Journal } from '../../journal/store.ts'
import { journalOf, packsOf, withRenderer } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { countDone } from '../../progress/report.ts'
import { welcomed } from '../session/welcome.ts'
import { visitHome } from './screen.ts'
import { sectionNote } from '../exercises/list.ts'
import { MOST, nextOf, readHomeState, type Following, type Home, type HomeState } from './home-state.ts'
import { checkedJournal, openChecked } from '../shared/journal.ts'

/** Opens the home screen. Without a terminal, prints the same as a short text that says what to type. */
export async function home(given: GlobalOptions, at: Context, program: Home['program']): Promise<void> {
  const { options, context } = await welcomed(given, at)
  const packs = packsOf({}, context)
  const dir = checkedJournal(options, context)
  if (context.stdout.isTTY && context.stdin.isTTY === true) {
    return withRenderer(options, context, async (renderer) => {
      await visitHome(openedHome(dir, { options, renderer, context, program }))
    })
  }
  const text = overviewText(readHomeState(packs, new Journal(dir), context), context)
  context.stdout.write(`${visible(text, { newlines: true })}\n`)
}

/** The home screen's journal and packs as they are now: it can change the folder of the one, and add and remove the other. */
function openedHome(dir: string, rest: Pick<Home, 'options' | 'renderer' | 'context' | 'program'>): Home {
  const { options, context } = rest
  let journal = openChecked(dir, context)
  return {
    ...rest,
    get packs() {
      return packsOf({}, context)
    },
    get journal() {
      const now = journalOf(options, context)
      if (now !== journal.dir) journal = openChecked(now, context)
      return journal
    }
  }
}

/** The home screen as a text that says what to type. */
function overviewText(state: HomeState, context: Context): string {
  const { drafts, due, progress, hidden, onThisDay, plans } = state
  const { home: words } = context.words.session
  const { inWords } = context.words.days
  const next = nextOf(state)
  const listed = progress.filter(({ pack }) => !hidden.has(pack.id))
  const here = exerciseNames(progress.map(({ pack }) => pack))
  const named = ({ pack, exercise }: FoundExercise) => nameToType({ pack: pack.id, exercise: exercise.id }, here)
  return [
    words.title,
    '',
    ...listed.map(({ pack, exercises }) => words.pack(pack.title, countDone(exercises), exercises.length)),
    '',
    ...drafts.slice(0, MOST).map((draft) => words.typeToResume(draft.title, draft.id.slice(0, 8))),
    ...(drafts.length > MOST ? [words.typeForDrafts(drafts.length)] : []),
    ...due.slice(0, MOST).map((one) => words.typeForDue(one.exercise.title, named(one))),
    ...(next === undefined ? [] : [typeToStart(next, named(next), context)]),
    ...onThisDay
      .slice(0, MOST)
      .map(({ title, started, id }) => words.typeForThisDay(title, inWords(dayOf(started)), id.slice(0, 8))),
    ...(due.length > MOST || onThisDay.length > MOST ? [words.typeToRevisit] : []),
    ...(plans.length === 0 ? [] : [words.typeForPlans(context.words.commands.promises.stillOpen(plans.length))]),
    words.typeForMore
  ].join('\n')
}

/** What to type for the next exercise, and the section in which it is. */
function typeToStart(next: Following, name: string, context: Context): string {
  const sentence = context.words.session.home.typeToStart(next.exercise.title, name, next.route?.route.title)
  const section = sectionNote(next, context)
  return section === '' ? sentence : `${sentence}\n  ${section}`
}
