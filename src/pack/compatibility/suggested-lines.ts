import { suggest } from '../../text/suggest.ts'

/** Something that authors know by an id, and learners by words. */
interface Labelled {
  readonly id: string
  readonly label: string
}

/**
 * What has probably taken the place of each thing that is gone: what has the same words, or nearly the same id. Nothing takes the
 * place of two.
 */
export function successors<T extends Labelled>(gone: readonly T[], added: readonly T[]): ReadonlyMap<T, T | undefined> {
  const found = new Map<T, T | undefined>(gone.map((each) => [each, undefined]))
  const free = new Set(added)
  const settle = (find: (each: T) => T | undefined) => {
    for (const each of gone) {
      const next = found.get(each) ?? find(each)
      if (next === undefined) continue
      found.set(each, next)
      free.delete(next)
    }
  }
  settle(({ label }) => [...free].find((each) => each.label === label))
  settle(({ id }) => {
    const [near] = suggest(
      id,
      [...free].map((each) => each.id)
    )
    return [...free].find((each) => each.id === near)
  })
  return found
}

/** The lines of a manifest that say what became of a name: its new name, '' if there is no likely one, or that it is retired. */
export function suggestedLines(name: string, now: string | undefined): { renamed: string; retired: string } {
  return { renamed: now === undefined ? '' : `${inYaml(name)}: ${inYaml(now)}`, retired: `- ${inYaml(name)}` }
}

/** A name as YAML, which takes it as it is unless it holds more than letters, digits and a few signs. */
function inYaml(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name)
}
