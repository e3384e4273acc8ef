import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forBash, readBashLine, type OpenQuote } from '../../src/commands/help/bash-line.ts'
import type { EntryHead } from '../../src/entry/model.ts'
import { idOf, writeEntryFile } from '../journal/kit/entries.ts'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { needProgram, writeScript } from '../kit/needs.ts'

const publicValue = path.join(import.meta.dirname, '../../exercises/public-value')

/** What the program offers for the word at the cursor, the last one. */
async function offered(...words: string[]): Promise<string[]> {
  const home = newHome()
  await home.run(['start', 'three-questions', '--answers', '-'], { input: '{ "what": "words" }' })
  const { stdout, stderr, code } = await home.run(['__complete', ...words])
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  return stdout.split('\n').map((line) => line.split('\t')[0] ?? '')
}

describe('what is offered', () => {
  it('is what the command takes: no "last" to delete', async () => {
    expect(await offered('delete', 'la')).not.toContain('last')
  })

  it.each([
    [['sta'], 'start'],
    [['start', ''], 'no-paying-customer'],
    [['start', '--ro'], '--route'],
    [['start', '--route', ''], 'short'],
    [['start', '--route=s'], '--route=short'],
    [['--plain', 'start', 'three'], 'three-questions'],
    [['list', 'pub'], 'public-value'],
    [['show', 'la'], 'last'],
    [['show', ''], expect.stringMatching(/^\d{4}-\d\d-\d\d-\d{4}-three-questions$/)],
    [['export', 'last', 'three'], 'three-questions'],
    [['export', '--format', 'j'], 'json'],
    [['search', 'word', '--tag', ''], 'reflection'],
    [['journal', '--status', 'd'], 'draft'],
    [['pack', 'ch'], 'check'],
    [['pack', 'check', '--format', 'g'], 'github'],
    [['pack', 'preview', '--w'], '--watch'],
    [['pack', 'preview', publicValue, '--from', 'no-pay'], 'no-paying-customer'],
    [['pack', 'preview', publicValue, '--from=three-tests/cl'], '--from=three-tests/claim'],
    [['config', 'set', 'pl'], 'plain'],
    [['help', 'exit'], 'exit-codes'],
    [['help', 'sea'], 'search'],
    [['help', 'pack', 'prev'], 'preview'],
    [['pack', 'info', 'pub'], 'public-value'],
    [['config', 'set', 'plain', ''], 'true'],
    [['config', 'set', 'color', ''], 'never'],
    [['config', 'set', 'language', 'c'], 'cy'],
    [['completion', 'f'], 'fish']
  ])('for %j: %s', async (words, value) => expect(await offered(...words)).toContainEqual(value))

  it.each([
    [['start', '--answers', '']],
    [['search', 'x']],
    [['pack', 'check', '']],
    [['pack', 'preview', '--from', '']],
    [['resume', '']],
    [['pack', 'remove', '']],
    [['config', 'set', 'editor', '']],
    [['nonsense', '']]
  ])('is left to the shell for %j', async (words) => expect(await offered(...words)).toEqual(['']))
})

describe('of the entries', () => {
  it('drafts are offered to go on with, deleted ones to restore, and those of a journal that is named', async () => {
    const home = newHome()
    const write = (name: string, rest: Partial<EntryHead>) => writeEntryFile(home.journal, name, rest)
    write('2026/2026-11-23-no-paying-customer.md', {})
    write('drafts/2026-11-24-begun.12345678.md', { id: idOf(2), status: 'draft' })
    write('trash/2026-11-25-gone.md', { id: idOf(3) })
    const told = async (...words: string[]) => {
      const { stdout } = await home.run(['__complete', ...words], { env: { REFLECT_JOURNAL: '/nowhere' } })
      return stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[0])
    }
    expect(await told('--journal', home.journal, 'resume', '')).toEqual(['2026-11-24-begun.12345678'])
    expect(await told('journal', `--journal=${home.journal}`, '--restore', '')).toEqual(['2026-11-25-gone'])
    expect(await told('--journal', home.journal, 'export', '2026-11-23')).toEqual(['2026-11-23-no-paying-customer'])
    expect(await told('show', '2')).toEqual([''])
  })
})

