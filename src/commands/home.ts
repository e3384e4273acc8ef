import type { Context } from '../context.ts'
import { ExitCode } from '../errors.ts'
import { listAll } from '../journal/list.ts'
import type { Listed } from '../journal/model.ts'
import { nextIn, progressOf } from '../journal/progress.ts'
import type { PackProgress } from '../journal/progress.ts'
import type { Exercise, Pack } from '../pack/model.ts'
import { newExercise } from '../pack/renames.ts'
import { journalOf, packsOf } from './options.ts'
import type { GlobalOptions } from './options.ts'

/** How things stand: what the home screen is drawn from. */
export interface Standing {
  readonly drafts: readonly Listed[]
  readonly progress: readonly PackProgress[]
  /** Finished entries. */
  readonly finished: number
}

/** The home screen; without a terminal, the same as a short text that says what to type. */
export async function run(options: GlobalOptions, context: Context): Promise<ExitCode> {
  const packs = await packsOf({}, context)
  const dir = journalOf(options, context)
  const standing = async () => standingOf(packs, (await listAll(dir)).entries, context)
  if (context.stdout.isTTY && context.stdin.isTTY === true) {
    const { visitHome } = await import('./home-screen.ts')
    await visitHome(packs, dir, standing, options, context)
  } else context.stdout.write(`${overviewText(await standing(), context)}\n`)
  return ExitCode.done
}

function standingOf(packs: readonly Pack[], entries: readonly Listed[], context: Context): Standing {
  return {
    drafts: entries.filter(({ status }) => status === 'draft'),
    progress: packs.map((pack) => progressOf(pack, entries, context.now())),
    finished: entries.filter(({ status }) => status === 'finished').length
  }
}

/** The first exercise of the first pack that is begun, or else of the first pack. */
export function nextOf({ progress, drafts }: Standing): { pack: Pack; exercise: Exercise } | undefined {
  const begun =
    progress.find(({ exercises }) => exercises.some(({ status }) => status !== 'open' && status !== 'waiting')) ??
    progress[0]
  if (begun === undefined) return undefined
  const next = nextIn(begun)
  if (next === undefined || drafts.some((draft) => isDraftOf(draft, begun.pack, next.exercise))) return undefined
  return { pack: begun.pack, exercise: next.exercise }
}

function isDraftOf(draft: Listed, pack: Pack, exercise: Exercise): boolean {
  return draft.pack === pack.id && newExercise(draft.exercise, pack) === exercise.id
}

/** What stands where, and what to type, for where there is no terminal. */
function overviewText(standing: Standing, context: Context): string {
  const { drafts, progress } = standing
  const words = context.words.sitting.home
  const next = nextOf(standing)
  const packLines = progress.map(({ pack, exercises }) =>
    words.pack(pack.title, exercises.filter(({ entries }) => entries > 0).length, exercises.length)
  )
  return [
    words.title,
    '',
    ...packLines,
    '',
    ...drafts.map((draft) => words.typeToResume(draft.title, draft.id.slice(0, 8))),
    ...(next === undefined ? [] : [words.typeToStart(next.exercise.title, next.exercise.id)]),
    words.typeForMore
  ].join('\n')
}
