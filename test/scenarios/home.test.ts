import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { axeViolations } from '../kit/browser.ts'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import type { TestTerminal } from '../kit/terminal.ts'

const QUESTION = 'What would you like to do?'

/** Moves to a line of the menu that is on the screen and chooses it. */
async function choose(terminal: TestTerminal, label: string): Promise<void> {
  // What can be done is drawn last: a key that is typed before would be answered by the rest of the first picture.
  await terminal.until((screen) => screen.includes(label) && screen.includes('Enter choose'))
  const isHere = () =>
    terminal
      .screen()
      .split('\n')
      .some((line) => line.includes('❯') && line.includes(label))
  for (let step = 0; step < 20 && !isHere(); step += 1) {
    const before = terminal.screen()
    terminal.type('\u001b[B')
    await terminal.until((screen) => screen !== before)
  }
  terminal.type('\r')
}

/** A home with two entries of one exercise, a year apart. */
async function twoEntries(): Promise<Home> {
  const home = newHome()
  for (const [what, year] of [
    ['Trust was missing.', 2020],
    ['Trust grew.', 2021]
  ] as const) {
    const input = JSON.stringify({ what, 'so-what': 'me' })
    const { stdout } = await home.run(['start', 'three-questions', '--answers', '-'], { input })
    const file = stdout.trim()
    const folder = path.join(home.journal, String(year))
    fs.mkdirSync(folder)
    const text = fs.readFileSync(file, 'utf8').replaceAll(/^(started|finished): \d{4}-\d\d-\d\d/gm, `$1: ${year}-03-02`)
    fs.writeFileSync(path.join(folder, `${year}-03-02-three-questions.md`), text)
    fs.rmSync(file)
  }
  return home
}

