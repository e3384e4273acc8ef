import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, lastId, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'

const MORE = 'export, packs'

/** A home with a finished entry. */
async function homeWithEntry(): Promise<Home> {
  const home = newHome()
  await home.run(['start', 'three-questions', '--answers', '-'], {
    input: '{ what: The desk moved., so-what: others, now-what: { if: it rains, then: I ask } }'
  })
  return home
}

/** Opens the home screen in plain mode, and says what is typed at each question; gives what it showed. */
async function inPlain(home: Home, ...said: readonly (readonly [question: string, typed: string])[]): Promise<string> {
  const terminal = openTerminal([launcher(), '--plain'], { env: home.env, columns: 100, rows: 60 })
  let from = 0
  for (const [question, typed] of said) {
    await terminal.until(() => terminal.everything().includes(question, from))
    from = terminal.everything().lastIndexOf(question) + question.length
    terminal.type(`${typed}\r`)
  }
  expect((await terminal.ended).exitCode).toBe(0)
  return terminal.everything()
}

const LEAVE = ['What would you like to do?', ':leave'] as const
const TO_MORE = ['What would you like to do?', MORE] as const

describe('from the home screen', () => {
  it('entries are exported, with private answers only if they are wished for', async () => {
    const home = await homeWithEntry()
    for (const [answer, name] of [
      ['', 'reflections'],
      ['yes', 'all']
    ] as const) {
      const shown = await inPlain(
        home,
        TO_MORE,
        ['What would you like to do?', 'export'],
        ['Which entries', 'all'],
        ['What kind of file?', 'plain text'],
        ['Where should it be saved?', name === 'all' ? '~/all.txt' : ''],
        ['Include private answers?', answer],
        LEAVE
      )
      expect(shown).toMatch(/Saved as .*\.txt/)
    }
    const [plain = '', all = ''] = [/reflections-[\d-]{10}\.txt/, /all\.txt/].map((name) => {
      const file = fs.readdirSync(home.dir).find((each) => name.test(each)) ?? ''
      return fs.readFileSync(path.join(home.dir, file), 'utf8')
    })
    expect(plain).toContain('People I work with')
    expect(plain).not.toContain('The desk moved.')
    expect(all).toContain('The desk moved.')
  })

  it('what was written for an outcome is exported', async () => {
    const home = await homeWithEntry()
    const prompts = '[{ id: a, ask: What?, outcomes: notice }, { id: b, ask: Who? }]'
    fs.writeFileSync(
      path.join(home.dir, 'mine.yaml'),
      `format: 2\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en\noutcomes: { notice: Notice what happens }\nexercises: [{ id: one, title: One, minutes: 5, prompts: ${prompts} }]\n`
    )
    await home.run(['pack', 'add', path.join(home.dir, 'mine.yaml'), '--yes'])
    await home.run(['start', 'mine/one', '--answers', '-'], { input: 'a: A queue.\nb: Ann.\n' })
    await inPlain(
      home,
      TO_MORE,
      ['What would you like to do?', 'export'],
      ['Which entries', 'what i wrote'],
      ['Which outcome?', 'notice'],
      ['What kind of file?', 'plain text'],
      ['Where should it be saved?', '~/notice.txt'],
      ['Include private answers?', ''],
      LEAVE
    )
    const text = fs.readFileSync(path.join(home.dir, 'notice.txt'), 'utf8')
    expect(text).toContain('A queue.')
    expect(text).not.toMatch(/Ann|desk/)
  })

  it('a deleted entry is looked at and restored, and the trash is emptied', async () => {
    const home = await homeWithEntry()
    await home.run(['delete', await lastId(home), '--yes'])
    const shown = await inPlain(
      home,
      TO_MORE,
      ['What would you like to do?', 'deleted'],
      ['Which deleted entry?', '1'],
      ['What now?', 'restore'],
      LEAVE
    )
    expect(shown).toContain('The desk moved.')
    expect(shown).toContain('It is back:')
    await home.run(['delete', await lastId(home), '--yes'])
    await inPlain(
      home,
      TO_MORE,
      ['What would you like to do?', 'deleted'],
      ['Which deleted entry?', 'empty'],
      ['for ever?', 'no'],
      ['Which deleted entry?', 'empty'],
      ['for ever?', 'yes'],
      LEAVE
    )
    expect(filesBelow(home.journal).filter((file) => file.endsWith('.md'))).toEqual([])
  })

  it('a pack is added, looked at and removed', async () => {
    const home = newHome()
    expect((await home.run(['pack', 'new', 'mine', '--title', 'My own'])).code).toBe(0)
    const shown = await inPlain(
      home,
      TO_MORE,
      ['What would you like to do?', 'packs'],
      ['Which pack?', 'add'],
      ['Where is the pack?', '~/nothing-here'],
      ['Which pack?', 'add'],
      ['Where is the pack?', '~/mine'],
      ['Add "My own"?', 'yes'],
      ['Which pack?', 'My own'],
      ['What now?', 'remove'],
      ['Remove', 'yes'],
      ['Which pack?', ':leave']
    )
    expect(shown).toContain('There is no file or folder')
    expect((await home.run(['pack', 'list'])).stdout).not.toContain('My own')
  })

  it('settings are changed, and the journal is then another one', async () => {
    const home = await homeWithEntry()
    const { REFLECT_JOURNAL: _, ...env } = home.env
    await home.run(['config', 'set', 'journal', home.journal])
    const shown = await inPlain(
      { ...home, env },
      ['What would you like to do?', MORE],
      ['What would you like to do?', 'settings'],
      ['Which setting?', 'color'],
      ['What should "color" be?', 'never'],
      ['Which setting?', 'journal'],
      ['What should "journal" be?', 'change'],
      ['What should "journal" be?', '~/other'],
      ['Move', 'no'],
      ['Which setting?', ':back'],
      ['What would you like to do?', ':back'],
      LEAVE
    )
    expect(shown).toContain('color: never')
    expect(shown.slice(shown.lastIndexOf('What would you like to do?'))).not.toContain('Read and search')
    expect((await home.run(['config', 'get', 'journal'], { env: { REFLECT_JOURNAL: '' } })).stdout).toBe(
      `${path.join(home.dir, 'other')}\n`
    )
  })

  it('tags lead to their entries, and help to its topics', async () => {
    const home = await homeWithEntry()
    const shown = await inPlain(
      home,
      TO_MORE,
      ['What would you like to do?', 'entries by'],
      ['Which tag?', 'reflection'],
      ['reflection', '1'],
      ['What now?', ':back'],
      ['reflection', ':back'],
      ['Which tag?', ':back'],
      ['What would you like to do?', 'help'],
      ['What would you like help with?', 'all'],
      ['What would you like help with?', 'where'],
      ['What would you like help with?', ':leave']
    )
    for (const words of ['The desk moved.', 'reflect export', 'Your journal is a folder'])
      expect(shown).toContain(words)
  })

  it.each([
    [80, 24],
    [40, 20]
  ])('what a command says stays until Enter, in %d columns and %d rows', async (columns, rows) => {
    const terminal = openTerminal([launcher()], { env: newHome().env, columns, rows })
    await open(terminal, 2, 'Packs of exercises')
    await open(terminal, 2, 'Which setting?')
    await open(terminal, 2, 'What should "color" be?')
    await open(terminal, 2, 'Enter back')
    expect(terminal.screen()).toContain('color is now never')
    terminal.type('\r')
    await terminal.until('❯ color: never')
    for (const above of ['❯ Settings', '❯   Export, packs, settings, help']) {
      terminal.type('\u001b')
      await terminal.until(above)
    }
    terminal.type('\u001b')
    expect((await terminal.ended).exitCode).toBe(0)
  })
})

