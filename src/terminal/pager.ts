import { spawn } from 'node:child_process'
import type { Context } from '../context/context.ts'
import { programIn } from './editor/known.ts'

/** The exit code of a shell whose program was ended by Ctrl-C. */
const INTERRUPTED = 130

/** The pager of Windows. */
const MORE = /^more(?:\.com)?$/i

/** The command of the user's pager; '' if PAGER is empty, or names Windows' `more`, which reads the console's code page, not UTF-8. */
export function pagerIn({ env, platform }: Pick<Context, 'env' | 'platform'>): string {
  const command = env['PAGER']?.trim() ?? ''
  const program = programIn(command).split(/[\\/]/).at(-1) ?? ''
  return platform === 'win32' && MORE.test(program) ? '' : command
}

/**
 * Shows text in another program. Gives false if that did not end well: it was not found, which each system's shell reports by an exit code
 * of its own, failed, or was killed. It may have shown nothing then, as with the commands '' and `cat`, which are not run. An end by Ctrl-C
 * is the user's wish.
 */
export function showInProgram(
  command: string,
  text: string,
  { env, withTerminalReleased }: Pick<Context, 'env' | 'withTerminalReleased'>
): Promise<boolean> {
  if (command === '' || command === 'cat') return Promise.resolve(false)
  return withTerminalReleased(
    () =>
      new Promise((resolve) => {
        // For less. -R: our colours; -F: leave at once if it fits after all; -X: leave the text on the screen. Its charset is that of our text.
        const child = spawn(command, {
          shell: true,
          stdio: ['pipe', 'inherit', 'inherit'],
          env: { LESS: 'FRX', LESSCHARSET: 'utf-8', ...env }
        })
        child.on('error', () => resolve(false))
        child.stdin.on('error', () => {}) // left before the end: nobody wants the rest
        child.on('close', (code, signal) => resolve(code === 0 || code === INTERRUPTED || signal === 'SIGINT'))
        child.stdin.end(text)
      })
  )
}
