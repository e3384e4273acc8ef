import { ExitCode, LeftError, WentBackError } from '../../context/errors.ts'
import { isoTime } from '../../dates/time.ts'
import { hasCore, minutesOf } from '../../interview/walk.ts'
import type { Walk } from '../../interview/model.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { canAsk } from '../shared/choosing.ts'
import { languageFor, sceneOf, type ExerciseToDo } from './opening.ts'

/** The minutes of an exercise that does not say how long it takes. */
const USUAL = 20

/** What a learner who has so many minutes is asked: undefined for everything. */
export function coreFor(minutes: number, { exercise }: Pick<ExerciseToDo, 'exercise'>): Walk['core'] {
  return minutes < (exercise.minutes ?? USUAL) ? 'first' : undefined
}

/** The core is offered if it saves this many minutes, and this share of the time: a choice takes time, too. */
const WORTHWHILE = { minutes: 3, share: 0.25 }

/**
 * Asks how much time there is, if the core questions of the exercise take clearly less of it than all, and someone can answer.
 *
 * @throws LeftError and WentBackError; nothing was written.
 */
export async function chosenCore(toDo: ExerciseToDo, renderer: Renderer): Promise<Walk['core']> {
  const { pack, exercise, context } = toDo
  if (!hasCore(exercise) || !canAsk(context)) return undefined
  const scene = sceneOf(toDo, { language: languageFor(pack, context), started: isoTime(context.now()) })
  const [short, long] = [minutesOf(scene, 'first'), minutesOf(scene)]
  if (short !== undefined && long !== undefined && !isWorthwhile(long - short, long)) return undefined
  const { core: said, leftEmpty } = context.words.session
  const picked = await renderer.choose(said.howLong, [
    { label: said.short(short), value: 'first' },
    { label: said.long(long), value: undefined }
  ] as const)
  if (picked.kind === 'leave') throw new LeftError(leftEmpty, ExitCode.done)
  if (picked.kind === 'back') throw new WentBackError(leftEmpty)
  return picked.value
}

function isWorthwhile(saved: number, whole: number): boolean {
  return saved >= WORTHWHILE.minutes && saved >= WORTHWHILE.share * whole
}
