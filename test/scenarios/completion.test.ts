import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import type { EntryHead } from '../../src/entry/model.ts'
import { idOf, writeEntryFile } from '../journal/kit/entries.ts'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

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

/** How each shell is begun without anybody's own settings, and told to complete. */
const shells = [
  { shell: 'bash', args: ['--norc', '--noprofile', '-i'], ready: 'eval "$(reflect completion bash)"' },
  { shell: 'zsh', args: ['-f', '-i'], ready: 'autoload -U compinit; compinit -D; source <(reflect completion zsh)' },
  { shell: 'fish', args: ['--no-config', '-i'], ready: 'reflect completion fish | source' }
]

function isHere(shell: string): boolean {
  try {
    execFileSync(shell, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.each(shells)('in $shell', ({ shell, args, ready }) => {
  it.skipIf(!isHere(shell))('Tab completes commands, exercises and options, and files elsewhere', async () => {
    const home = newHome()
    const bin = path.join(home.dir, 'bin')
    fs.mkdirSync(bin)
    fs.writeFileSync(path.join(bin, 'reflect'), `#!/bin/sh\nexec "${process.execPath}" "${launcher()}" "$@"\n`, {
      mode: 0o755
    })
    fs.writeFileSync(path.join(home.dir, 'my-answers.yaml'), '')
    const started = await home.run(['start', 'three-questions', '--answers', '-'], { input: '{ "what": "words" }' })
    const file = started.stdout.trim()
    fs.renameSync(file, path.join(path.dirname(file), 'my own words.md'))
    const env = { ...home.env, PATH: `${bin}:${process.env['PATH'] ?? ''}`, PS1: '$ ' }
    const terminal = openTerminal(args, { command: shell, env })
    terminal.type(`cd ${home.dir}; ${ready}; echo re''ady\r`)
    await terminal.until('ready')
    terminal.type('reflect sta\t')
    await terminal.until((screen) => screen.endsWith('reflect start'))
    terminal.type('no-pay\t')
    await terminal.until('reflect start no-paying-customer')
    terminal.type('--answers my-a\t')
    await terminal.until('no-paying-customer --answers my-answers.yaml')
    terminal.type('\u0015')
    terminal.type('reflect export --format=htm\t')
    await terminal.until('--format=html')
    terminal.type('\u0015')
    terminal.type('reflect show la\t')
    await terminal.until('reflect show last')
    terminal.type('\u0015')
    terminal.type('reflect show my\t')
    await terminal.until('reflect show my\\ own\\ words')
    terminal.type(' --raw | grep ^pack:\r')
    await terminal.until('pack: three-questions')
  })
})
