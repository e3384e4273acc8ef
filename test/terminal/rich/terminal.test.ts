import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Prompt } from '../../../src/questions/shared/model.ts'
import { openTerminal } from '../../kit/terminal.ts'
import { keys } from './kit.ts'
import { writeScript } from '../../kit/needs.ts'

let folder = ''
let program = ''

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-test-'))
  program = path.join(folder, 'asks.mjs')
  await build({
    entryPoints: [path.join(import.meta.dirname, '..', '..', 'kit', 'asks.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" }
  })
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const moment: Prompt = { id: 'moment', type: 'text', title: 'The moment', ask: 'Tell the moment.' }
const line: Prompt = { id: 'line', type: 'text', lines: 1, ask: 'In one line?' }
let count = 0

/** Asks prompts in a terminal; `told` reads what the renderer told once it has ended. */
function ask(
  prompts: readonly Prompt[],
  { columns = 80, rows = 24, env = {} }: { columns?: number; rows?: number; env?: Record<string, string> } = {}
) {
  count += 1
  const [from, to] = ['prompts', 'told'].map((name) => path.join(folder, `${name}-${count}.json`)) as [string, string]
  fs.writeFileSync(from, JSON.stringify(prompts))
  const terminal = openTerminal([program, from, to], { columns, rows, env })
  const read = () => JSON.parse(fs.readFileSync(to, 'utf8')) as { told: unknown[]; kept: unknown[] }
  return { ...terminal, read, result: async () => ((await terminal.ended).exitCode === 0 ? read() : undefined) }
}

const paragraphs = [
  'Zoë said naïvely: “it’s done”.',
  '日本語の段落、二番目です。',
  'And the third 👩‍👩‍👧 e\u0301nds here.'
].join('\n\n')

describe('a question in a real terminal', () => {
  it.each([
    ['a text', moment, keys.tab],
    ['one line', line, '\r']
  ])('reads bytes that are not UTF-8 as Windows-1252 into %s, and says so once', async (_, prompt, done) => {
    const terminal = ask([prompt])
    await terminal.until(prompt.ask)
    terminal.type(Buffer.from('caf\u00e9 na\u00efve', 'latin1'))
    await terminal.until('café naïve')
    await terminal.until('UTF-8')
    terminal.type(Buffer.from(' caf\u00e9, the', 'latin1'))
    await terminal.until('café, the')
    terminal.type(' café')
    await terminal.until('the café')
    expect(terminal.everything().match(/UTF-8/g)).toHaveLength(2)
    terminal.type(done)
    expect(await terminal.result()).toMatchObject({ told: [{ kind: 'answer', answer: 'café naïve café, the café' }] })
  })

  it.each([
    ['in brackets', keys.pasted(paragraphs.replaceAll('\n', '\r'))],
    ['without brackets', paragraphs.replaceAll('\n', '\r')]
  ])('takes three paragraphs that are pasted %s whole', async (_, pasted) => {
    const terminal = ask([moment])
    await terminal.until('Tell the moment.')
    terminal.type(pasted)
    expect(await terminal.until('nds here.')).toContain('日本語の段落、二番目です。')
    terminal.type(keys.tab)
    expect(await terminal.result()).toEqual({ told: [{ kind: 'answer', answer: paragraphs }], kept: [paragraphs] })
  })

  it('keeps what is typed ahead for the next question', async () => {
    const terminal = ask([line, { ...line, id: 'next', ask: 'And next?' }])
    terminal.type('one\rtwo\r')
    expect((await terminal.result())?.told).toEqual([
      { kind: 'answer', answer: 'one' },
      { kind: 'answer', answer: 'two' }
    ])
    expect(terminal.everything()).toMatch(/✔ In one line\?\n {2}one\n\n✔ And next\?\n {2}two/)
  })

  it('has what is typed kept without another key', async () => {
    const terminal = ask([moment])
    await terminal.until('Tell the moment.')
    terminal.type('Half a sentence')
    await expect
      .poll(() => terminal.until('Half a sentence').then(() => terminal.read().kept.at(-1)), { timeout: 20_000 })
      .toBe('Half a sentence')
  })

  it('gives the terminal back at Ctrl-C, with what was written kept', async () => {
    const terminal = ask([moment])
    await terminal.until('Tell the moment.')
    terminal.type('Half a')
    await terminal.until('Half a')
    terminal.type(keys.ctrl('c'))
    expect(await terminal.result()).toMatchObject({ told: [{ kind: 'leave', kept: 'Half a' }], kept: ['Half a'] })
    const written = terminal.written()
    expect(written.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(written.lastIndexOf('\u001b[?2004h'))
    expect(written.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(written.lastIndexOf('\u001b[?25l'))
    expect(terminal.screen()).not.toContain('Tell the moment.')
  })

  it('draws itself anew when the window changes, the cursor where the writing is', async () => {
    const terminal = ask([moment])
    await terminal.until('Tell the moment.')
    terminal.type('a line of words that is longer than a narrow window')
    await terminal.until('narrow window')
    terminal.resize(40, 20)
    expect(await terminal.until((screen) => /longer than a\nnarrow window/.test(screen))).toContain(
      'About 2 minutes left'
    )
    terminal.resize(80, 24)
    const screen = await terminal.until('longer than a narrow window')
    expect(screen.match(/About 2 minutes left/g)).toHaveLength(1)
    terminal.type('!')
    await terminal.until('narrow window!')
  })

  it('writes little for a key in a long text, and has no colours where there are to be none', async () => {
    const terminal = ask([moment], { env: { NO_COLOR: '1' } })
    await terminal.until('Tell the moment.')
    terminal.type(keys.pasted('the quick brown fox '.repeat(5000)))
    await terminal.until('lines above')
    terminal.type('Y')
    await terminal.until('Y')
    const before = terminal.written().length
    terminal.type('Z')
    await terminal.until('Z')
    expect(terminal.written().length - before).toBeLessThan(200)
    expect(
      terminal
        .written()
        .split('\u001b')
        .filter((part) => /^\[\d+m/.test(part))
    ).toEqual([])
  })

  it('lends the terminal to the editor', async () => {
    const script = 'echo "The editor is open"\nread line\nprintf "%s" "$line" > "$1"'
    const editor = writeScript(path.join(folder, 'editor'), script)
    const terminal = ask([moment], { env: { VISUAL: editor } })
    await terminal.until('Tell the moment.')
    terminal.type(keys.ctrl('x') + keys.ctrl('e'))
    await terminal.until('The editor is open')
    terminal.type('from there\r')
    await terminal.until((screen) => /Tell the moment\.[^]*\nfrom there\n─/.test(screen))
    terminal.type(keys.tab)
    expect((await terminal.result())?.told).toEqual([{ kind: 'answer', answer: 'from there' }])
  })
})
