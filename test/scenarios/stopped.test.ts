import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { openTerminal } from '../kit/terminal.ts'
import { drafted, homeForWriting } from '../kit/writing.ts'

describe('a session that is stopped', () => {
  it.each([
    ['on the whole screen', ''],
    ['in plain mode', '--plain']
  ])('%s gives the terminal back, and goes on with the words in it', async (_, option) => {
    const { home, start } = homeForWriting()
    const env = { ...home.env, PS1: '% ' }
    const terminal = openTerminal(['--norc', '--noprofile', '-i'], { command: 'bash', env })
    const typeLine = (line: string) => terminal.type(`${line}\r`)
    await terminal.until('%')
    typeLine(
      `cd "$HOME"; stty -a > before; '${process.execPath}' ${start.map((part) => `'${part}'`).join(' ')} ${option}`
    )
    await terminal.until('begin')
    typeLine('')
    await terminal.until('The first')
    terminal.type('Half a ')
    await terminal.until('Half a')
    if (option === '') {
      terminal.type('\u001b')
      await terminal.until('Stop for a while')
      terminal.type('\u001b[F\r')
    } else terminal.type('\u001a')
    await terminal.until('Stopped')
    expect(await drafted(home)).toEqual({ first: 'Half a ' })
    typeLine('clear; stty -a > after; echo $((6 * 7))')
    await terminal.until('42')
    const modes = (name: string) => fs.readFileSync(path.join(home.dir, name), 'utf8')
    expect(modes('after')).toBe(modes('before'))
    const raw = terminal.written()
    expect(raw.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(raw.indexOf('\u001b[?2004h'))
    typeLine('fg')
    const again = await terminal.until('Half a')
    expect(again).not.toContain('Stop for a while')
    terminal.type('sentence')
    await terminal.until('Half a sentence')
    terminal.type('\u0003')
    await terminal.until('Your draft is kept')
    expect(await drafted(home)).toEqual({ first: 'Half a sentence' })
  })
})
