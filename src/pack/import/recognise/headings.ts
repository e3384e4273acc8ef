import { blanksIn, plainOf, type Block, type Line } from './blocks.ts'
import { isAsking } from './phrases.ts'

/** A line that may be a heading, though its program does not say so. */
export interface LineLook {
  readonly isBold: boolean
}

const NUMBERED_PART =
  /^(?:section|part|week|unit|module|stage|step|chapter|session|day|theme|rhan|wythnos|uned|cam|teil|woche|partie|semaine|parte|semana)\s+(?:\d{1,2}|[a-h]|[ivx]{1,4}|one|two|three|four|five|six)\b/i
/** Characters of a heading, at most. */
const LONGEST = 90

/** Makes headings of lines that look like ones, if the document has no headings that its program knows. */
export function withHeadings(blocks: readonly Block[], lookOf: (line: Line) => LineLook | undefined): readonly Block[] {
  if (blocks.some(({ kind }) => kind === 'heading')) return blocks
  const level = (block: Block, index: number) => {
    if (block.kind !== 'line' || !isShort(block)) return undefined
    const text = plainOf(block)
    if (NUMBERED_PART.test(text)) return 2
    if (index === 0 && block.marker === 'none' && text.includes(' ') && blocks.length > 2) return 1
    const isOption = block.marker !== 'none' && block.marker !== 'number' && block.marker !== 'letter'
    const next = blocks[index + 1]
    if (isOption || next === undefined || next.kind === 'blank') return undefined
    if (lookOf(block)?.isBold === true || (/\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text))) return index === 0 ? 1 : 2
    return undefined
  }
  const levels = blocks.map(level)
  return blocks.map((block, index): Block => {
    const found = levels[index]
    if (found === undefined || block.kind !== 'line') return block
    const { text, place, points = [] } = block
    return { kind: 'heading', level: found, text, place, points }
  })
}

function isShort(line: Line): boolean {
  const text = plainOf(line)
  return (
    text.length <= LONGEST &&
    !/[?:.;,]$/.test(text) &&
    !isAsking(text) &&
    blanksIn(text) === 0 &&
    line.menu === undefined
  )
}
