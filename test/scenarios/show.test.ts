import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

/** A home whose only entry says something, and its file. */
async function homeWith(what: string) {
  const home = newHome()
  await home.run(['start', 'three-questions', '--answers', '-'], { input: JSON.stringify({ what }) })
  const name = filesBelow(home.journal).find((file) => /^\d{4}/.test(file)) ?? ''
  return { home, file: path.join(home.journal, name) }
}

describe('reflect show', () => {
  it('--raw gives the file byte for byte, also where it is not UTF-8', async () => {
    const { home, file } = await homeWith('words')
    fs.appendFileSync(file, Buffer.from('\nA café.\n', 'latin1'))
    const shown = execFileSync(process.execPath, [launcher(), 'show', 'last', '--raw'], { env: home.env })
    expect(shown.equals(fs.readFileSync(file))).toBe(true)
  })

  it.each(['--raw', '--json'])('%s lets nothing of an entry steer a terminal', async (option) => {
    const { home } = await homeWith('Some \u001b[2Jmore \u009b31mwords')
    const terminal = openTerminal([launcher(), 'show', 'last', option], { env: home.env, columns: 200, rows: 200 })
    await terminal.ended
    expect(terminal.screen()).toMatch(/Some .*more .*words/)
    expect(terminal.written()).not.toMatch(/\u001b\[2J|\u009b/)
  })
})
