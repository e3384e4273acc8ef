import { Composer, Parser, type CST, type YAMLError } from 'yaml'
import type { DetailsByCode, Report } from '../diagnostic.ts'
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

/** Limits for one file: faults that are repaired, and work, as lexemes plus an eighth of the text per reading. */
const MAX = { repairs: 100, work: 70_000 }

/**
 * Reads a file's text as a tree with source spans; undefined if it cannot be repaired. Reports syntax errors and YAML
 * that is valid but misleading.
 *
 * The YAML library recovers badly from errors: one mistake often hides others or causes unrelated errors. So this reads
 * the text, blanks the faulty values that the library found, and reads it again until no fault is left.
 */
export function readYaml(source: string, report: Report): YamlReading | undefined {
  const { text: normalised, tabbedLines } = normaliseIndent(source, report)
  let text = normalised
  let lostLines = false
  let work = 0
  for (let repairs = 0; repairs < MAX.repairs;) {
    const lexemes = splitLexemes(text, report)
    work += (lexemes?.length ?? 0) + text.length / 8
    if (lexemes === undefined || (repairs > 0 && work > MAX.work)) return undefined
    const { contents, faults } = parse(text, lexemes)
    if (faults.length === 0) {
      const root = buildTree(contents, text, report)
      return root === undefined ? undefined : { root, lostLines }
    }
    for (const fault of faults) {
      // Tabs have been reported; replacing them may have changed the indentation.
      if (!tabbedLines.has(fault.line.start) || fault.code !== 'indentation') reportFault(report, fault)
      const repaired = repair(text, fault)
      if (repaired.text === text) return undefined
      text = repaired.text
      lostLines ||= repaired.losesLines
      repairs++
    }
  }
  return undefined
}

function reportFault<C extends keyof DetailsByCode>(
  report: Report,
  { code, span, details }: Pick<SyntaxFault, 'span'> & { code: C; details: DetailsByCode[C] }
): void {
  report(code, span, details)
}

/** The document as the library gives it, or the faults to repair. Does not parse a text with forbidden syntax. */
function parse(text: string, lexemes: readonly Lexeme[]): { contents: unknown; faults: readonly SyntaxFault[] } {
  const forbidden = forbiddenSyntax(text, lexemes, MAX.repairs)
  if (forbidden.length > 0) return { contents: null, faults: forbidden }
  const { contents, errors } = compose(lexemes)
  return { contents, faults: syntaxFaults(text, lexemes, errors, MAX.repairs) }
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

function* cstOf(lexemes: readonly Lexeme[]): Generator<CST.Token> {
  const parser = new Parser()
  for (const { source } of lexemes) yield* parser.next(source)
  yield* parser.end()
}
