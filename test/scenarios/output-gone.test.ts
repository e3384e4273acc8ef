import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { gone, openTerminal } from '../kit/terminal.ts'
import { drafted, homeForWriting } from '../kit/writing.ts'

/**
 * The program with its keyboard in one terminal and its screen in another, so that the second can go alone. The first is
 * opened before, for whatever a terminal is opened for holds those before it open.
 */
async function openProgram(home: Home, start: readonly string[]) {
  const line = 'cd "$HOME"; read device; exec "$0" "$@" > "$device" 2> errors'
  const program = openTerminal(['-c', line, process.execPath, ...start], { command: 'sh', env: home.env })
  const screen = openTerminal(['-c', 'tty; echo $$; echo THERE; exec sleep 600'], { command: 'sh' })
  const [device, pid] = (await screen.until('THERE')).split('\n')
  program.type(`${device}\r`)
  const close = async () => {
    screen.close()
    // Whoever it was open for is told once nothing can be written to it any more.
    await gone(Number(pid))
  }
  return { program, screen, close }
}

describe('a terminal that goes while something is drawn on it', () => {
  it.each([
    ['on the whole screen', []],
    ['in plain mode', ['--plain']]
  ])('%s costs no key', async (_, options) => {
    const { home, start } = homeForWriting()
    const { program, screen, close } = await openProgram(home, [...start, ...options])
    await screen.until('begin')
    program.type('\r')
    await screen.until('The first')
    program.type('Half a sentence')
    await screen.until('Half a sentence')
    await close()
    program.type('!')
    expect(await program.ended).toEqual({ exitCode: 0, signal: os.constants.signals.SIGHUP })
    expect(fs.readFileSync(path.join(home.dir, 'errors'), 'utf8')).toBe('')
    expect(await drafted(home)).toEqual({ first: 'Half a sentence!' })
  })
})

describe('a window that is closed', () => {
  it('ends the program without a fault, and costs no key', async () => {
    const { home, start } = homeForWriting()
    // A shell that outlives its terminal.
    const line = 'cd "$HOME"; echo $$ > pid; trap "" HUP; (exec "$@" 2> errors); echo $? > code'
    const terminal = openTerminal(['-c', line, 'sh', process.execPath, ...start], { command: 'sh', env: home.env })
    const written = (name: string) => fs.readFileSync(path.join(home.dir, name), 'utf8').trim()
    await terminal.until('begin')
    terminal.type('\r')
    await terminal.until('The first')
    terminal.type('Half a sentence')
    await terminal.until('Half a sentence')
    terminal.close()
    await gone(Number(written('pid')))
    expect(written('errors')).toBe('')
    expect(written('code')).toBe('129')
    expect(await drafted(home)).toEqual({ first: 'Half a sentence' })
  })
})

const pack = (prompt: string) => `format: 1
id: parts
version: 1.0.0
title: Parts
language: en-GB
exercises:
  - id: parts
    title: Parts
    prompts:
      - { id: what, ask: What is it?, ${prompt} }
`

/** The program in plain mode at the end of two pipes. */
function pipedProgram(home: Home, prompt: string) {
  const file = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(file, pack(prompt))
  const child = spawn(process.execPath, [launcher(), 'start', 'parts', '--plain', '--pack', file], { env: home.env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, errors: errors.join('') }))
  })
  let said = ''
  const says = (words: string) =>
    new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes(words)) resolve()
      })
    })
  return { child, says, ended }
}

describe('a reader that goes away', () => {
  it.each([
    ['a part of a plan', 'type: plan', 'When', 'it rains', { if: 'it rains', then: '' }],
    ['a choice', 'type: choice, options: [Red, Green]', 'Type a number', '2', 'Green'],
    [
      'a cell',
      'type: table, columns: [{ id: name, title: Name }, { id: role, title: Role }], rows: [Us]',
      'Name:',
      'Ann',
      [{ row: 'Us', name: 'Ann' }]
    ]
  ])('costs nothing that was typed: %s', async (_, prompt, last, line, answer) => {
    const home = newHome()
    const { child, says, ended } = pipedProgram(home, prompt)
    await says('begin')
    child.stdin.write('\n')
    await says(last)
    child.stdout.destroy()
    child.stdin.write(`${line}\n`)
    expect(await ended).toEqual({ code: 0, errors: '' })
    expect(await drafted(home)).toEqual({ what: answer })
  })
})
