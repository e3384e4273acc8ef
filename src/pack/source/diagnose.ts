import { visible } from '../../text/visible.ts'
import type { Code, CodeWords, DetailsByCode, Finding } from '../diagnostic.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import { changesOf, hintOf } from './fix-hints.ts'
import type { FixWords } from '../../words/shared/types.ts'
import type { Diagnostic } from '../model.ts'

/** Codes that do not keep a pack from being used. */
const WARNINGS: ReadonlySet<Code> = new Set<Code>([
  'bundled-id',
  'condition-changed',
  'curly-quotes',
  'dead-link',
  'folded-list',
  'invisible-character',
  'later-exercise',
  'left-over',
  'label-changed',
  'labels-swapped',
  'less-private',
  'long-ask',
  'long-text',
  'missing-level',
  'moved-away',
  'no-minutes',
  'not-listed',
  'one-option',
  'outdated',
  'other-syntax',
  'pack-not-here',
  'part-translated',
  'privacy-not-stated',
  'private-anyway',
  'quotation-not-here',
  'range-changed',
  'single-braces',
  'source-changed',
  'swallowed-key',
  'template-id',
  'text-gone',
  'thousands',
  'two-questions',
  'untranslated',
  'unused-picture',
  'wrong-folder'
])

/** Warnings about decisions that only the author can take, or about what is not here: `pack check --strict` passes in spite of them. */
const ADVICE: ReadonlySet<string> = new Set<Code>([
  'bundled-id',
  'label-changed',
  'less-private',
  'moved-away',
  'outdated',
  'pack-not-here',
  'part-translated',
  'privacy-not-stated',
  'private-anyway',
  'template-id',
  'text-gone',
  'untranslated'
])

/** Whether `pack check --strict` fails because of it. */
export function isFault({ code }: Pick<Diagnostic, 'code'>): boolean {
  return !ADVICE.has(code)
}

/** Whether a finding is an error, not a warning. */
export function isError({ code }: Finding): boolean {
  return !WARNINGS.has(code)
}

/** The longest excerpt of a line, and what it shows before the marked part. */
const MAX_EXCERPT = 160
const CONTEXT = 60

/** The sentences of the check. */
interface CheckWords {
  readonly codes: CodeWords
  readonly fix: FixWords
}

/** Findings with their sentences and source lines, sorted by file and line, without duplicates. */
export function diagnose(
  findings: readonly Finding[],
  linesOf: (file: string) => LineIndex,
  order: readonly string[],
  words: CheckWords
): Diagnostic[] {
  const rank = new Map(order.map((file, index) => [file, index]))
  const last = order.length
  const sorted = findings.toSorted(
    (a, b) => (rank.get(a.file) ?? last) - (rank.get(b.file) ?? last) || a.span.start - b.span.start
  )
  const seen = new Set<string>()
  return sorted.flatMap((finding) => {
    const key = JSON.stringify([finding.file, finding.span.start, finding.code, finding.details])
    if (seen.has(key)) return []
    seen.add(key)
    return [diagnosticOf(finding, linesOf, words)]
  })
}

function diagnosticOf(finding: Finding, linesOf: (file: string) => LineIndex, words: CheckWords): Diagnostic {
  const { file, code, span } = finding
  const lines = linesOf(file)
  const { line, column } = lines.positionOf(span.start)
  const whole = lines.line(line)
  const { message, hint } = sentenceOf(finding, words.codes)
  const fix = finding.fix && changesOf(finding.fix, file, linesOf)
  const length = Math.max(1, Math.min(span.end, span.start + whole.length - column + 1) - span.start)
  return {
    file,
    line,
    column,
    length,
    severity: isError(finding) ? 'error' : 'warning',
    code,
    message,
    hint: (finding.fix && hintOf(finding.fix, file, linesOf, words.fix)) ?? hint,
    ...(fix && { fix }),
    ...excerpt(whole, column, length)
  }
}

/** The part of a line to show, and the part of that to underline. */
function excerpt(line: string, column: number, length: number): Pick<Diagnostic, 'source' | 'mark'> {
  const start = line.length <= MAX_EXCERPT ? 0 : Math.max(0, column - 1 - CONTEXT)
  const before = visible(line.slice(start, column - 1), { hidden: true })
  const marked = visible(line.slice(column - 1, Math.min(column - 1 + length, start + MAX_EXCERPT)), { hidden: true })
  const after = visible(line.slice(column - 1 + length, start + MAX_EXCERPT), { hidden: true })
  return { source: `${before}${marked}${after}`, mark: { start: before.length, length: Math.max(1, marked.length) } }
}

type Sentences = { readonly [C in Code]: (details: DetailsByCode[C]) => string }

/** The two lines of a code's text: what is wrong, and how to fix it. */
function sentenceOf<C extends Code>({ code, details }: { code: C; details: DetailsByCode[C] }, codes: Sentences) {
  const [message = '', hint = ''] = codes[code](details).trim().split(/\n */)
  return { message, hint }
}
