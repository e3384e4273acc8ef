import type { Code, Found, Report, SourceSpan } from '../questions/shared/prompt-source.ts'
import { visible } from '../text/visible.ts'

export type { Code, CodeWords, Found, Report, SourceSpan } from '../questions/shared/prompt-source.ts'

/** A fault or a warning as data: line, column and words are added when it is shown. */
export type Finding = {
  [C in Code]: { readonly code: C; readonly found: Found<C>; readonly file: string; readonly span: SourceSpan }
}[Code]

/** More findings of one code in one file than anybody will mend before the next run. */
export const MOST = 100

/** Everything that was found in a pack, in the order in which it was found. */
export class Findings {
  readonly #all: Finding[] = []
  readonly #counts = new Map<string, number>()

  /** The reporter of one file. Text in `found` is made safe to show here, once for all. */
  reporter(file: string): Report {
    return (code, span, found) => {
      const key = `${file}\0${code}`
      const count = (this.#counts.get(key) ?? 0) + 1
      this.#counts.set(key, count)
      if (count <= MOST) this.#all.push({ code, span, file, found: shown(found) } as Finding)
    }
  }

  get all(): readonly Finding[] {
    return this.#all
  }
}

/** At most this much of a text is repeated in a message. */
const LONGEST = 60

function shown<F>(found: F): F {
  return Object.fromEntries(Object.entries(found as object).map(([key, value]) => [key, shownValue(value)])) as F
}

function shownValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shownValue)
  if (typeof value !== 'string') return value
  const line = value.replaceAll(/\s+/g, ' ').trim()
  return visible(line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line)
}
