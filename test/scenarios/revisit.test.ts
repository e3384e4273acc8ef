import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeEntry, newSection } from '../../src/entry/codec.ts'
import type { EntryHead } from '../../src/entry/model.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { headOf, idOf } from '../journal/kit/entries.ts'
import { launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { examples, ratings } from '../questions/kit/prompts.ts'

const { text, scale } = examples
const happened: Prompt = { ...text, id: 'what', title: 'What happened', ask: 'Think of one moment.' }

/** Writes an entry that was begun on a day, with answers to these questions. */
function write(home: Home, day: string, said: readonly (readonly [Prompt, Answer])[], rest: Partial<EntryHead> = {}) {
  const head = headOf({
    id: idOf(Number(day.replaceAll('-', ''))),
    pack: 'three-questions',
    exercise: 'three-questions',
    title: 'Three quick questions',
    started: `${day}T19:00:00+00:00`,
    finished: `${day}T19:10:00+00:00`,
    ...rest
  })
  const sections = said.map(([prompt, answer]) =>
    newSection(prompt, { kind: 'answered', answer, before: '', after: '' }, false, english.entry)
  )
  const file = path.join(home.journal, day.slice(0, 4), `${day}-${head.exercise}.md`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, encodeEntry({ head, sections }))
}

/** A home with two entries, a year apart. */
function twoEntries(): Home {
  const home = newHome()
  write(home, '2020-03-02', [[happened, 'Trust was missing.']])
  write(home, '2021-03-02', [[happened, 'Trust grew.']])
  return home
}

/** What the screen of so many columns shows of a comparison. */
async function screenOf(home: Home, columns: number): Promise<string> {
  const args = [launcher(), 'revisit', 'three-questions']
  const terminal = openTerminal(args, { env: { ...home.env, PAGER: 'cat' }, columns, rows: 100 })
  await terminal.ended
  return terminal.screen()
}

describe('then and now', () => {
  it('stand side by side where there is room, from the oldest to the newest, else below each other', async () => {
    const home = twoEntries()
    expect(await screenOf(home, 80)).toMatch(
      /^Three quick questions\n\nWhat happened\n\n│ Think of one moment\.\n\n2 March 2020 +2 March 2021\nTrust was missing\. +Trust grew\.$/
    )
    expect(await screenOf(home, 40)).toMatch(
      /2 March 2020\n {2}Trust was missing\.\n\n {2}2 March 2021\n {2}Trust grew\.$/
    )
  })

  it('tell a question that was asked in other words as it was asked, each time that it changed', async () => {
    const home = twoEntries()
    write(home, '2022-03-02', [[{ ...happened, ask: 'Choose one moment.' }, 'It stayed.']])
    write(home, '2023-03-02', [[{ ...happened, ask: 'Choose one\nmoment.' }, 'It went.']])
    const { stdout } = await home.run(['revisit', 'three-questions', '--plain'])
    expect(stdout).toContain(
      '2 March 2022\n  asked then:\n  > Choose one moment.\n\n  It stayed.\n\n  2 March 2023\n  It went.'
    )
  })

  it('show what was rated as a line of marks over time, statements each by itself, on the scale of the time', async () => {
    const home = newHome()
    write(home, '2020-03-02', [
      [{ ...scale, id: 'sure', title: 'How sure', to: 9 }, 9],
      [ratings, { staff: 1, all: null }]
    ])
    write(home, '2021-03-02', [
      [{ ...scale, id: 'sure', title: 'How sure' }, 2],
      [ratings, { staff: 4, all: 5 }]
    ])
    const { stdout } = await home.run(['revisit', 'three-questions'])
    expect(stdout).toContain('\n█▃  9/9 2 (from 1 to 5)\n')
    expect(stdout).toContain('\nThe staff: ▁▆  1 4 (from 1 to 5)\nThe staff: all of them: ·█  ? 5 (from 1 to 5)\n')
    const plain = await home.run(['revisit', 'three-questions', '--plain'])
    expect(plain.stdout).toContain(
      '\nThe staff: 1, 4 (from 1 to 5)\nThe staff: all of them: not sure, 5 (from 1 to 5)\n'
    )
    expect(plain.stdout).not.toMatch(/[▁-█]/)
  })

  it('find answers again whose exercise or question was called otherwise, and those of an exercise whose pack is gone', async () => {
    const home = twoEntries()
    const pack = path.join(home.dir, 'pack')
    fs.mkdirSync(pack)
    const manifest = (renamed: string) =>
      `format: 1\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en\nrenamed: ${renamed}\nexercises:\n  - id: now\n    title: Now\n    prompts:\n      - { id: fresh, ask: Fresh? }\n`
    fs.writeFileSync(
      path.join(pack, 'pack.yaml'),
      manifest('{ then: now, then/stale: now/fresh, other/moved: now/fresh }')
    )
    expect(await home.run(['pack', 'add', pack, '--yes'])).toMatchObject({ code: 0 })
    const of = (exercise: string) => ({ pack: 'mine', exercise, title: 'Now' })
    write(home, '2019-01-01', [[{ ...text, id: 'moved' }, 'first']], of('other'))
    write(home, '2020-01-01', [[{ ...text, id: 'stale' }, 'second']], of('then'))
    write(home, '2021-01-01', [[{ ...text, id: 'fresh' }, 'third']], of('now'))
    const { stdout } = await home.run(['revisit', 'now'])
    expect(stdout).toMatch(/1 January 2019[^]*first[^]*1 January 2021[^]*third/)
    expect(stdout).toContain('second')
    expect((await home.run(['revisit'])).stdout).toContain('"Now", done twice: reflect revisit now')
    await home.run(['pack', 'remove', 'mine', '--yes'])
    expect((await home.run(['revisit', 'then'])).stdout).toContain('second')
    expect((await home.run(['revisit', 'mine/then'])).stdout).toContain('second')
  })

  it('find answers to an exercise again that its pack has no more', async () => {
    const home = newHome()
    for (const year of ['2020', '2021'])
      write(home, `${year}-01-01`, [[happened, `In ${year}.`]], { exercise: 'retired', title: 'Retired' })
    expect((await home.run(['revisit'])).stdout).toContain('"Retired", done twice: reflect revisit retired')
    for (const name of ['retired', 'three-questions/retired'])
      expect((await home.run(['revisit', name])).stdout).toMatch(/In 2020\.[^]*In 2021\./)
  })

  it('are found by what the program says to type, also where two packs have an exercise of that name', async () => {
    const home = newHome()
    for (const year of ['2020', '2021']) {
      write(home, `${year}-01-01`, [[happened, 'For three-questions.']])
      write(home, `${year}-01-02`, [[happened, 'For gone.']], { pack: 'gone' })
    }
    await home.run(['config', 'set', 'revisit.after', '1 week'])
    const { stdout } = await home.run(['revisit'])
    expect(stdout).toContain('since 8 January 2021: reflect start three-questions\n')
    const typed = [...stdout.matchAll(/reflect revisit\s+(\S+)/g)].map(([, name = '']) => name)
    expect(typed.toSorted()).toEqual(['gone/three-questions', 'three-questions/three-questions'])
    for (const name of typed) expect((await home.run(['revisit', name])).stdout).toContain(`For ${name.split('/')[0]}.`)
  })
})

describe('what there is to come back to', () => {
  it('is what is due, what was written on this day, and what was written more than once', async () => {
    const home = twoEntries()
    const today = new Date().toISOString().slice(4, 10)
    write(home, `2019${today}`, [[happened, 'Long ago.']], {
      exercise: 'full-turn',
      pack: 'reflective-cycle',
      title: 'Full turn'
    })
    await home.run(['config', 'set', 'revisit.after', '1 week'])
    const { stdout } = await home.run(['revisit'])
    expect(stdout).toContain('since 9 March 2021: reflect start three-questions')
    expect(stdout).toMatch(/\n\nOn this day\n {2}\d+ \w+ 2019: "Full turn" \(reflect show \w{8}\)\n\n/)
    expect(stdout).toContain('"Three quick questions", done twice: reflect revisit three-questions')
    expect(JSON.parse((await home.run(['revisit', '--json'])).stdout)).toMatchObject({
      due: [{ exercise: 'full-turn' }, { exercise: 'three-questions', pack: 'three-questions' }],
      onThisDay: [{ title: 'Full turn', words: 2 }],
      several: [{ exercise: 'three-questions', entries: 2 }]
    })
    expect((await newHome().run(['revisit'])).stdout).toContain('Nothing is due')
  })

  it('is, if nothing is due, what will be due next, and when', async () => {
    const home = newHome()
    await home.run(['start', 'three-questions', '--answers', '-'], { input: '{ what: It rained. }' })
    await home.run(['config', 'set', 'revisit.after', '3 months'])
    const { stdout } = await home.run(['revisit'])
    expect(stdout).toMatch(/^Nothing is due yet\n {2}Next: "Three quick questions", on \d+ \w+ \d{4}\n/)
    expect((await home.run(['revisit', '--lang', 'cy'])).stdout).toMatch(/Nesaf: "/)
  })
})

describe('an exercise that was finished', () => {
  it('says so when it is started again, and that the first entry stays', async () => {
    const home = newHome()
    const start = ['start', 'three-questions']
    const once = () => home.run([...start, '--answers', '-'], { input: '{ what: It rained. }' })
    const again = async () => (await home.run([...start, '--plain'], { input: ':leave\n' })).stdout
    expect(await again()).not.toContain('You finished')
    await once()
    expect(await again()).toMatch(/You finished "Three quick questions" on \d+ \w+ \d{4}\. That entry stays/)
    await once()
    expect((await again()).replaceAll('\n', ' ')).toMatch(
      /You have finished "Three quick questions" 2 times, most recently on/
    )
  })
})
