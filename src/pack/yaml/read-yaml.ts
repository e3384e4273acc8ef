import { Composer, Parser, type CST, type YAMLError } from 'yaml'
import type { DetailsByCode, Fix, Report, StagedReport } from '../diagnostic.ts'
import { withEdits } from './edits.ts'
import { checkItemSigns } from './item-signs.ts'
import { fixesFor } from './syntax-fixes.ts'
import { buildTree } from './build-tree.ts'
import { splitLexemes, type Lexeme } from './lexemes.ts'
import { normaliseIndent } from './normalise-indent.ts'
import { repair, type SyntaxFault, forbiddenSyntax, syntaxFaults } from './syntax-errors.ts'
import type { Node } from './tree.ts'

/** The YAML of a file. */
export interface YamlReading {
  readonly root: Node
  /** Lines in the wrong place were left out, so what seems to be missing may be in them. */
  readonly lostLines: boolean
}

/**
 * Limits for one file: faults that are repaired; work, as lexemes plus an eighth of the text per reading; and the length of all
 * texts that are read to try a correction.
 */
const MAX = { repairs: 100, work: 70_000, trials: 50_000 }

/**
 * Reads a file's text as a tree with source spans; undefined if it cannot be repaired. Reports syntax errors and YAML
 * that is valid but misleading.
 *
 * The YAML library recovers badly from errors: one mistake often hides others or causes unrelated errors. So this reads
 * the text, blanks the faulty values that the library found, and reads it again until no fault is left.
 */
export function readYaml(source: string, report: StagedReport): YamlReading | undefined {
  const trials = new Trials()
  checkItemSigns(source, report)
  report.endStage()
  const { text: normalised, tabbedLines } = normaliseIndent(source, report, (tried) => trials.firstFault(tried))
  report.endStage()
  let text = normalised
  let lostLines = false
  let work = 0
  for (let repairs = 0; repairs < MAX.repairs;) {
    const lexemes = splitLexemes(text, report)
    work += (lexemes?.length ?? 0) + text.length / 8
    if (lexemes === undefined || (repairs > 0 && work > MAX.work)) return undefined
    const { contents, faults } = parse(text, lexemes)
    if (faults.length === 0) {
      report.endStage()
      const root = buildTree(contents, text, report)
      return root === undefined ? undefined : { root, lostLines }
    }
    for (const fault of faults) {
      // Tabs have been reported; replacing them may have changed the indentation.
      if (!tabbedLines.has(fault.line.start) || fault.code !== 'indentation')
        reportFault(report, fault, trials.fixOf(text, fault))
      const repaired = repair(text, fault)
      if (repaired.text === text) return undefined
      text = repaired.text
      lostLines ||= repaired.losesLines
      if (repaired.losesLines) report.endStage()
      repairs++
    }
  }
  return undefined
}

function reportFault<C extends keyof DetailsByCode>(
  report: Report,
  { code, span, details }: Pick<SyntaxFault, 'span'> & { code: C; details: DetailsByCode[C] },
  fix: Fix | undefined
): void {
  report(code, span, details, fix)
}

/** Tries corrections by reading the corrected text. */
class Trials {
  #left = MAX.trials

  /** The correction with which most of the text can be read, at least beyond the line of a fault; the first of several. */
  fixOf(text: string, fault: SyntaxFault): Fix | undefined {
    if (this.#left < text.length) return undefined
    let best: Fix | undefined
    let furthest = fault.line.end
    for (const edits of fixesFor(text, fault)) {
      if (edits.length === 0) continue
      const shift = edits.reduce((sum, { start, end, text: written }) => sum + written.length - (end - start), 0)
      const readable = this.firstFault(withEdits(text, edits)) - shift
      if (readable <= furthest) continue
      best = edits
      furthest = readable
      if (readable === Infinity) break
    }
    return best
  }

  /** The offset of the first syntax error in a text; Infinity if there is none, -1 if too much was tried. */
  firstFault(text: string): number {
    this.#left -= text.length
    const lexemes = this.#left < 0 ? undefined : splitLexemes(text, () => undefined)
    if (lexemes === undefined) return -1
    return parse(text, lexemes, 1).faults[0]?.span.start ?? Infinity
  }
}

/** The document as the library gives it, or the faults to repair. Does not parse a text with forbidden syntax. */
function parse(
  text: string,
  lexemes: readonly Lexeme[],
  max = MAX.repairs
): { contents: unknown; faults: readonly SyntaxFault[] } {
  const forbidden = forbiddenSyntax(text, lexemes, max)
  if (forbidden.length > 0) return { contents: null, faults: forbidden }
  const { contents, errors } = compose(lexemes)
  return { contents, faults: syntaxFaults(text, lexemes, errors, max) }
}

/** Warnings of the library count as errors. */
function compose(lexemes: readonly Lexeme[]): { contents: unknown; errors: readonly YAMLError[] } {
  const composer = new Composer({ uniqueKeys: false, stringKeys: true, prettyErrors: false, version: '1.2' })
  const documents = withoutStackTraces(() => [...composer.compose(cstOf(lexemes), true)])
  return {
    contents: documents[0]?.contents ?? null,
    errors: documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])
  }
}

/** A hostile file causes tens of thousands of the library's errors; their stack traces would take most of the time. */
function withoutStackTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function cstOf(lexemes: readonly Lexeme[]): CST.Token[] {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const { source } of lexemes) for (const token of parser.next(source)) tokens.push(token)
  return [...tokens, ...parser.end()]
}