describe('the home screen', () => {
  it('counts what was done since its menus were opened', async () => {
    const home = newHome()
    const terminal = openTerminal([launcher()], { env: home.env, rows: 40 })
    await choose(terminal, 'Choose an exercise')
    await terminal.until((screen) => screen.includes('From which pack?') && screen.includes('0 of 1 exercise done'))
    await choose(terminal, 'Three questions')
    await terminal.until('❯ ○ Three quick questions')
    await home.run(['start', 'three-questions', '--answers', '-'], { input: '{ what: It rained. }' })
    terminal.type('\u001b')
    await terminal.until((screen) => screen.includes('From which pack?') && screen.includes('1 of 1 exercise done'))
    terminal.type('\u0003')
    await terminal.ended
  })

  it('leads to an exercise through its pack, and Esc leads up level by level', async () => {
    const home = newHome()
    const terminal = openTerminal([launcher()], { env: home.env })
    await choose(terminal, 'Choose an exercise')
    await choose(terminal, 'Three questions')
    await terminal.until('❯ ○ Three quick questions')
    terminal.type('\u001b')
    await terminal.until('From which pack?')
    expect(terminal.screen()).toContain('❯ ○ Three questions')
    terminal.type('\u001b')
    await terminal.until(QUESTION)
    expect(terminal.screen()).toContain('❯   Choose an exercise')
    terminal.type('\u001b')
    expect((await terminal.ended).exitCode).toBe(0)
    expect(fs.existsSync(home.journal)).toBe(false)
  })

  it('is what Esc leads back to from a reading, and from what is not to be done yet', async () => {
    const home = newHome()
    const terminal = openTerminal([launcher()], { rows: 30, env: home.env })
    await choose(terminal, 'Begin "Whose Friday night?"')
    await choose(terminal, 'all the questions')
    expect(await terminal.until('Enter begin')).toMatch(/Enter begin.*Esc back/)
    terminal.type('\u001b')
    await terminal.until(QUESTION)
    expect(terminal.screen()).toContain('❯ ○ Begin "Whose Friday night?"')
    await choose(terminal, 'Choose an exercise')
    await terminal.until('From which pack?')
    await choose(terminal, 'Leading change')
    await choose(terminal, 'Return visit')
    await terminal.until('not finished yet')
    terminal.type('n\r')
    await terminal.until((screen) => screen.includes('❯ ○ Return visit'))
    terminal.type('\u0003')
    expect((await terminal.ended).exitCode).toBe(0)
    expect(terminal.everything()).not.toContain('Tell one')
  })

  it('leads along a route through a pack, to the first exercise on it that is still to be done', async () => {
    const home = newHome()
    await home.run(['start', 'choose-your-change', '--answers', '-'], { input: '{ sure: 3 }' })
    const terminal = openTerminal([launcher()], { env: home.env })
    await choose(terminal, 'Choose an exercise')
    await terminal.until('From which pack?')
    await choose(terminal, 'Leading change')
    const screen = await terminal.until('One hour, and a short')
    expect(screen).toMatch(/❯ … Along the route "One hour[^]*1 of 5 exercises done. Next: "New, better, both, neither"/)
    terminal.type('\r')
    await terminal.until('Test the claim')
    expect(terminal.screen()).toContain('New, better, both, neither')
  })

  it('finds an entry by what is written in it, shows it, and compares it with the others', async () => {
    const home = await twoEntries()
    const terminal = openTerminal([launcher()], { env: home.env })
    await choose(terminal, 'Read and search your journal')
    await terminal.until('2 March 2020')
    terminal.type('missing')
    await terminal.until((screen) => screen.includes('Trust was missing.') && !screen.includes('2 March 2021'))
    terminal.type('\r')
    await terminal.until('Think of one moment')
    terminal.type('t')
    const screen = await terminal.until('Trust grew.')
    expect(screen).toContain('Trust was missing.')
    expect(screen).toMatch(/2 March 2020.*2 March 2021|2 March 2020[^]*2 March 2021/)
    terminal.type('\u001b')
    await terminal.until('D delete')
    terminal.type('\u001b')
    await terminal.until((shown) => /❯ Three quick questions\n +2 March 2020/.test(shown))
    terminal.type('\u0003')
    expect((await terminal.ended).exitCode).toBe(0)
  })

  it('changes and deletes an entry, and is back in the journal', async () => {
    const home = await twoEntries()
    const terminal = openTerminal([launcher()], { env: home.env })
    await choose(terminal, 'Read and search your journal')
    await choose(terminal, 'Three quick questions')
    await terminal.until('E edit')
    terminal.type('e')
    await terminal.until('Finish')
    terminal.type('\u001b[B\r')
    await terminal.until('Trust grew.')
    terminal.type(' Slowly.\t')
    await terminal.until('Your answers')
    terminal.type('\t')
    await terminal.until((screen) => screen.includes('Trust grew. Slowly.') && screen.includes('D delete'))
    terminal.type('d')
    await terminal.until('to the trash?')
    terminal.type('y\r')
    await terminal.until((shown) => shown.includes('It is in the trash.') && shown.includes('Enter back'))
    terminal.type('\r')
    const screen = await terminal.until('Which entry?')
    expect(screen).not.toContain('2 March 2021\n\n  Enter')
    terminal.type('\u0003')
    await terminal.ended
    expect(fs.readdirSync(path.join(home.journal, 'trash'))).toHaveLength(1)
    expect(JSON.parse((await home.run(['journal', '--json'])).stdout)).toHaveLength(1)
  })

  it('leads from a menu whose last entry was deleted to the menu above', async () => {
    const home = newHome()
    await home.run(['start', 'three-questions', '--answers', '-'], { input: '{"what": "Trust.", "so-what": "me"}' })
    const terminal = openTerminal([launcher()], { env: home.env })
    await choose(terminal, 'Read and search your journal')
    await choose(terminal, 'Three quick questions')
    await terminal.until('D delete')
    terminal.type('d')
    await terminal.until('to the trash?')
    terminal.type('y\r')
    await terminal.until((shown) => shown.includes('It is in the trash.') && shown.includes('Enter back'))
    terminal.type('\r')
    expect(await terminal.until(QUESTION)).not.toContain('Read and search your journal')
    terminal.type('\u0003')
    await terminal.ended
  })

  it('shows progress, and what is due again by the setting', async () => {
    const home = await twoEntries()
    await home.run(['config', 'set', 'revisit.after', '3 months'])
    const terminal = openTerminal([launcher()], { env: home.env })
    await terminal.until('Look again: "Three quick questions"')
    await choose(terminal, 'See how far you have come')
    const screen = await terminal.until('Three questions')
    expect(screen).toContain('1 / 1')
    expect(screen).toContain('2 entries on 2 days')
    terminal.type('\u001b')
    await terminal.until(QUESTION)
  })

  it('brings back what was written on this day of another year, to be read and compared', async () => {
    const home = await twoEntries()
    const today = new Date().toISOString().slice(5, 10)
    const file = path.join(home.journal, '2021', '2021-03-02-three-questions.md')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('2021-03-02', `2024-${today}`))
    const { stdout } = await home.run([])
    expect(stdout).toMatch(
      /^To read "Three quick questions", which you wrote on .* 2024:\n {2}reflect show [0-9a-f]{8}$/m
    )
    const terminal = openTerminal([launcher()], { env: home.env })
    await choose(terminal, 'On this day: "Three quick questions"')
    await terminal.until('Trust grew.')
    terminal.type('t')
    await terminal.until('Trust was missing.')
  })

  it('is the same in plain mode, in words', async () => {
    const home = await twoEntries()
    const terminal = openTerminal([launcher(), '--plain'], { env: home.env, rows: 50 })
    await terminal.until(QUESTION)
    terminal.type('read\r')
    await terminal.until('Which entry?')
    terminal.type('2\r')
    await terminal.until('What now?')
    terminal.type('then\r')
    expect(await terminal.until('Trust grew.')).not.toMatch(/[│█]/)
    terminal.type(':back\r')
    await terminal.until(() => terminal.everything().split('Which entry?').length === 3)
    terminal.type(':back\r')
    await terminal.until(() => terminal.everything().split(QUESTION).length === 3)
    terminal.type(':leave\r')
    expect((await terminal.ended).exitCode).toBe(0)
  })
})

