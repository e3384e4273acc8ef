import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { myPack, writeFiles } from '../kit/pack-folders.ts'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const WELSH = { LANG: 'cy_GB.UTF-8' }

/** A home where everybody speaks Welsh. */
function welshHome(): Home {
  const home = newHome()
  return { ...home, run: (args, options = {}) => home.run(args, { ...options, env: { ...WELSH, ...options.env } }) }
}

/** A whole exercise in plain mode, in Welsh, with the words that Welsh has for the commands. */
const SITTING = ['', ':cymorth', 'Canodd y gloch.', '.', '2', ':hepgor', "fydd hi'n bwrw", 'aros', '', ''].join('\n')

function entryIn(home: Home): string {
  const file = filesBelow(home.journal).find((name) => /\d{4}\/.*\.md$/.test(name)) ?? ''
  return fs.readFileSync(path.isAbsolute(file) ? file : path.join(home.journal, file), 'utf8')
}

describe('in Welsh', () => {
  it('the overview, the list and the packs that are translated', async () => {
    const home = welshHome()
    const overview = await home.run([])
    expect(overview).toMatchObject({ code: 0, stderr: '' })
    expect(overview.stdout).toContain("Tri chwestiwn: 0 o 1 ymarfer wedi'u gwneud")
    expect(overview.stdout).toContain('I ddechrau "Dewiswch eich newid":\n  reflect start choose-your-change')
    const list = await newHome().run(['list', '--lang', 'cy'])
    expect(list.stdout).toMatch(/three-questions +Tri chwestiwn cyflym +10 mun/)
    const packs = JSON.parse((await home.run(['pack', 'list', '--json'])).stdout) as { id: string }[]
    expect(packs.find(({ id }) => id === 'three-questions')).toMatchObject({
      title: 'Tri chwestiwn',
      language: 'cy',
      languages: ['en-GB', 'cy']
    })
  })

  it.each([
    ['the setting', {}, ['config', 'set', 'language', 'cy']],
    ['LC_ALL', { LC_ALL: 'cy_GB.UTF-8' }, ['config', 'path']],
    ['LC_MESSAGES', { LC_MESSAGES: 'cy' }, ['config', 'path']]
  ])('is chosen by %s', async (_, env, before) => {
    const home = newHome()
    await home.run(before)
    expect((await home.run(['journal', '--since', 'nonsens'], { env })).stderr).toContain('Teipiwch ddiwrnod')
    const english = await home.run(['journal', '--since', 'nonsense', '--lang', 'en'], { env })
    expect(english.stderr).toContain('Type a day')
  })

  it('a whole exercise in plain mode is an entry with the fixed words of Welsh', async () => {
    const home = welshHome()
    const { code, stdout } = await home.run(['start', 'three-questions', '--plain'], { input: SITTING })
    expect(code).toBe(0)
    expect(stdout).toContain('Beth felly: i bwy')
    expect(stdout).toContain("Wedi gorffen a'i gadw")
    const entry = entryIn(home)
    expect(entry).toContain('title: Tri chwestiwn cyflym')
    expect(entry).toContain('language: cy\n')
    expect(entry).toContain("- [x] Pobl rwy'n gweithio gyda nhw")
    expect(entry).toContain('*Hepgorwyd.*')
    expect(entry).toContain("Pan fydd hi'n bwrw, byddaf yn aros")
    const shown = JSON.parse((await home.run(['show', 'last', '--json'], { env: { LANG: 'en_GB.UTF-8' } })).stdout) as {
      answers: object
    }
    expect(shown.answers).toEqual({
      what: 'Canodd y gloch.',
      'so-what': 'others',
      'now-what': { if: "fydd hi'n bwrw", then: 'aros' }
    })
  })

  it('entries of both languages stand beside each other, each with words of its own', async () => {
    const home = newHome()
    const answers = JSON.stringify({ 'so-what': 'me', 'now-what': { if: 'a', then: 'b' } })
    await home.run(['start', 'three-questions', '--answers', '-'], { input: answers })
    await home.run(['start', 'three-questions', '--answers', '-', '--lang', 'cy'], { input: answers })
    const html = (await home.run(['export', '--include-private', '--format', 'html', '--lang', 'cy'])).stdout
    expect(html).toContain('<html lang="cy">')
    expect(html).toMatch(/<article [^>]*lang="en-GB">[^]*Skipped\.[^]*When a, I will b[^]*<\/article>/)
    expect(html).toMatch(/<article [^>]*lang="cy">[^]*Hepgorwyd\.[^]*Pan a, byddaf yn b[^]*<\/article>/)
    expect(html).toContain('Neidio i')
    const compared = (await home.run(['revisit', 'three-questions', '--lang', 'cy'])).stdout
    expect(compared).toContain('When a, I will b')
    expect(compared).toContain('Pan a, byddaf yn b')
    expect(compared).toContain('y cwestiwn bryd hynny:')
    const progress = JSON.parse((await home.run(['list', 'three-questions', '--json'])).stdout) as {
      exercises: { entries: number }[]
    }[]
    expect(progress[0]?.exercises[0]?.entries).toBe(2)
  })

  it('a draft goes on in the language in which it was begun, among words of the learner’s', async () => {
    const home = newHome()
    const begun = await home.run(['start', 'three-questions', '--plain'], { input: '\nThe bell rang.\n.\n' })
    expect(begun.code).toBe(130)
    const rest = '1\nnothing\n.\nit rings\nrun\n\n\n'
    const { code, stdout } = await home.run(['start', 'three-questions', '--plain', '--lang', 'cy'], { input: rest })
    expect(code).toBe(0)
    expect(stdout).toContain('So what: who does')
    expect(stdout).toContain('Teipiwch rif')
    const entry = entryIn(home)
    expect(entry).toContain('language: en-GB\n')
    expect(entry).toContain('When it rings, I will run')
  })

  it('an English exercise of somebody who speaks Welsh has the fixed words of Welsh', async () => {
    const home = welshHome()
    await home.run(['start', 'no-paying', '--answers', '-'], { input: '{"question": "To whom?"}' })
    const entry = entryIn(home)
    expect(entry).toContain('language: cy\n')
    expect(entry).toContain('*Hepgorwyd.*')
  })

  it('a Welsh pack of somebody who speaks English has them too, on the screen as in the entry', async () => {
    const home = newHome()
    const pack = path.join(home.dir, 'pecyn.yaml')
    fs.writeFileSync(
      pack,
      'format: 1\nid: pecyn\nversion: 1.0.0\ntitle: Pecyn\nlanguage: cy\nexercises:\n' +
        '  - { id: un, title: Un, minutes: 1, prompts: [{ id: a, type: plan, ask: Cynlluniwch. }] }\n'
    )
    const { stdout } = await home.run(['start', 'un', '--pack', pack, '--plain'], { input: '\nx\ny\n\n\n' })
    expect(stdout).toContain('Pan … (finish the sentence)')
    expect(entryIn(home)).toContain('Pan x, byddaf yn y')
  })

  it('days may be named in either language', async () => {
    const home = welshHome()
    await home.run(['start', 'no-paying', '--answers', '-'], { input: '{"question": "I bwy?"}' })
    for (const day of [
      'heddiw',
      'yr wythnos hon',
      'eleni',
      '2 fis yn ôl',
      '3 Mawrth 2020',
      'this week',
      '3 days ago',
      'today'
    ])
      expect((await home.run(['journal', '--since', day])).stdout).toContain('Beth yw gwerth pan')
    for (const day of ['ddoe', 'llynedd', 'wythnos diwethaf', 'mis diwethaf', 'yesterday'])
      expect((await home.run(['journal', '--until', day])).stdout).not.toContain('Beth yw gwerth pan')
  })

  it('with keys: ie and nage, y and n, days with Welsh months', async () => {
    const home = newHome()
    const pack = path.join(home.dir, 'pecyn.yaml')
    fs.writeFileSync(
      pack,
      'format: 1\nid: pecyn\nversion: 1.0.0\ntitle: Pecyn\nlanguage: cy\nexercises:\n  - id: un\n    title: Un\n' +
        '    minutes: 1\n    prompts:\n      - { id: a, type: yes-no, ask: Aeth yn dda? }\n' +
        '      - { id: b, type: yes-no, ask: Aeth yn hir? }\n      - { id: c, type: date, ask: Pryd? }\n'
    )
    const terminal = openTerminal([launcher(), 'start', 'un', '--pack', pack], { env: { ...home.env, ...WELSH } })
    await terminal.until('Enter dechrau')
    terminal.type('\r')
    await terminal.until('Aeth yn dda?')
    terminal.type('y\r')
    await terminal.until('Aeth yn hir?')
    terminal.type('n\r')
    await terminal.until('Pryd?')
    terminal.type('3 o Dachwedd 2026')
    await terminal.until('3 Tachwedd 2026')
    terminal.type('\r')
    await terminal.until('Eich atebion')
    terminal.type('\t')
    await terminal.until('❯ Parhau')
    terminal.type('\r')
    expect((await terminal.ended).exitCode).toBe(0)
    const { stdout } = await home.run(['show', 'last', '--json'])
    expect((JSON.parse(stdout) as { answers: object }).answers).toEqual({ a: true, b: false, c: '2026-11-03' })
  })

  it('a pack takes its translations along: built, added and updated', async () => {
    const home = newHome()
    const translation = 'title: Fy mhecyn\nexercises:\n  one: { title: Un, prompts: { what: Beth ddigwyddodd? } }\n'
    const dir = writeFiles(path.join(home.dir, 'mine'), { ...myPack, 'translations/cy.yaml': translation })
    expect(await home.run(['pack', 'build', dir, '--force'])).toMatchObject({ code: 0, stderr: '' })
    expect((await home.run(['pack', 'add', 'my-pack-1.0.0.tgz', '--yes', '--lang', 'cy'])).stderr).toContain(
      'Mae "Fy mhecyn" wedi\'i ychwanegu.'
    )
    expect((await home.run(['list', 'my-pack'])).stdout).toMatch(/My pack[^]*One/)
    expect((await home.run(['list', 'my-pack', '--lang', 'cy-GB'])).stdout).toMatch(/Fy mhecyn[^]*Un/)
    expect((await home.run(['pack', 'info', 'my-pack'])).stdout).toMatch(/Languages +en-GB, cy/)
    await home.run(['start', 'my-pack/one', '--answers', '-', '--lang', 'cy'], { input: '{"what": "Glaw."}' })
    expect(entryIn(home)).toContain('> Beth ddigwyddodd?\n')
    const reworded = { 'pack.yaml': myPack['pack.yaml'].replace('1.0.0', '1.1.0'), 'one.yaml': myPack['one.yaml'] }
    writeFiles(dir, { ...reworded, 'translations/cy.yaml': translation.replace('Beth ddigwyddodd?', 'Beth fu?') })
    await home.run(['pack', 'remove', 'my-pack', '--yes'])
    await home.run(['pack', 'add', dir, '--yes'])
    writeFiles(dir, { 'translations/cy.yaml': translation })
    const noticed = await home.run(['pack', 'update', 'my-pack', '--yes', '--lang', 'cy'])
    expect(noticed.stdout).toContain("Cwestiynau: 1 wedi'i aralleirio.")
    expect((await home.run(['pack', 'update', 'my-pack', '--yes'])).stderr).toContain('is up to date')
  })

  it('a preview follows its translation while that is written', async () => {
    const home = newHome()
    const dir = writeFiles(path.join(home.dir, 'mine'), myPack)
    const args = [launcher(), 'pack', 'preview', dir, '--watch', '--from', 'one/what']
    const terminal = openTerminal(args, { env: { ...home.env, ...WELSH } })
    await terminal.until('What happened?')
    writeFiles(dir, { 'translations/cy.yaml': 'exercises: { one: { prompts: { what: Beth ddigwyddodd? } } }\n' })
    await terminal.until('Beth ddigwyddodd?')
    writeFiles(dir, { 'translations/cy.yaml': 'exercises: { one: { prompts: { what: Beth fu? } } }\n' })
    await terminal.until('Beth fu?')
  })
})
