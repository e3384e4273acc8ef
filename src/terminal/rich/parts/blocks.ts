import type { Theme } from '../../../display/theme.ts'
import { width } from '../../../display/width.ts'
import type { Frame } from '../../screen.ts'
import type { Position } from '../../writing/layout.ts'
import type { WidgetContext } from './widget.ts'

/** The pointer before the current item of a list, or as many spaces. */
export function pointerSign(isHere: boolean, { accent, glyphs }: Theme): string {
  return isHere ? accent(`${glyphs.pointer} `) : ' '.repeat(width(glyphs.pointer) + 1)
}

/** The place of a cursor in a frame that has been moved into another. */
export function shifted(cursor: Position | undefined, rows: number, columns = 0): Position | undefined {
  return cursor && { row: cursor.row + rows, column: cursor.column + columns }
}

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
    cursor = shifted(frame.cursor, lines.length) ?? cursor
    lines.push(...frame.lines)
  }
  return { lines, cursor }
}

/** Crops a frame to its last rows, or to those from the cursor if that is above them. */
export function crop(frame: Frame, rows: number): Frame {
  const { lines, cursor } = frame
  if (lines.length <= rows) return frame
  const from = Math.min(cursor?.row ?? lines.length, lines.length - rows)
  return { lines: lines.slice(from, from + rows), cursor: shifted(cursor, -from) }
}

/** Height of all blocks, each of which is lines that belong together, such as a statement with its rating. */
export function heightOf(blocks: readonly Frame[]): number {
  return blocks.reduce((rows, { lines }) => rows + lines.length, 0)
}

/**
 * As many whole blocks around the block `here` as fit into `rows`, with the cursor of that block. If not all fit, it
 * takes all rows, and the last one gives the number of blocks above and below. `beyond` are more blocks that do not fit.
 */
export function windowOf(
  blocks: readonly Frame[],
  here: number,
  rows: number,
  { theme, words }: WidgetContext,
  beyond = { above: 0, below: 0 }
): Frame {
  const framed = blocks.map((block, index) => (index === here ? block : { lines: block.lines }))
  if (heightOf(blocks) <= rows) return stack(...framed)
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
  const { lines, cursor } = stack(...framed.slice(from, to + 1))
  const more = words.walk.rich.pick.more(beyond.above + from, beyond.below + blocks.length - 1 - to)
  return {
    // The height does not depend on the blocks, so that nothing around them moves.
    lines: [...padRows(lines.slice(0, room), room), theme.quiet(more)],
    cursor: cursor && { ...cursor, row: Math.min(cursor.row, room - 1) }
  }
}

/** Appends empty lines up to a number of rows. */
export function padRows(lines: readonly string[], rows: number): string[] {
  return [...lines, ...Array.from({ length: Math.max(0, rows - lines.length) }, () => '')]
}
