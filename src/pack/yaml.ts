import type { Composer, CST, Document, Lexer, Parser, YAMLError } from 'yaml'
import type { Report } from './finding.ts'
import { divide } from './lexemes.ts'
import type { Lexeme } from './lexemes.ts'
import { blankLines, blankValue, blockEnd } from './line.ts'
import type { Line } from './line.ts'
import { plant } from './plant.ts'
import type { Guards } from './plant.ts'
import type { Node } from './tree.ts'
import { refusedIn, troublesIn } from './trouble.ts'
import type { Trouble } from './trouble.ts'

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
  let text = source
  let lost = false
  let pieces = 0
  for (let count = 0; count < MOST.troubles;) {
    const lexemes = divide(text, yaml, report)
    pieces += (lexemes?.length ?? 0) + text.length / 8
    if (lexemes === undefined || (count > 0 && pieces > MOST.pieces)) return undefined
    const spaced = spacesForTabs(text, lexemes, report)
    const refused = spaced === text ? refusedIn(text, lexemes, MOST.troubles) : []
    const composed = spaced === text && refused.length === 0 ? compose(lexemes, yaml) : undefined
    const troubles = composed === undefined ? refused : troublesIn(text, lexemes, composed.errors, MOST.troubles)
    if (composed !== undefined && troubles.length === 0) {
      const root = plant(composed.contents, text, yaml, report)
      return root === undefined ? undefined : { root, lost }
    }
    text = spaced
    for (const found of troubles) {
      count++
      lost ||= found.cure === 'blank-line' || !hasPlace(found.line)
      const tabbed =
        source
          .slice(found.line.start)
          .match(/^[ \t]*/)?.[0]
          .includes('\t') === true
      if (!(tabbed && found.code === 'indentation')) report(found.code, found.span, found.found as never)
      const mended = cure(text, found)
      if (mended === text) return undefined
      text = mended
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

/** A tab indents nothing in YAML. Reported once for lines that follow each other, and read as a space. */
function spacesForTabs(text: string, lexemes: readonly Lexeme[], report: Report): string {
  const parts: string[] = []
  let done = 0
  let lineEnd = -2
  for (const { type, source, start, end } of lexemes) {
    const indents = type === 'space' && source.includes('\t') && (start === 0 || text[start - 1] === '\n')
    if (!indents || end === text.length || text[end] === '\n') continue
    const tab = start + source.indexOf('\t')
    if (start !== lineEnd + 1) report('tab', { start: tab, end: tab + 1 }, {})
    const next = text.indexOf('\n', end)
    lineEnd = next === -1 ? text.length : next
    parts.push(text.slice(done, start), ' '.repeat(source.length))
    done = end
  }
  return parts.join('') + text.slice(done)
}
