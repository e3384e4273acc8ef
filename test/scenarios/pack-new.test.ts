import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEditor } from '../kit/language-server.ts'
import { launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

/** The codes of what the check finds in a pack, once each. */
async function codesIn(home: Home, dir: string): Promise<string[]> {
  const { stdout } = await home.run(['pack', 'check', '--json', dir])
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] }
  return [...new Set(diagnostics.map(({ code }) => code))]
}

describe('pack new', () => {
  it.each([
    ['first-week', []],
    ['Erste Wöche 1', ['--title', String.raw`"It's": #1 \n {x} & [y]`, '--author', 'Zoë: *', '--language', 'de']],
    ['2026-news', ['--title', 'no', '--author', '1.10']],
    ['deep/er', ['--title', '日本 ✓']]
  ])('%s passes its own check but for the texts to replace, and can be walked through', async (dir, flags) => {
    const home = newHome()
    expect(await home.run(['pack', 'new', dir, ...flags])).toMatchObject({ code: 0, stderr: '' })
    expect(await codesIn(home, dir)).toEqual(['left-over'])
    const answers = 'moment: It rained.\npart: led\nagain: Wait.\n'
    expect((await home.run(['start', 'first-steps', '--pack', dir, '--answers', '-'], { input: answers })).code).toBe(0)
    expect((await home.run(['pack', 'build', dir, '--json'])).code).toBe(0)
  })

  it('has a place for every key that format 2 adds', async () => {
    const home = newHome()
    for (const language of ['en', 'cy']) {
      const dir = path.join(home.dir, language)
      await home.run(['pack', 'new', dir, '--lang', language])
      expect(await codesIn(home, dir)).toEqual(['left-over'])
      const texts = fs.readdirSync(dir).map((name) => fs.readFileSync(path.join(dir, name), 'utf8'))
      const pack = texts.filter((text) => text.startsWith('# yaml-language-server')).join('\n')
      const keys = [
        'class',
        'sections',
        'outcomes',
        'glossary',
        'opens',
        'due',
        'times',
        'open',
        'rotate',
        'more',
        'under',
        'core',
        'after_discussion',
        'ask_later',
        'self_check'
      ]
      expect([...keys, 'return'].filter((key) => !pack.includes(`${key}:`))).toEqual([])
      expect(pack).toMatch(/lowest of .*\bdifference of/s)
      expect(pack).toContain('min: { prompt: low }')
      expect(pack).toContain('when: { lt: 3 } }')
      expect(pack).toContain('revisit: { exercise: week-by-week, after: 7 days }')
      expect(pack).toContain('"{{week-by-week/moment}}"')
    }
  })

  it('gives editors completion from its first line on', async () => {
    const home = newHome()
    await home.run(['pack', 'new', 'mine'])
    const editor = await openEditor(path.join(home.dir, 'mine'))
    for (const file of ['pack.yaml', 'first-steps.yaml', 'week-by-week.yaml']) {
      expect(await editor.open(file, fs.readFileSync(path.join(home.dir, 'mine', file), 'utf8'))).toEqual([])
    }
  })

  it('never writes into a folder that holds something', async () => {
    const home = newHome()
    fs.writeFileSync(path.join(home.dir, 'note.txt'), 'mine')
    const { code, stderr } = await home.run(['pack', 'new', '.'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `${home.dir} is not empty, so nothing was written. Name a new folder.\n`
    })
    expect((await home.run(['pack', 'new', 'ok', '--language', 'Welsh please'])).stderr).toMatch(/is not a language/)
    expect(fs.readdirSync(home.dir)).toEqual(['note.txt'])
  })

  it('asks for what it was not told', async () => {
    const home = newHome()
    const dir = path.join(home.dir, 'asked')
    const terminal = openTerminal([launcher(), 'pack', 'new', dir], { env: home.env })
    await terminal.until('What is the pack called?')
    terminal.type('Before the storm\r')
    await terminal.until('Which language')
    terminal.type('Welsh, please\r')
    await terminal.until('"Welsh, please" is not a language')
    terminal.type('\u001b[Z')
    await terminal.until('❯ (Before the storm)')
    terminal.type('After the storm\r')
    await terminal.until('❯ (en-GB)')
    terminal.type('\r')
    await terminal.until('Who is the author?')
    terminal.type('Ann\r')
    expect(await terminal.ended).toMatchObject({ exitCode: 0 })
    expect(fs.readFileSync(path.join(dir, 'pack.yaml'), 'utf8')).toMatch(
      /^title: "After the storm"$[^]*^language: en-GB$[^]*^authors: \["Ann"\]$/m
    )
  })
})
