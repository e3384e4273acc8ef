import type { Outline } from '../outline.ts'
import { clean } from '../clean.ts'
import { plainBlocks, splitMarker, type Block } from '../recognise/blocks.ts'
import { withHeadings } from '../recognise/headings.ts'
import type { AddedWords } from '../recognise/questions.ts'
import { outlineOf } from '../recognise/sections.ts'

/** The outline of plain text: paragraphs, items, headings with a line of signs below them, and room to write. */
export function readPlainText(source: string, added: AddedWords): Outline {
  return {
    ...outlineOf(
      withHeadings(blocksIn(clean(source)), () => undefined),
      added
    ),
    points: []
  }
}

function blocksIn(source: string): Block[] {
  const lines = source.split('\n')
  const blocks: Block[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const place = { at: 'line', number: index + 1 } as const
    const next = lines[index + 1] ?? ''
    if (line.trim() !== '' && /^\s*(?:={3,}|-{3,}|~{3,})\s*$/.test(next) && !/^\s*[-=~]{3,}\s*$/.test(line)) {
      blocks.push({ kind: 'heading', level: next.includes('=') ? 1 : 2, text: line.trim(), place })
      index += 1
    } else if (!/^\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*$/.test(line)) {
      const whole = wrapped(lines, index)
      blocks.push(...plainBlocks(whole.text, { place, depth: depthOf(line) }))
      index = whole.last
    }
  }
  return blocks
}

/** How deep an item is: each two spaces count. */
function depthOf(line: string): number {
  const [space = ''] = /^\s*/.exec(line) ?? []
  return Math.min(6, Math.floor(space.replaceAll('\t', '    ').length / 2))
}

/** A line with those that continue it: wrapped at about the same width, without a marker. */
function wrapped(lines: readonly string[], start: number): { readonly text: string; readonly last: number } {
  let last = start
  let text = lines[start] ?? ''
  while (continues(lines[last] ?? '', lines[last + 1] ?? '')) {
    last += 1
    text += ` ${(lines[last] ?? '').trim()}`
  }
  return { text, last }
}

/** A long line that ends inside a sentence, and one that begins with no marker and no capital, or after a line of full width. */
function continues(line: string, next: string): boolean {
  const words = next.trim()
  if (line.trim() === '' || words === '' || splitMarker(words).marker !== 'none' || /_{3,}/.test(line + next))
    return false
  if (/^\p{Ll}/u.test(words)) return !/[?!:]$/.test(line.trim())
  return line.length > 55 && !/[.?!:]["'”’)]?$/.test(line.trim())
}
