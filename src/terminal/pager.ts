import { spawn } from 'node:child_process'
import type { Context } from '../context/context.ts'

/**
 * Shows text in a pager: the command in `PAGER`, else `less` (`more` on Windows).
 * Gives false, and shows nothing, if there is no pager or `PAGER` is empty or `cat`.
 */
export function page(
  text: string,
  { env, platform, withTerminalReleased }: Pick<Context, 'env' | 'platform' | 'withTerminalReleased'>
): Promise<boolean> {
  const command = env['PAGER'] ?? (platform === 'win32' ? 'more' : 'less')
  if (command === '' || command === 'cat') return Promise.resolve(false)
  return withTerminalReleased(
    () =>
      new Promise((resolve) => {
        // -R: our colours; -F: leave at once if it fits after all; -X: leave the text on the screen.
        const child = spawn(command, {
          shell: true,
          stdio: ['pipe', 'inherit', 'inherit'],
          env: { LESS: 'FRX', ...env }
        })
        child.on('error', () => resolve(false))
        child.stdin.on('error', () => {}) // left before the end: nobody wants the rest
        child.on('close', (code) => resolve(code !== 127 && code !== 126))
        child.stdin.end(text)
      })
  )
}
