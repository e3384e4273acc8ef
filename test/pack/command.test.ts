import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { run as check } from '../../src/commands/pack/check.ts'
import type { PackCheckOptions } from '../../src/commands/pack/check.ts'
import { run as schema } from '../../src/commands/pack/schema.ts'
import type { Context } from '../../src/context.ts'
import { english } from '../../src/words/index.ts'
import { HEAD, MANIFEST, ONE } from '../kit/packs.ts'

/** Runs a command in a folder with these files. */
async function ran(files: Readonly<Record<string, string>>, run: (context: Context) => Promise<number>) {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-check-'))
  onTestFinished(() => fs.rmSync(cwd, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
    fs.writeFileSync(path.join(cwd, name), content)
  }
  let stdout = ''
  const output = { write: (text: string) => (stdout += text), isTTY: false, columns: 80, rows: 24 }
  const code = await run({
    stdout: output,
    stderr: output,
    cwd,
    env: {},
    platform: 'linux',
    words: english
  } as unknown as Context)
  return { code, stdout }
}

const manifest = MANIFEST.replace(', other.yaml', '')
const checked = (files: Readonly<Record<string, string>>, options: Partial<PackCheckOptions> = {}) =>
  ran(files, (context) => check({ path: '.', ...options }, context))
const faulty = { 'pack.yaml': manifest, 'one.yaml': `${HEAD}  - id: a\n    ask: 日本 {{b}}\n` }
const warned = { 'pack.yaml': manifest, 'one.yaml': ONE.replace('minutes: 5\n', '') }

describe('pack check', () => {
  it('says that a sound pack is sound', async () => {
    expect(await checked({ 'pack.yaml': manifest, 'one.yaml': ONE })).toEqual({
      code: 0,
      stdout: '"My pack" is sound: 1 exercise, 1 prompt.\n'
    })
  })

  it('shows the place, the line with a pointer under it, and the cure', async () => {
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

  it('names files as they are seen from here', async () => {
    const below = Object.fromEntries(Object.entries(faulty).map(([name, content]) => [`mine/${name}`, content]))
    expect((await checked(below, { path: 'mine' })).stdout).toMatch(/^mine\/one\.yaml:6:13: /)
  })

  it('lets warnings pass, unless it is strict', async () => {
    expect((await checked(warned)).code).toBe(0)
    const { code, stdout } = await checked(warned, { strict: true })
    expect(code).toBe(2)
    expect(stdout).toMatch(/^one\.yaml:1:1: warning: .*\n[^]*\n1 warning\.\n$/)
  })

  it('gives the same as JSON', async () => {
    const { code, stdout } = await checked(faulty, { json: true })
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
    expect(JSON.parse((await checked(warned, { json: true })).stdout)).toMatchObject({
      ok: true,
      diagnostics: [{ severity: 'warning' }]
    })
    expect(JSON.parse((await checked(warned, { json: true, strict: true })).stdout)).toMatchObject({ ok: false })
  })

  it('compares with the version that learners have', async () => {
    const files = { 'pack.yaml': manifest, 'one.yaml': ONE, 'old/pack.yaml': manifest, 'old/one.yaml': ONE }
    const { code, stdout } = await checked(files, { since: 'old' })
    expect(code).toBe(2)
    expect(stdout).toContain('[version-not-raised]')
  })
})

describe('pack schema', () => {
  it('prints one JSON document', async () => {
    const { code, stdout } = await ran({}, (context) => schema({}, context))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toHaveProperty('$schema')
  })
})
