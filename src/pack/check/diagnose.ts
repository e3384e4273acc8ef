import type { Said } from '../../words/en/phrases.ts'
import type { Code, CodeWords, Finding, Found } from '../diagnostic.ts'
import type { Lines } from '../yaml/line-index.ts'
import type { Diagnostic } from '../model.ts'
import { visible } from '../../text/visible.ts'

/** Codes of what makes a pack worse, but not wrong. */
const WARNINGS: ReadonlySet<Code> = new Set<Code>([
  'invisible-character',
  'later-exercise',
  'long-ask',
  'no-minutes',
  'not-listed',
  'quotation-not-here',
  'two-questions',
  'untranslated'
])

/** Whether a finding keeps a pack from being used. */
export function isError({ code }: Finding): boolean {
  return !WARNINGS.has(code)
}

/** A line is shown to this length, around the place. */
const WIDEST = 160
const BEFORE = 60

/** Findings in words, with their lines: in the order of the files, and of the lines in each; each said once. */
export function diagnose(
  findings: readonly Finding[],
  lines: ReadonlyMap<string, Lines>,
  order: readonly string[],
  words: { readonly codes: CodeWords }
): Diagnostic[] {
  const rank = new Map(order.map((file, index) => [file, index]))
  const last = order.length
  const sorted = findings.toSorted(
    (a, b) => (rank.get(a.file) ?? last) - (rank.get(b.file) ?? last) || a.span.start - b.span.start
  )
  const seen = new Set<string>()
  return sorted.flatMap((finding) => {
    const key = JSON.stringify([finding.file, finding.span.start, finding.code, finding.found])
    if (seen.has(key)) return []
    seen.add(key)
    return [diagnosticOf(finding, lines.get(finding.file), words)]
  })
}

function diagnosticOf(
  finding: Finding,
  lines: Lines | undefined,
  { codes }: { readonly codes: CodeWords }
): Diagnostic {
  const { file, code, span } = finding
  const { line, column } = lines?.place(span.start) ?? { line: 1, column: 1 }
  const whole = lines?.line(line) ?? ''
  const length = Math.max(1, Math.min(span.end, span.start + whole.length - column + 1) - span.start)
  return {
    file,
    line,
    column,
    length,
    severity: isError(finding) ? 'error' : 'warning',
    code,
    ...inWords(finding, codes),
    ...excerpt(whole, column, length)
  }
}

/** The part of a line that is shown, and what to underline in it. */
function excerpt(line: string, column: number, length: number): Pick<Diagnostic, 'source' | 'mark'> {
  const start = line.length <= WIDEST ? 0 : Math.max(0, column - 1 - BEFORE)
  const before = visible(line.slice(start, column - 1))
  const marked = visible(line.slice(column - 1, Math.min(column - 1 + length, start + WIDEST)))
  const after = visible(line.slice(column - 1 + length, start + WIDEST))
  return { source: `${before}${marked}${after}`, mark: { start: before.length, length: Math.max(1, marked.length) } }
}

function inWords<C extends Code>(finding: { code: C; found: Found<C> }, codes: CodeWords): Said {
  const say = codes[finding.code] as (found: Found<C>) => Said
  return say(finding.found)
}
