import type { Frame } from '../../screen.ts'
import { width } from '../../../display/width.ts'

/** Lines that belong together: an item of a list, a statement with its rating. */
export type Block = Frame

/** Lines with a sign before the first and room for it before the others. */
export function hang(sign: string, lines: readonly string[]): string[] {
  const indent = ' '.repeat(width(sign))
  return lines.map((line, index) => (index === 0 ? sign : indent) + line)
}

/** Parts side by side, as many on a line as fit, none broken over two. */
export function flowParts(parts: readonly string[], columns: number, between: string): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${between}${part}`
    if (lines.length > 0 && width(longer) <= columns) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}

/** Frames one below the other; the cursor of the last one that has it. */
export function stack(...frames: readonly Frame[]): Frame {
  const lines: string[] = []
  let cursor: Frame['cursor']
  for (const frame of frames) {
    if (frame.cursor !== undefined) cursor = { row: lines.length + frame.cursor.row, column: frame.cursor.column }
    lines.push(...frame.lines)
  }
  return cursor === undefined ? { lines } : { lines, cursor }
}

/** At most so many lines of a frame: its end, unless the cursor stands above. */
export function crop(frame: Frame, rows: number): Frame {
  const { lines, cursor } = frame
  if (lines.length <= rows) return frame
  const from = Math.min(cursor?.row ?? lines.length, lines.length - rows)
  const kept = { lines: lines.slice(from, from + rows) }
  return cursor === undefined ? kept : { ...kept, cursor: { ...cursor, row: cursor.row - from } }
}

/** Lines that all blocks take. */
export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((rows, { lines }) => rows + lines.length, 0)
}

/**
 * As many whole blocks round one of them as `rows` allow. Where not all fit, it takes all rows, and the last, made by
 * `more`, says how many there are above and below.
 */
export function windowOf(
  blocks: readonly Block[],
  here: number,
  rows: number,
  more: (above: number, below: number) => string
): Frame {
  if (heightOf(blocks) <= rows) return stack(...withCursorOf(blocks, here))
  const room = Math.max(1, rows - 1)
  let [from, to] = [here, here]
  let left = room - (blocks[here]?.lines.length ?? 0)
  const fits = (index: number) => index >= 0 && index < blocks.length && (blocks[index]?.lines.length ?? 0) <= left
  while (fits(from - 1) || fits(to + 1)) {
    const upwards = fits(from - 1) && (!fits(to + 1) || here - from <= to - here)
    if (upwards) from -= 1
    else to += 1
    left -= blocks[upwards ? from : to]?.lines.length ?? 0
  }
  const { lines, cursor } = stack(...withCursorOf(blocks, here).slice(from, to + 1))
  // As high whatever blocks are in it, so that what stands round it does not move.
  const shown = { lines: [...padRows(lines.slice(0, room), room), more(from, blocks.length - 1 - to)] }
  return cursor === undefined ? shown : { ...shown, cursor: { ...cursor, row: Math.min(cursor.row, room - 1) } }
}

/** Empty lines after the others, up to so many rows. */
export function padRows(lines: readonly string[], rows: number): string[] {
  return [...lines, ...Array.from({ length: Math.max(0, rows - lines.length) }, () => '')]
}

function withCursorOf(blocks: readonly Block[], here: number): readonly Block[] {
  return blocks.map((block, index) => (index === here ? block : { lines: block.lines }))
}
