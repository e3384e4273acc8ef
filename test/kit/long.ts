import process from 'node:process'

/** Whether this is `npm run test:long`, which runs everything in full. `npm cit` runs a sample of what takes long. */
export const isLong = process.env['REFLECT_LONG'] === '1'

/** The runs of an expensive property: a tenth of all in `npm cit`. */
export function runs(all: number): number {
  return isLong ? all : Math.ceil(all / 10)
}

/** Every eighth of many cases in `npm cit`, from all over the list. */
export function sample<T>(all: readonly T[]): readonly T[] {
  return isLong ? all : all.filter((_, index) => index % 8 === 0)
}
