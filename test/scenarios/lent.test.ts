import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { writeScript } from '../kit/needs.ts'

/**
 * A program that says that it is open, notes each Ctrl-C, and goes on when a line is typed; then it does `last`. Bash may only
 * note a Ctrl-C once a reading has ended, so that is given up every second.
 */
function program(home: Home, last = ''): string {
  const script = `trap 'echo INTERRUPTED' INT; echo OPEN; while ! read -r -t 1 line < /dev/tty; do :; done; ${last}`
  return writeScript(path.join(home.dir, 'program'), script, '/bin/bash')
}

describe('while another program has the terminal, Ctrl-C is for it alone', () => {
  it.each([
    ['the whole screen', []],
    ['plain mode', ['--plain']]
  ])('an editor, from %s', async (_, options) => {
    const home = newHome()
    const env = { ...home.env, VISUAL: program(home, 'echo "From the editor." > "$1"') }
    const terminal = openTerminal([launcher(), 'start', 'three-questions', ...options], { env })
    await terminal.until('begin')
    terminal.type('\r')
    await terminal.until('happened?')
    terminal.type(options.length === 0 ? '\u0018\u0005' : ':editor\r')
    await terminal.until('OPEN')
    terminal.type('\u0003')
    await terminal.until('INTERRUPTED')
    terminal.type('go on\r')
    await terminal.until(options.length === 0 ? 'From the editor.' : '25% done')
    terminal.type(options.length === 0 ? '\t' : '')
    await terminal.until('25% done')
    terminal.type('\u0003')
    expect((await terminal.ended).exitCode).toBe(130)
    const [draft] = JSON.parse((await home.run(['journal', '--status', 'draft', '--json'])).stdout)
    expect(JSON.parse((await home.run(['show', draft.id, '--json'])).stdout).answers.what).toBe('From the editor.')
  })

  it('a pager', async () => {
    const home = newHome()
    const env = { ...home.env, PAGER: program(home, 'echo CLOSED') }
    const terminal = openTerminal([launcher(), 'list'], { env, rows: 10 })
    await terminal.until('OPEN')
    terminal.type('\u0003')
    await terminal.until('INTERRUPTED')
    terminal.type('go on\r')
    await terminal.until('CLOSED')
    expect((await terminal.ended).exitCode).toBe(0)
  })
})
