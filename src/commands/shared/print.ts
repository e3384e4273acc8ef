import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError } from '../../context/errors.ts'
import { width } from '../../display/width.ts'
import { pagerIn, showInProgram } from '../../terminal/pager.ts'
import { pageOutput } from '../../terminal/rich/output.ts'
import { hostOf, showSaid } from './host.ts'
import type { GlobalOptions } from './command.ts'
import { isLineByLine, themeOf } from './options.ts'

/** Lines, or a function that makes them for a number of columns. */
type Lines = readonly string[] | ((columns: number) => readonly string[])

/**
 * Writes lines to standard output. If that is a terminal with fewer rows, they are shown in pages: by the program that PAGER names, which
 * need not work, else by this one. Not in plain mode.
 *
 * @throws LeftError if the user presses Ctrl-C in the pages.
 */
export async function print(lines: Lines, options: GlobalOptions, context: Context): Promise<void> {
  const host = hostOf(context)
  if (host !== undefined) return showSaid(host, typeof lines === 'function' ? lines : () => lines)
  const { stdout } = context
  const linesFor = (columns: number) => withoutBlankEnd(typeof lines === 'function' ? lines(columns) : lines)
  const whole = linesFor(stdout.columns)
  const text = `${whole.join('\n')}\n`
  const pager = pagerIn(context)
  if (!stdout.isTTY || fits(whole, stdout) || isLineByLine(options, context)) return void stdout.write(text)
  // Standard input is looked at last, because that opens it, which takes a tenth of a start.
  if (pager !== '' || context.stdin.isTTY !== true) {
    if (!(await showInProgram(pager, text, context))) stdout.write(text)
    return
  }
  if (await pageOutput(linesFor, { context, theme: themeOf(options, context) })) return
  throw new LeftError('', ExitCode.interrupted)
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trimEnd() !== '') + 1)
}

/** Whether a terminal has room for all lines and for the shell's next prompt. Long lines take several rows. */
function fits(lines: readonly string[], { columns, rows }: Context['stdout']): boolean {
  if (lines.length >= rows) return false
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / columns)), 0) < rows
}
