import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { buildSync } from 'esbuild'
import { describe, expect, it, onTestFinished } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..', '..')
const program = `
import { plainRenderer } from './src/terminal/plain/index.ts'
import { english } from './src/words/index.ts'
const stdout = { write: (text) => process.stdout.write(text), isTTY: false, columns: 80, rows: 24 }
const renderer = plainRenderer({ context: { stdin: process.stdin, stdout, env: {}, platform: process.platform, homeDir: '/home/ada', cwd: '/home/ada', words: english, onExit: () => () => {}, withTerminalReleased: (work) => work() } })
const told = await renderer.ask({ prompt: { id: 'q', type: 'text', ask: 'Why?' }, progress: { question: 1, of: 1 }, private: false, keep() {} })
renderer.close()
process.stdout.write(JSON.stringify(told))
`

/** A process that asks one question of its own standard input. */
function asking() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-test-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }))
  const outfile = path.join(dir, 'ask.mjs')
  buildSync({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error'
  })
  const child = spawn(process.execPath, [outfile], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  const said: string[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const ended = new Promise<string>((resolve) => {
    child.on('close', () => resolve(said.join('')))
  })
  return { child, ended }
}

describe('a pipe that stays open', () => {
  it('does not keep the program from ending', async () => {
    const { child, ended } = asking()
    child.stdin.write('Because.\n.\n')
    expect(await ended).toMatch(/\{"kind":"answer","answer":"Because\."\}$/)
  })
})