describe('reflect progress', () => {
  it('gives the same in words and as JSON', async () => {
    const home = await twoEntries()
    const { stdout } = await home.run(['progress'])
    expect(stdout).toMatch(/^✔ Three questions +1 \/ 1$/m)
    expect(stdout).toMatch(/^Mon ·+/m)
    const progress = JSON.parse((await home.run(['progress', '--json'])).stdout)
    expect(progress).toMatchObject({
      entries: 2,
      words: 5,
      days: { '2020-03-02': 1, '2021-03-02': 1 },
      tags: { reflection: 2, 'three-questions': 2 },
      due: []
    })
    expect(progress.packs.find(({ id }: { id: string }) => id === 'three-questions')).toMatchObject({
      done: 1,
      exercises: 1
    })
  })

  it('makes a page that stands by itself, and overwrites none unasked', async () => {
    const home = await twoEntries()
    const file = path.join(home.dir, 'progress.html')
    expect(await home.run(['progress', '--html', 'progress.html'])).toMatchObject({ code: 0, stdout: '' })
    const page = fs.readFileSync(file, 'utf8')
    expect(page).toContain('2 entries on 2 days')
    expect(page).not.toMatch(/<script|https?:|url\(/)
    expect((await home.run(['progress', '--html', 'progress.html'])).code).toBe(2)
    for (const name of [/progress-[\d-]{10}\.html$/, /progress-[\d-]{10}-2\.html$/]) {
      const { code, stdout } = await home.run(['progress', '--html'])
      expect([code, name.test(stdout.trim()), fs.existsSync(stdout.trim())]).toEqual([0, true, true])
    }
    expect(await home.run(['progress', '--html', '--output', 'named.html'])).toMatchObject({ code: 0, stdout: '' })
    expect(fs.existsSync(path.join(home.dir, 'named.html'))).toBe(true)
    expect((await home.run(['progress', '--html', 'progress.html', '--force'])).code).toBe(0)
  })

  it('has nothing on that page for axe to find fault with', async () => {
    const home = await twoEntries()
    await home.run(['config', 'set', 'revisit.after', '1 week'])
    for (const sure of [2, 4])
      await home.run(['start', 'choose-your-change', '--answers', '-'], { input: JSON.stringify({ sure }) })
    await home.run(['progress', '--html', 'progress.html'])
    const page = fs.readFileSync(path.join(home.dir, 'progress.html'), 'utf8')
    expect(await axeViolations(page)).toEqual([])
  })

  it("writes a learner's own record, which says that it is one and holds no answer", async () => {
    const home = await twoEntries()
    const { stdout } = await home.run(['progress', '--statement'])
    const toFile = ['progress', '--statement', '--output', 'mine.md']
    expect(await home.run(toFile)).toMatchObject({ code: 0, stdout: '' })
    expect(fs.readFileSync(path.join(home.dir, 'mine.md'), 'utf8').trimEnd()).toBe(stdout.trimEnd())
    expect((await home.run(toFile)).code).toBe(2)
    expect(await home.run(['progress', '--output', 'x.md'])).toMatchObject({ code: 2, stdout: '' })
    expect(stdout).toContain('my own record')
    expect(stdout).toMatch(
      /^## Three questions\n\n- 2 March 2020: Three quick questions \(version \d\.\d\.\d\), \d+ minutes?$/m
    )
    expect(stdout).not.toContain('Trust')
  })

  it('needs no signs that only some terminals have', async () => {
    const { stdout } = await (await twoEntries()).run(['progress'], { env: { LANG: 'C', LC_ALL: 'C' } })
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/)
    expect(stdout).toMatch(/^Mon \.+/m)
  })
})

it('says a few of each kind where there is no terminal, and what to type for the others', async () => {
  const home = await twoEntries()
  const file = filesBelow(home.journal).find((name) => name.startsWith('2020')) ?? ''
  const text = fs.readFileSync(path.join(home.journal, file), 'utf8')
  const today = new Date().toISOString().slice(4, 10)
  for (let year = 2001; year <= 2004; year++) {
    fs.mkdirSync(path.join(home.journal, `${year}`))
    const then = text.replace('id: ', `id: ${year}`).replaceAll('2020-03-02', `${year}${today}`)
    fs.writeFileSync(path.join(home.journal, `${year}`, `${year}${today}-three-questions.md`), then)
    await home.run(['start', 'three-questions', '--again', '--plain'], { input: '\nHalf a text.\n' })
  }
  const { stdout } = await home.run([])
  for (const command of ['reflect resume', 'reflect show']) expect(stdout.split(`  ${command} `)).toHaveLength(4)
  expect(stdout).toContain('To see all 4 unfinished exercises:\n  reflect journal --status draft\n')
  expect(stdout).toContain('  reflect revisit\n')
})
