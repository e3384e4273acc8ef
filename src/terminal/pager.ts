import { spawn } from 'node:child_process'
import type { Context } from '../context/context.ts'

/** The exit code of a shell whose program was ended by Ctrl-C. */
const INTERRUPTED = 130

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
        // For less. -R: our colours; -F: leave at once if it fits after all; -X: leave the text on the screen.
        const child = spawn(command, {
          shell: true,
          stdio: ['pipe', 'inherit', 'inherit'],
          env: { LESS: 'FRX', ...env }
        })
        child.on('error', () => resolve(false))
        child.stdin.on('error', () => {}) // left before the end: nobody wants the rest
        child.on('close', (code, signal) => resolve(code === 0 || code === INTERRUPTED || signal === 'SIGINT'))
        child.stdin.end(text)
      })
  )
}