/** Goes down some rows of a menu, and chooses the row. */
async function open(terminal: TestTerminal, down: number, shows: string): Promise<void> {
  await terminal.until('Enter choose')
  for (let step = 0; step < down; step += 1) {
    const before = terminal.screen()
    terminal.type('\u001b[B')
    await terminal.until((screen) => screen !== before)
  }
  terminal.type('\r')
  await terminal.until(shows)
}

describe('a command without what it needs', () => {
  const needy: readonly (readonly [args: readonly string[], missing: string])[] = [
    [['pack', 'info'], 'id'],
    [['pack', 'add'], 'source'],
    [['pack', 'new'], 'dir'],
    [['import'], 'from'],
    [['completion'], 'shell'],
    [['journal', '--restore'], 'nothing in the trash'],
    [['config', 'get'], 'Name a setting'],
    [['config', 'set', 'color'], 'auto, always or never'],
    [['pack', 'update', '--rollback'], ''],
    [['pack', 'remove'], '']
  ]

  it.each(needy)('is refused without a terminal: %j', async (args, missing) => {
    const { code, stdout, stderr } = await newHome().run(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(missing)
  })

  it.each<[string, string, string]>([
    ['pack info', 'Which pack?', '\u001b'],
    ['pack add', 'Where is the pack?', '\u001b'],
    ['pack new', 'Which folder should the new pack be in?', '\u001b'],
    ['import', 'Which file or folder', '\u001b'],
    ['completion', 'Which shell', '\u001b'],
    ['config get', 'Which setting?', '\u001b'],
    ['config set', 'Which setting?', '\u001b'],
    ['config set color', 'What should "color" be?', '\u001b']
  ])('asks for it on a terminal: %s', async (command, question, keys) => {
    const terminal = openTerminal([launcher(), ...command.split(' ')], { env: newHome().env })
    await terminal.until((screen) => screen.includes(question) && screen.includes('Enter '))
    terminal.type(keys)
    expect((await terminal.ended).exitCode).toBe(0)
  })
})
