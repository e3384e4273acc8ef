import type { Lexeme } from './lexemes.ts'
import { lineAt } from './line-index.ts'
import type { Trouble } from './syntax-errors.ts'

/** What a pack may not use, wherever it stands; of several on one line, the first. At most `most`. */
export function refusedIn(text: string, lexemes: readonly Lexeme[], most: number): Trouble[] {
  const troubles: Trouble[] = []
  let content = false
  let ended = false
  let lineEnd = -1
  for (const { type, source, start, end } of lexemes) {
    const second = (type === 'doc-start' && content) || (ended && CONTENT.has(type))
    if (CONTENT.has(type)) content = true
    if (type === 'doc-end') ended = content
    if (!second && (!REFUSED.has(type) || start < lineEnd)) continue
    if (troubles.length === most) break
    const line = lineAt(text, start)
    lineEnd = line.end
    troubles.push(refusal(second ? 'doc-start' : type, source, { span: { start, end }, line }))
    if (second) break
  }
  return troubles
}

function refusal(type: Lexeme['type'], text: string, place: Pick<Trouble, 'span' | 'line'>): Trouble {
  if (type === 'directive-line') return { ...place, code: 'directive', cure: 'blank-line', found: { text } }
  if (type === 'doc-start') return { ...place, code: 'second-document', cure: 'cut-here', found: {} }
  if (type === 'tag' || type === 'anchor' || type === 'alias')
    return { ...place, code: type, cure: 'blank-value', found: { text } }
  return { ...place, code: 'explicit-key', cure: 'blank-value', found: {} }
}

const REFUSED: ReadonlySet<string> = new Set(['directive-line', 'tag', 'anchor', 'alias', 'explicit-key-ind'])
const CONTENT: ReadonlySet<string> = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'flow-map-start',
  'flow-seq-start',
  'seq-item-ind',
  'map-value-ind'
])
