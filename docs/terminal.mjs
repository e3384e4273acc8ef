import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pty from '@lydell/node-pty'
import headless from '@xterm/headless'

/** The built program's launcher. */
export const launcher = path.join(import.meta.dirname, '..', 'bin', 'reflect.js')

/** How long the program may take for anything. Milliseconds. */
const PATIENCE = 20_000
/** A screen is still when nothing was written for this many milliseconds. */
const STILL = 80

/**
 * Runs the built program in a pseudo-terminal, with a home and a journal of its own in a temporary folder.
 *
 * `command` starts it another way, as `patience` gives it another time for anything, in milliseconds. `prepare` is called before it
 * starts, with the program's environment and the folder of the journal.
 *
 * Gives its `screen`, `rows()` as they are there, `journal`, `play(steps)`, `ended`, and `close()`, which removes the
 * folder. A step is `[words, keys]`: once the words are on the screen, the keys are typed, pasted if they hold a line end;
 * without keys it is over when the screen is still.
 */
export function openProgram(args, options, prepare = () => {}) {
  const { columns, rows, env = {}, command = [process.execPath, launcher], patience = PATIENCE } = options
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-docs-'))
  const journal = path.join(home, 'journal')
  const screen = new headless.Terminal({ cols: columns, rows, allowProposedApi: true })
  prepare(environmentOf(home, journal), journal)
  const child = pty.spawn(command[0], [...command.slice(1), ...args], {
    cols: columns,
    rows,
    env: { ...environmentOf(home, journal), ...env }
  })
  let check = () => {}
  let written = 0
  screen.onData((data) => child.write(data))
  child.onData((data) => {
    written += data.length
    screen.write(data, () => check())
  })
  const rowsNow = () => {
    const { active } = screen.buffer
    return Array.from({ length: rows }, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '')
  }
  const until = (words) =>
    new Promise((resolve, reject) => {
      const tired = setTimeout(
        () => reject(new Error(`Not on the screen: ${words}\n${rowsNow().join('\n')}`)),
        patience
      )
      check = () => {
        if (!rowsNow().join('\n').includes(words)) return
        clearTimeout(tired)
        resolve()
      }
      check()
    })
  const stillness = async () => {
    for (let before = -1; before !== written;) {
      before = written
      await new Promise((resolve) => setTimeout(resolve, STILL))
    }
  }
  return {
    screen,
    journal,
    rows: rowsNow,
    async play(steps) {
      for (const [words, keys] of steps) {
        await until(words)
        if (keys === undefined) await stillness()
        else child.write(keys.includes('\n') ? `\u001B[200~${keys}\u001B[201~` : keys)
      }
    },
    ended: new Promise((resolve) => child.onExit(resolve)),
    close() {
      child.kill('SIGKILL')
      fs.rmSync(home, { recursive: true })
    }
  }
}

function environmentOf(home, journal) {
  const env = {
    ...process.env,
    REFLECT_HOME: home,
    REFLECT_JOURNAL: journal,
    TERM: 'xterm-256color',
    LANG: 'en_GB.UTF-8',
    TZ: 'Europe/London'
  }
  for (const name of ['NO_COLOR', 'CI', 'ACCESSIBLE', 'LC_ALL', 'COLORFGBG']) delete env[name]
  return env
}
