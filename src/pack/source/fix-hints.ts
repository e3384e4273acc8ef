import { visible } from '../../text/visible.ts'
import type { FixWords } from '../../words/shared/types.ts'
import type { Edit, Fix } from '../diagnostic.ts'
import type { FileChange } from '../model.ts'
import { withEdits } from '../yaml/edits.ts'
import type { LineIndex } from '../yaml/line-index.ts'

/** How much of a correction a hint shows. */
const MAX_LINES = 6
const MAX_LENGTH = 160

/** The lines of a file, by its path. */
type LinesOf = (file: string) => LineIndex

/** A correction with places in lines and columns. */
export function changesOf(fix: Fix, file: string, linesOf: LinesOf): FileChange[] {
  if ('from' in fix) return [{ file: fix.from, name: fix.to }]
  if ('edits' in fix) return changesOf(fix.edits, fix.file, linesOf)
  const lines = linesOf(file)
  return fix.map(({ start, end, text }) => ({
    file,
    range: { start: lines.positionOf(start), end: lines.positionOf(end) },
    text
  }))
}

/** What to write, as a sentence; undefined if the correction is of the whole file. */
export function hintOf(fix: Fix, file: string, linesOf: LinesOf, words: FixWords): string | undefined {
  // The sentence of the code names the other file.
  if ('edits' in fix) return undefined
  const lines = linesOf(file)
  if ('from' in fix) return words.rename(visible(fix.from, { hidden: true }), fix.to)
  const [first, last] = [fix[0], fix.at(-1)]
  if (first === undefined || last === undefined || first.start + last.end === 0 || isWhole(first)) return undefined
  const { line: from } = lines.positionOf(first.start)
  const { line: to } = lines.positionOf(last.end)
  if (to - from > 4 * MAX_LINES) return undefined
  const start = lines.offsetOf(from)
  const before = Array.from({ length: to - from + 1 }, (_, index) => lines.line(from + index)).join('\n')
  return sentence(
    before,
    withEdits(
      before,
      fix.map((edit) => moved(edit, start))
    ),
    words
  )
}

/** Whether an edit changes only the line ends of a file. */
function isWhole({ start, end, text }: Edit): boolean {
  return start === 0 && end >= text.length && text.includes('\n')
}

function moved({ start, end, text }: Edit, by: number): Edit {
  return { start: start - by, end: end - by, text }
}

function sentence(before: string, after: string, words: FixWords): string {
  const [was, is] = [before.split('\n'), after.split('\n')]
  if (after.trim() === '') return words.remove(shown(before.trim()))
  while (is.length > 1 && was.length > 1 && was[0] === is[0]) {
    was.shift()
    is.shift()
  }
  while (is.length > 1 && was.length > 1 && was.at(-1) === is.at(-1)) {
    was.pop()
    is.pop()
  }
  const [onlyWas, only] = [was.join('\n'), is.join('\n')]
  if (onlyWas.trim() === only.trim() && !only.includes('\n')) return words.indent(only.search(/\S/), shown(only.trim()))
  const indent = Math.min(...is.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  const lines = is.slice(0, MAX_LINES).map((line) => shown(line.slice(Math.min(indent, line.length))))
  return words.write(is.length > MAX_LINES ? [...lines, '…'] : lines)
}

function shown(line: string): string {
  return visible(line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line, { hidden: true })
}
