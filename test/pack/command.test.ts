import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runProgram } from '../../src/program.ts'
import { tgzOf } from '../kit/archives.ts'
import { contextIn } from '../kit/context.ts'
import { HEAD, MANIFEST, ONE } from '../kit/packs.ts'

/** Runs a command in a folder with these files. */
async function ran(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-check-'))
  onTestFinished(() => fs.rmSync(cwd, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
    fs.writeFileSync(path.join(cwd, name), content)
  }
  const context = contextIn(cwd)
  const code = await runProgram(args, context)
  return { code, stdout: context.said.stdout }
}

const manifest = MANIFEST.replace(', other.yaml', '').replace('my-pack', 'our-pack')
const checked = (files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) =>
  ran(files, 'pack', 'check', ...args)
const faulty = { 'pack.yaml': manifest, 'one.yaml': `${HEAD}  - id: a\n    ask: 日本 {{b}}\n` }
const warned = { 'pack.yaml': manifest, 'one.yaml': ONE.replace('minutes: 5\n', '') }

describe('pack check', () => {
  it('reports that a pack has no errors', async () => {
    expect(await checked({ 'pack.yaml': manifest, 'one.yaml': ONE })).toEqual({
      code: 0,
      stdout: '"My pack" has no errors: 1 exercise, 1 prompt.\n'
    })
  })

  it('shows the place, the line with a pointer below it, and how to correct it', async () => {
    expect(await checked(faulty)).toEqual({
      code: 2,
      stdout: [
        'one.yaml:6:13: error: There is no prompt "b" to refer to. [unknown-prompt]',
        '  6 |     ask: 日本 {{b}}',
        '    |               ^^^^^',
        '  Did you mean "a"?',
        '',
        '1 error.\n'
      ].join('\n')
    })
  })

  it.each([
    ['my-pack', 'template-id'],
    ['public-value', 'bundled-id']
  ])('warns of the id %s', async (id, code) => {
    const files = { 'pack.yaml': manifest.replace('our-pack', id), 'one.yaml': ONE }
    const found = await checked(files, '--json', '--strict')
    expect(found.code).toBe(0)
    expect(JSON.parse(found.stdout)).toMatchObject({
      ok: true,
      diagnostics: [{ file: 'pack.yaml', line: 2, column: 5, severity: 'warning', code }]
    })
  })

  it('names files relative to the current folder', async () => {
    const below = Object.fromEntries(Object.entries(faulty).map(([name, content]) => [`mine/${name}`, content]))
    expect((await checked(below, 'mine')).stdout).toMatch(/^mine[\\/]one\.yaml:6:13: /)
  })

  it('succeeds while a translation is not complete, also with --strict', async () => {
    const { code, stdout } = await checked(
      { 'pack.yaml': manifest, 'one.yaml': ONE, 'translations/cy.yaml': 'title: Fy mhecyn\n' },
      '--strict'
    )
    expect(code).toBe(0)
    expect(stdout).toContain('[untranslated]')
  })

  it('succeeds with warnings, except with --strict', async () => {
    expect((await checked(warned)).code).toBe(0)
    const { code, stdout } = await checked(warned, '--strict')
    expect(code).toBe(2)
    expect(stdout).toMatch(/^one\.yaml:1:1: warning: .*\n[^]*\n1 warning\.\n$/)
  })

  it('prints the same as JSON', async () => {
    const { code, stdout } = await checked(faulty, '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      diagnostics: [
        {
          file: 'one.yaml',
          line: 6,
          column: 13,
          severity: 'error',
          code: 'unknown-prompt',
          message: 'There is no prompt "b" to refer to.',
          hint: 'Did you mean "a"?'
        }
      ]
    })
    expect(JSON.parse((await checked(warned, '--json')).stdout)).toMatchObject({
      ok: true,
      diagnostics: [{ severity: 'warning' }]
    })
    expect(JSON.parse((await checked(warned, '--json', '--strict')).stdout)).toMatchObject({ ok: false })
  })

  it('compares with an earlier version', async () => {
    const files = { 'pack.yaml': manifest, 'one.yaml': ONE, 'old/pack.yaml': manifest, 'old/one.yaml': ONE }
    const { code, stdout } = await checked(files, '--since', 'old')
    expect(code).toBe(2)
    expect(stdout).toContain('[version-not-raised]')
    expect(stdout).toContain('Learners would notice:\n  The exercises and questions are the same.\n')
  })

  it('lists the changes since an earlier version, which may be an archive', async () => {
    const now = manifest.replace('1.0.0', '1.1.0')
    const more = `${ONE.replace('What happened?', 'Tell what happened.')}  - id: else\n    ask: What else?\n`
    const old = tgzOf([
      { path: 'package/pack.yaml', body: manifest },
      { path: 'package/one.yaml', body: ONE }
    ])
    const files = { 'pack.yaml': now, 'one.yaml': more, 'old.tgz': old }
    const { code, stdout } = await checked(files, '--since', 'old.tgz')
    expect(code).toBe(0)
    expect(stdout).toContain(
      '  ~ "One" has new wording for this: "Tell what happened."\n  + "One" asks something more: "What else?"\n'
    )
    const json = JSON.parse((await checked(files, '--since', 'old.tgz', '--json')).stdout) as { changes: object[] }
    expect(json.changes).toMatchObject([
      { what: 'prompt-reworded', prompt: 'what' },
      { what: 'prompt-added', prompt: 'else' }
    ])
  })

  it.each<
    readonly [change: string, from: string, to: string, line: string, plain: number, strict: number, code: string[]]
  >([
    ['a new id without a line', 'led:', 'leader:', '', 2, 2, ['part-went-away']],
    ['a new id with its line', 'led:', 'leader:', 'renamed: { one/part.led: one/part.leader }', 0, 0, []],
    ['an option that is retired', 'led: I led, ', '', 'retired: [one/part.led]', 0, 0, []],
    ['another condition', '{ part: saw }', '{ part: [led, saw] }', '', 0, 2, ['condition-changed']],
    ['other words', 'I led', 'It was mine', '', 0, 0, ['label-changed']]
  ])('fails with --strict for a loss: %s', async (_, from, to, line, plain, strict, codes) => {
    const one = `${ONE}  - { id: part, type: choice, ask: What?, options: { led: I led, saw: I saw, left: I left } }
  - { id: why, ask: Why?, when: { part: saw } }
`
    const files = {
      'pack.yaml': `${manifest.replace('1.0.0', '1.1.0')}${line}\n`,
      'one.yaml': one.replaceAll(from, to),
      'old/pack.yaml': manifest,
      'old/one.yaml': one
    }
    const { code, stdout } = await checked(files, '--since', 'old', '--json')
    expect(code).toBe(plain)
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] }
    expect(diagnostics.map((found) => found.code)).toEqual(codes)
    expect((await checked(files, '--since', 'old', '--strict')).code).toBe(strict)
  })

  it('checks an archive', async () => {
    const members = Object.entries(faulty).map(([name, body]) => ({ path: `package/${name}`, body }))
    const { code, stdout } = await checked({ 'mine.tgz': tgzOf(members) }, 'mine.tgz')
    expect(code).toBe(2)
    expect(stdout).toMatch(/^mine\.tgz[\\/]one\.yaml:6:13: error: There is no prompt "b"/)
    await expect(checked({ 'mine.pdf': '%PDF' }, 'mine.pdf')).rejects.toThrow(/is a PDF file, not a pack/)
  })

  it('prints annotations for a workflow', async () => {
    const below = { 'mine/pack.yaml': manifest, 'mine/one.yaml': faulty['one.yaml'].replace('b}}', 'b,%}}') }
    expect(await checked(below, 'mine', '--format', 'github')).toEqual({
      code: 2,
      stdout: [
        '::error file=mine/one.yaml,line=6,col=13,endColumn=20,title=bad-quotation::"{{b,%25}}" does not quote an answer. Write {{prompt}}, {{exercise/prompt}} or {{prompt|words to use if there is no answer}}.',
        '1 error.\n'
      ].join('\n')
    })
  })
})

describe('pack schema', () => {
  it('prints one JSON document', async () => {
    const { code, stdout } = await ran({}, 'pack', 'schema')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveProperty('$schema')
  })
})
