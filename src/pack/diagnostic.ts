import type { Code, DetailsByCode, Fix, Report, SourceSpan } from '../questions/shared/prompt-source.ts'
import { visible } from '../text/visible.ts'

export type {
  Code,
  CodeDetails,
  CodeWords,
  DetailsByCode,
  Edit,
  Fix,
  Rename,
  Report,
  SourceSpan
} from '../questions/shared/prompt-source.ts'

/** An error or a warning as data; line, column and words are added when it is shown. */
export type Finding = {
  [C in Code]: {
    readonly code: C
    readonly details: DetailsByCode[C]
    readonly file: string
    readonly span: SourceSpan
    readonly fix?: Fix
  }
}[Code]

/** The most findings of one code that are kept per file. */
export const MAX_PER_CODE = 100

/** The errors and warnings of a pack, in the order in which they are reported. */
export class Findings {
  readonly #all: Finding[] = []
  readonly #counts = new Map<string, number>()

  /** The reporter of one file. It shortens texts in the details and escapes control characters. */
  reporter(file: string): Report {
    return (code, span, details, fix) => {
      const key = `${file}\0${code}`
      const count = (this.#counts.get(key) ?? 0) + 1
      this.#counts.set(key, count)
      if (count <= MAX_PER_CODE)
        this.#all.push({ code, span, file, details: printable(details), ...(fix && { fix }) } as Finding)
    }
  }

  get all(): readonly Finding[] {
    return this.#all
  }
}

/** The most corrections of one file at a time. */
export const MAX_FIXES = 50

/** A reporter for a file that is checked in stages. */
export type StagedReport = Report & {
  /** Ends a stage. If it had corrections, later findings get none: with these they may be gone. */
  endStage(): void
}

/** Makes a reporter one with stages. */
export function inStages(report: Report): StagedReport {
  let fixes = 0
  let isCorrected = false
  const staged: Report = (code, span, details, fix) => {
    if (fix !== undefined) fixes++
    report(code, span, details, isCorrected || fixes > MAX_FIXES ? undefined : fix)
  }
  return Object.assign(staged, { endStage: () => void (isCorrected ||= fixes > 0) })
}

/** The same reporter for a file that cannot be written, because its bytes are no text. */
export function withoutFixes(report: Report): Report {
  return (code, span, details) => report(code, span, details)
}

/** Of a text that a message quotes. */
const MAX_QUOTED = 60

/** The details that authors copy. They are quoted in full. */
const SUGGESTED = new Set(['renamed', 'retired'])

function printable(value: unknown, inFull = false): unknown {
  if (Array.isArray(value)) return value.map((item) => printable(item))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner, SUGGESTED.has(key))]))
  if (typeof value !== 'string') return value
  const line = value.replaceAll(/\s+/g, ' ').trim()
  return visible(line.length > MAX_QUOTED && !inFull ? `${line.slice(0, MAX_QUOTED).trimEnd()}…` : line, {
    hidden: true
  })
}
