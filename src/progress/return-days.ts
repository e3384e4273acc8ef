import { dayOf } from '../dates/time.ts'
import type { Entry, Listed } from '../entry/model.ts'
import { isRetired } from '../entry/retired.ts'
import type { Exercise, Pack } from '../pack/model.ts'
import { nameIn } from '../pack/renames.ts'
import { asksForReturn } from '../questions/index.ts'
import { entriesOfPack, lastFinished } from './progress.ts'

/**
 * The days, `YYYY-MM-DD`, that learners gave as answers to prompts with `return`, by the file of the entry. Only the latest finished
 * entry of an exercise counts, so only that is read.
 *
 * @param read gives the entry in a file; undefined if the file cannot be read.
 */
export function returnDays(
  packs: readonly Pack[],
  entries: readonly Listed[],
  read: (file: string) => Entry | undefined
): ReadonlyMap<string, string> {
  const days = packs.flatMap((pack) => {
    const exercises = pack.exercises.filter(({ prompts }) => prompts.some(asksForReturn))
    const own = exercises.length === 0 ? [] : entriesOfPack(pack, entries)
    return exercises.flatMap((exercise): (readonly [string, string])[] => {
      const file = lastFinished(exercise.id, own)?.file
      const entry = file === undefined ? undefined : read(file)
      const day = entry && returnDay(entry, exercise, pack)
      return file === undefined || day === undefined ? [] : [[file, day]]
    })
  })
  return new Map(days)
}

/** The earliest day in an entry that asks to come back; undefined if there is none, or only days before the entry was finished. */
function returnDay({ head, sections }: Entry, { id, prompts }: Exercise, pack: Pack): string | undefined {
  const asked = new Map(prompts.filter(asksForReturn).map((prompt) => [prompt.id, prompt.type]))
  const days = sections.flatMap((section) => {
    const { prompt, body } = section
    const type = asked.get(nameIn(id, head.exercise, section.id, pack) ?? '')
    const isAsked = type !== undefined && type === prompt?.type && !isRetired(section)
    return isAsked && body.kind === 'answered' && typeof body.answer === 'string' ? [body.answer] : []
  })
  const finished = dayOf(head.finished ?? head.started)
  return days.filter((day) => day >= finished).toSorted()[0]
}
