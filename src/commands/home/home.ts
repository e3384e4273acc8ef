import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { nameToType, exerciseNames } from '../../pack/find.ts'
import { visible } from '../../display/width.ts'
import { dayOf } from '../../dates/time.ts'
import { journalOf, packsOf, rendererOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import type { ExerciseInPack } from '../exercises/choosing.ts'
import { openJournal } from '../../journal/store.ts'
import { visitHome } from './screen.ts'
import { welcome } from './welcome.ts'
import { MOST, nextOf, readHomeState } from './home-state.ts'
import type { HomeState } from './home-state.ts'

/** Opens the home screen. Without a terminal, prints the same as a short text that says what to type. */
export async function home(options: GlobalOptions, context: Context): Promise<ExitCode> {
  const packs = await packsOf({}, context)
  const dir = journalOf(options, context)
  if (context.stdout.isTTY && context.stdin.isTTY === true) {
    const renderer = await rendererOf(options, context)
    try {
      const journal = openJournal(await welcome(dir, options, renderer, context))
      await visitHome({ packs, journal, options, renderer, context })
    } finally {
      renderer.close()
    }
  } else {
    const text = overviewText(readHomeState(packs, dir, context), context)
    context.stdout.write(`${visible(text, { newlines: true })}\n`)
  }
  return ExitCode.done
}

/** The home screen as a text that says what to type. */
function overviewText(state: HomeState, context: Context): string {
  const { drafts, due, progress, onThisDay: met } = state
  const words = context.words.session.home
  const next = nextOf(state)
  const here = exerciseNames(progress.map(({ pack }) => pack))
  const named = ({ pack, exercise }: ExerciseInPack) => nameToType({ pack: pack.id, exercise: exercise.id }, here)
  const packLines = progress.map(({ pack, exercises }) =>
    words.pack(pack.title, exercises.filter(({ entries }) => entries > 0).length, exercises.length)
  )
  return [
    words.title,
    '',
    ...packLines,
    '',
    ...drafts.slice(0, MOST).map((draft) => words.typeToResume(draft.title, draft.id.slice(0, 8))),
    ...(drafts.length > MOST ? [words.typeForDrafts(drafts.length)] : []),
    ...due.slice(0, MOST).map((one) => words.typeForDue(one.exercise.title, named(one))),
    ...(next === undefined ? [] : [words.typeToStart(next.exercise.title, named(next))]),
    ...met
      .slice(0, MOST)
      .map(({ title, started, id }) =>
        words.typeForThisDay(title, context.words.days.inWords(dayOf(started)), id.slice(0, 8))
      ),
    ...(due.length > MOST || met.length > MOST ? [words.typeToRevisit] : []),
    words.typeForMore
  ].join('\n')
}
