import type { Frame } from '../../screen.ts'
import { width } from '../../../display/width.ts'

/** Lines that belong together, such as a statement with its rating. */
export type Block = Frame

/** Puts a sign before the first line and indents the others by its width. */
export function hang(sign: string, lines: readonly string[]): string[] {
  const indent = ' '.repeat(width(sign))
  return lines.map((line, index) => (index === 0 ? sign : indent) + line)
}

/** Puts parts side by side, as many on a line as fit. No part is broken. */
export function flowParts(parts: readonly string[], columns: number, between: string): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''}${between}${part}`
    if (lines.length > 0 && width(longer) <= columns) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines
}

/** Puts frames one below the other. The cursor is that of the last frame that has one. */
export function stack(...frames: readonly Frame[]): Frame {
  const lines: string[] = []
  let cursor: Frame['cursor']
  for (const frame of frames) {
    if (frame.cursor !== undefined) cursor = { row: lines.length + frame.cursor.row, column: frame.cursor.column }
    lines.push(...frame.lines)
  }
  return cursor === undefined ? { lines } : { lines, cursor }
}

/** Crops a frame to its last rows, or to those from the cursor if that is above them. */
export function crop(frame: Frame, rows: number): Frame {
  const { lines, cursor } = frame
  if (lines.length <= rows) return frame
  const from = Math.min(cursor?.row ?? lines.length, lines.length - rows)
  const cropped = { lines: lines.slice(from, from + rows) }
  return cursor === undefined ? cropped : { ...cropped, cursor: { ...cursor, row: cursor.row - from } }
}

/** Height of all blocks. */
export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((rows, { lines }) => rows + lines.length, 0)
}

/**
 * As many whole blocks around the block `here` as fit into `rows`. If not all fit, it takes all rows; the last one,
 * made by
 * `more`, gives the number of blocks above and below.
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
  // The height does not depend on the blocks, so that nothing around them moves.
  const shown = { lines: [...padRows(lines.slice(0, room), room), more(from, blocks.length - 1 - to)] }
  return cursor === undefined ? shown : { ...shown, cursor: { ...cursor, row: Math.min(cursor.row, room - 1) } }
}

/** Appends empty lines up to a number of rows. */
export function padRows(lines: readonly string[], rows: number): string[] {
  return [...lines, ...Array.from({ length: Math.max(0, rows - lines.length) }, () => '')]
}

function withCursorOf(blocks: readonly Block[], here: number): readonly Block[] {
  return blocks.map((block, index) => (index === here ? block : { lines: block.lines }))
}