describe('of the pack that is named', () => {
  const pack = 'format: 1\nid: week\nversion: 1.0.0\ntitle: Week\nlanguage: en\nexercises: [look.yaml]\n'
  const exercise = 'id: look\ntitle: Look\nminutes: 5\nprompts: [{ id: what, ask: What? }]\n'

  it.each([
    [['start', '--pack', 'PACK', ''], ['look']],
    [['start', '--pack=PACK', 'l'], ['look']],
    [['start', '--pack', '~/my packs/wythnos tŷ', ''], ['look']],
    [['start', 'look', '--pack', 'PACK/pack.yaml', '--route=b'], ['--route=brief']],
    [['pack', 'preview', '~/my packs/wythnos tŷ', '--from', 'look/'], ['look/what']],
    [['start', '--pack', '~/nowhere', ''], ['']],
    [['start', '--pack', '$(touch hacked)', ''], ['']],
    [['journal', '--pack', 'three-questions', '--exercise', ''], ['three-questions']],
    [['start', '--', '--pack'], ['']]
  ])('%j offers %j', async (words, values) => {
    const home = newHome()
    const folder = path.join(home.dir, 'my packs', 'wythnos tŷ')
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(path.join(folder, 'pack.yaml'), `${pack}routes: { brief: { title: Brief, exercises: [look] } }\n`)
    fs.writeFileSync(path.join(folder, 'look.yaml'), exercise)
    const { stdout, stderr } = await home.run(['__complete', ...words.map((word) => word.replace('PACK', folder))])
    expect(stderr).toBe('')
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => line.split('\t')[0])).toEqual(values)
    expect(fs.readdirSync(home.dir)).not.toContain('hacked')
  })
})

const quotes: readonly OpenQuote[] = ['"', "'", '']

/** What bash makes of a candidate after an open quotation mark. */
function closed(quote: OpenQuote, candidate: string): string {
  return quote + candidate + (candidate.endsWith(quote) ? '' : quote)
}

describe('a line of bash', () => {
  it.each([
    ['reflect show "2', ['reflect', 'show', '2'], '"'],
    ["reflect 'it'\\''s x", ['reflect', "it's x"], "'"],
    ['reflect  a\\ b "c \\" \\$d \\e"f ', ['reflect', 'a b', 'c " $d \\ef', ''], ''],
    ['reflect $(touch x) `y` \\', ['reflect', '$(touch', 'x)', '`y`', ''], '']
  ])('%s', (line, words, quote) => expect(readBashLine(line)).toEqual({ words, quote }))

  const typed = fc.string({ unit: fc.constantFrom(...'a é"\'\\$`!*~(){}[];&|<>#?^=:@%,-ŷ漢'), minLength: 1 })

  it('is read as a candidate was put into it, after any quotation mark that is open', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom(...quotes), (text, quote) => {
        const { words } = readBashLine(`reflect ${closed(quote, forBash(text, quote))}`)
        expect(words).toEqual(['reflect', text])
      })
    )
  })

  it('is read by bash in the same way', () => {
    const bash = needProgram('bash')
    const texts = fc.sample(typed, 200).flatMap((text) => quotes.map((quote) => ({ text, quote })))
    const lines = texts.map(({ text, quote }) => `printf '%s\\n' ${closed(quote, forBash(text, quote))}`)
    const printed = execFileSync(bash, ['-c', lines.join('\n')], { encoding: 'utf8' })
    expect(printed.split('\n').slice(0, -1)).toEqual(texts.map(({ text }) => text))
  })
})

/** How each shell is begun without anybody's own settings, and told to complete. */
const shells = [
  { shell: 'bash', args: ['--norc', '--noprofile', '-i'], ready: 'eval "$(reflect completion bash)"' },
  { shell: 'zsh', args: ['-f', '-i'], ready: 'autoload -U compinit; compinit -D; source <(reflect completion zsh)' },
  { shell: 'fish', args: ['--no-config', '-i'], ready: 'reflect completion fish | source' }
]

