import type { Context } from '../../context/context.ts'
import type { Filter } from '../../journal/list.ts'
import { packsOf } from '../shared/options.ts'

/** A filter as it is meant: the beginning of an exercise's name stands for it, and it for what it was called before. */
export async function meantFilter<Options extends Filter>(filter: Options, context: Context): Promise<Options> {
  if (filter.exercise === undefined) return filter
  const { meantBy } = await import('../../pack/find.ts')
  const { namesOf } = await import('../../pack/renames.ts')
  const meant = meantBy(await packsOf({}, context), filter.exercise)
  if (meant.kind !== 'found') return filter
  const { pack, exercise } = meant.found
  return { ...filter, alsoCalled: namesOf(exercise.id, pack).map((name) => `${pack.id}/${name}`) }
}
