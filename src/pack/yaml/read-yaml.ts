import type { Composer, CST, Document, Lexer, Parser, YAMLError } from 'yaml'
import type { Report } from '../diagnostic.ts'
import { divide } from './lexemes.ts'
import type { Lexeme } from './lexemes.ts'
import { blankLines, blankValue, blockEnd } from './line-index.ts'
import type { Line } from './line-index.ts'
import { plant } from './build-tree.ts'
import type { Guards } from './build-tree.ts'
import type { Node } from './tree.ts'
import { refusedIn } from './forbidden.ts'
import { plainlySpaced } from './normalise-indent.ts'
import { troublesIn } from './syntax-errors.ts'
import type { Trouble } from './syntax-errors.ts'

/** What reading a file's YAML gives. */
export interface Read {
  readonly root: Node
  /** Lines were left out because they stood in the wrong place: what seems to be missing may be among them. */
  readonly lost: boolean
}

interface Yaml extends Guards {
  readonly Lexer: typeof Lexer
  readonly Parser: typeof Parser
  readonly Composer: typeof Composer
  readonly CST: typeof CST
}

/** Faults of one file's YAML that are named in one run, and what is read for them: pieces, and eighths of its length, each time. */
const MOST = { troubles: 100, pieces: 70_000 }

/**
 * A file's text as a tree with places; undefined where nothing can be made of it. Whatever is faulty
 * YAML, or is not what it seems to be, is reported. A faulty value is then blanked and the text read
 * again, so that one slip neither hides another nor looks like several.
 */
export async function readYaml(source: string, report: Report): Promise<Read | undefined> {
  const yaml: Yaml = await import('yaml')
  const { text: spaced, tabbed } = plainlySpaced(source, yaml, report)
  let text = spaced
  let lost = false
  let pieces = 0
  for (let count = 0; count < MOST.troubles;) {
    const lexemes = divide(text, yaml, report)
    pieces += (lexemes?.length ?? 0) + text.length / 8
    if (lexemes === undefined || (count > 0 && pieces > MOST.pieces)) return undefined
    const refused = refusedIn(text, lexemes, MOST.troubles)
    const composed = refused.length === 0 ? compose(lexemes, yaml) : undefined
    const troubles = composed === undefined ? refused : troublesIn(text, lexemes, composed.errors, MOST.troubles)
    if (composed !== undefined && troubles.length === 0) {
      const root = plant(composed.contents, text, yaml, report)
      return root === undefined ? undefined : { root, lost }
    }
    for (const trouble of troubles) {
      const mended = cure(text, trouble)
      if (!tabbed.has(trouble.line.start) || trouble.code !== 'indentation')
        report(trouble.code, trouble.span, trouble.found as never)
      if (mended === text) return undefined
      lost ||= trouble.cure === 'blank-line' || !hasPlace(trouble.line)
      text = mended
      count++
    }
  }
  return undefined
}

/** Whether a line holds a key or a dash that a blanked value can stand after. */
function hasPlace(line: Line): boolean {
  return line.valueStart > line.start + line.text.search(/[^ ]|$/)
}

function cure(text: string, { cure: how, line }: Trouble): string {
  if (how === 'cut-here') return blankLines(text, line.start, text.length)
  if (how === 'blank-line' || !hasPlace(line)) return blankLines(text, line.start, blockEnd(text, line))
  return blankValue(text, line)
}

/** Nothing of what the library warns of is let pass. */
function compose(
  lexemes: readonly Lexeme[],
  yaml: Yaml
): { contents: Document['contents']; errors: readonly YAMLError[] } {
  const composer = new yaml.Composer({ uniqueKeys: false, stringKeys: true, prettyErrors: false, version: '1.2' })
  const documents = withoutStacks(() => [...composer.compose(tokens(lexemes, new yaml.Parser()), true)])
  const [first] = documents
  return {
    contents: first?.contents ?? null,
    errors: documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])
  }
}

/** A hostile file makes the library build errors by the ten thousand; their stack traces would take most of the time. */
function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function* tokens(lexemes: readonly Lexeme[], parser: Parser): Generator<CST.Token> {
  for (const { source } of lexemes) yield* parser.next(source)
  yield* parser.end()
}