/** What is typed before Tab, and what the line is then. */
const completed: readonly (readonly [typed: string, line: string | RegExp])[] = [
  ['reflect sta', 'reflect start'],
  ['reflect start no-pay', 'reflect start no-paying-customer'],
  ['reflect start x --answers my-a', 'reflect start x --answers my-answers.yaml'],
  ['reflect export --format=htm', 'reflect export --format=html'],
  ['reflect show la', 'reflect show last'],
  ['reflect show my\\ o', 'reflect show my\\ own\\ words'],
  ['reflect show "my', 'reflect show "my own words"'],
  ["reflect show 'my o", "reflect show 'my own words'"],
  ['reflect --journal "journal" show my', 'reflect --journal "journal" show my\\ own\\ words'],
  ["reflect --journal='journal' show 'my", "reflect --journal='journal' show 'my own words'"],
  ['reflect journal --tag tŷ', 'reflect journal --tag tŷ\\ mawr'],
  ['reflect journal --tag "tŷ ', 'reflect journal --tag "tŷ mawr"'],
  ['reflect journal --tag="tŷ', /^reflect journal --tag=(?:"tŷ mawr"|tŷ\\ mawr)$/],
  ['reflect start --pack "my packs/tŷ" l', 'reflect start --pack "my packs/tŷ" look'],
  ['reflect start --pack=~/my\\ packs/tŷ l', 'reflect start --pack=~/my\\ packs/tŷ look'],
  ['reflect start --pack ~/my\\ pa', 'reflect start --pack ~/my\\ packs/'],
  ['reflect start --pack=~/my\\ pa', 'reflect start --pack=~/my\\ packs/'],
  ['reflect --journal "$(touch hacked)" config set pl', 'reflect --journal "$(touch hacked)" config set plain'],
  [
    "reflect --journal '`touch hacked`' config set color nev",
    "reflect --journal '`touch hacked`' config set color never"
  ]
]

describe.each(shells)('in $shell', ({ shell, args, ready }) => {
  it('Tab completes words, and runs nothing', async () => {
    needProgram(shell)
    const home = newHome()
    const bin = path.join(home.dir, 'bin')
    const pack = path.join(home.dir, 'my packs', 'tŷ')
    for (const folder of [bin, pack]) fs.mkdirSync(folder, { recursive: true })
    const write = (folder: string, name: string, text: string) =>
      fs.writeFileSync(path.join(folder, name), text, { mode: 0o755 })
    writeScript(path.join(bin, 'reflect'), `exec "${process.execPath}" "${launcher()}" "$@"`)
    write(home.dir, 'my-answers.yaml', '')
    write(pack, 'pack.yaml', 'format: 1\nid: week\nversion: 1.0.0\ntitle: Week\nlanguage: en\nexercises: [look.yaml]\n')
    write(pack, 'look.yaml', 'id: look\ntitle: Look\nminutes: 5\nprompts: [{ id: what, ask: What? }]\n')
    const tags = ['--tag', 'tŷ mawr', '--tag', 'x*$(touch hacked)`touch hacked`!"\'']
    const answers = { input: '{ "what": "words" }' }
    const started = await home.run(['start', 'three-questions', '--answers', '-', ...tags], answers)
    const file = started.stdout.trim()
    fs.renameSync(file, path.join(path.dirname(file), 'my own words.md'))
    const env = { ...home.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, PS1: '$ ', LANG: 'C.UTF-8' }
    const terminal = openTerminal(args, { command: shell, env, columns: 120 })
    terminal.type(`cd ${home.dir}; ${ready}; echo re''ady\r`)
    await terminal.until('ready')
    for (const [typed, line] of completed) {
      terminal.type(`${typed}\t`)
      await terminal.until((screen) => {
        const last = (screen.split('\n').at(-1) ?? '').replace(/^.*?(?=reflect )/, '').trimEnd()
        return typeof line === 'string' ? last === line : line.test(last)
      })
      terminal.type('\u0015')
    }
    for (const [index, begun] of ['x', '"x', "'x"].entries()) {
      terminal.type(`reflect journal --tag ${begun}\t| grep -c Three; echo do''ne ${index}\r`)
      await terminal.until(`1\ndone ${index}`)
    }
    terminal.type('reflect show my\t --raw | grep ^pack:\r')
    await terminal.until('pack: three-questions')
    expect(fs.readdirSync(home.dir)).not.toContain('hacked')
  })
})
