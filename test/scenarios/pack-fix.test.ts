import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newHome, type Home } from '../kit/program.ts'

const SLIPS = `format: 1
id: mine-x
# Raised by hand.
version: 1.0
title: Mine
language: en-GB
exercises:
  - id: one
    title: One
    minutes: 5
    prompts:
      – id: part
        question: What happened?   # the old key
        hint: Take your time.
`

const FIXED = SLIPS.replace('1.0\n', '1.0.0\n').replace('–', '-').replace('question', 'ask').replace('hint', 'help')

function written(home: Home, name: string, text: string): string {
  const file = path.join(home.dir, 'mine', name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
  return file
}

describe('pack check --fix', () => {
  it.each([
    ['line feeds', (text: string) => text],
    ['Windows line ends and a mark', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`]
  ])('corrects the text and nothing else of a file with %s', async (_, saved) => {
    const home = newHome()
    const file = written(home, 'pack.yaml', saved(SLIPS))
    fs.chmodSync(file, 0o640)
    const { mode } = fs.statSync(file)
    const { code, stdout } = await home.run(['pack', 'check', '--fix', 'mine'])
    expect(stdout).toContain('4 corrections in "pack.yaml".')
    expect(stdout).toContain('"Mine" has no errors')
    expect(code).toBe(0)
    expect(fs.readFileSync(file, 'utf8')).toBe(saved(FIXED))
    expect(fs.statSync(file).mode).toBe(mode)
    expect((await home.run(['pack', 'check', 'mine'])).code).toBe(0)
  })

  it('is described by the spaces, where only they are wrong', async () => {
    const home = newHome()
    written(home, 'pack.yaml', FIXED.replace('        ask:', '      ask:'))
    const { stdout } = await home.run(['pack', 'check', 'mine'])
    expect(stdout).toContain('Begin the line with 8 spaces: ask: What happened?')
  })

  it('renames a manifest', async () => {
    const home = newHome()
    const file = written(home, 'pack.yml', FIXED)
    expect((await home.run(['pack', 'check', '--fix', 'mine'])).code).toBe(0)
    expect(fs.readdirSync(path.dirname(file))).toEqual(['pack.yaml'])
  })

  it('leaves a file alone in which nothing is certain, and prints corrections as data without --fix', async () => {
    const home = newHome()
    const unclear = FIXED.replace('title: One', 'title:')
    const file = written(home, 'pack.yaml', unclear)
    expect((await home.run(['pack', 'check', '--fix', 'mine'])).code).toBe(2)
    expect(fs.readFileSync(file, 'utf8')).toBe(unclear)
    fs.writeFileSync(file, SLIPS)
    const { stdout } = await home.run(['pack', 'check', '--json', 'mine'])
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { fix?: { file: string; text: string }[] }[] }
    expect(diagnostics.flatMap(({ fix }) => fix ?? []).map(({ text }) => text)).toEqual(['1.0.0', '- ', 'ask', 'help'])
    expect(fs.readFileSync(file, 'utf8')).toBe(SLIPS)
  })
})
