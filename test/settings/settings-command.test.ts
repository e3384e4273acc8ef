import fs from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { run } from '../../src/commands/settings/config.ts'
import type { ConfigOptions } from '../../src/commands/settings/config.ts'
import type { Context } from '../../src/context/context.ts'
import { UsageError } from '../../src/context/errors.ts'
import { english } from '../../src/words/index.ts'
import { writeEntryFile } from '../journal/kit/entries.ts'
import { freshFolder } from '../journal/kit/processes.ts'

let home: string
beforeEach(() => {
  home = freshFolder()
})

/** Runs the command off a terminal and gives what it wrote. */
async function config(options: Partial<ConfigOptions>): Promise<{ out: string; err: string }> {
  const written = { out: '', err: '' }
  const output = (to: 'out' | 'err') => ({
    write: (text: string) => (written[to] += text),
    isTTY: false,
    columns: 80,
    rows: 24
  })
  const context: Context = {
    stdin: Readable.from([]),
    stdout: output('out'),
    stderr: output('err'),
    env: { REFLECT_HOME: join(home, 'settings') },
    platform: process.platform,
    cwd: home,
    homeDir: home,
    installDir: home,
    now: () => new Date(0),
    zone: () => 'UTC',
    uuid: () => '',
    onExit: () => () => undefined,
    language: 'en-GB',
    withTerminalReleased: (work) => work(),
    words: english
  }
  expect(await run({ action: 'list', ...options }, context)).toBe(0)
  return written
}

const set = (key: string, value: string, rest: Partial<ConfigOptions> = {}) =>
  config({ action: 'set', key, value, ...rest })
const get = async (key: string) => (await config({ action: 'get', key })).out.trim()

describe('reflect config', () => {
  test('lists every setting with what it is', async () => {
    await set('color', 'never')
    const { out, err } = await config({})
    expect(out).toContain('journal: ~/reflections (as usual)\n')
    expect(out).toContain('color: never\n')
    expect(err).toBe('')
  })

  test('lists as JSON', async () => {
    await set('plain', 'yes')
    const { out } = await config({ json: true })
    expect(JSON.parse(out)).toMatchObject([
      { key: 'journal', value: '~/reflections', isSet: false },
      { key: 'plain', value: true, isSet: true },
      { key: 'color', value: 'auto', isSet: false },
      { key: 'editor', value: null, isSet: false },
      { key: 'revisit.after', value: null, isSet: false },
      { key: 'language', value: 'auto', isSet: false }
    ])
  })

  test('sets, gets and unsets', async () => {
    expect(await set('editor', 'code --wait')).toEqual({ out: '', err: 'editor is now code --wait.\n' })
    expect(await get('editor')).toBe('code --wait')
    expect(JSON.parse((await config({ action: 'get', key: 'editor', json: true })).out)).toMatchObject({
      value: 'code --wait'
    })
    await config({ action: 'unset', key: 'editor' })
    expect(await get('editor')).toBe('')
    expect(await get('color')).toBe('auto')
  })

  test('says where the file is', async () => {
    expect((await config({ action: 'path' })).out).toBe(`${join(home, 'settings', 'config.json')}\n`)
  })

  test.each<[Partial<ConfigOptions>, string | RegExp]>([
    [{ action: 'sett' }, 'list, get, set, unset and path'],
    [{ action: 'get' }, 'Name a setting'],
    [{ action: 'get', key: 'colour' }, 'Did you mean "color"?'],
    [{ action: 'get', key: '__proto__' }, 'no setting "__proto__"'],
    [{ action: 'set', key: 'plain' }, 'true or false'],
    [{ action: 'set', key: 'color', value: 'pink' }, /"pink".*auto, always or never/],
    [{ action: 'unset', key: 'jurnal' }, 'Did you mean "journal"?']
  ])('refuses %j', async (options, message) => {
    await expect(config(options)).rejects.toThrow(UsageError)
    await expect(config(options)).rejects.toThrow(message)
    expect(fs.existsSync(join(home, 'settings'))).toBe(false)
  })

  test('keeps a settings file that does not read, and says where', async () => {
    fs.mkdirSync(join(home, 'settings'))
    fs.writeFileSync(join(home, 'settings', 'config.json'), '{')
    expect((await config({})).err).toContain('not whole JSON')
    expect((await set('plain', 'true')).err).toContain('config.json.broken')
    expect(await get('plain')).toBe('true')
  })
})

describe('when the journal gets another folder', () => {
  const ENTRY = '2026/2026-11-23-a.md'
  beforeEach(() => {
    writeEntryFile(join(home, 'reflections'), ENTRY)
    fs.writeFileSync(join(home, 'reflections', 'mine.txt'), 'x')
  })

  test('says what is left behind, and how to move it', async () => {
    const { err } = await set('journal', 'other')
    expect(err).toContain(`One entry is in ${join(home, 'reflections')}.`)
    expect(err).toContain('--move')
    expect(await get('journal')).toBe(join(home, 'other'))
    expect(fs.existsSync(join(home, 'reflections', ENTRY))).toBe(true)
  })

  test('moves everything with --move, there and back again', async () => {
    await set('journal', '~/new/journal', { move: true })
    expect(fs.readdirSync(join(home, 'new', 'journal')).toSorted()).toEqual(['2026', 'mine.txt'])
    expect(fs.existsSync(join(home, 'reflections'))).toBe(false)
    await config({ action: 'unset', key: 'journal', move: true })
    expect(fs.existsSync(join(home, 'reflections', ENTRY))).toBe(true)
    expect(await get('journal')).toBe('~/reflections')
  })

  test('counts an entry that does not read, and moves what is in the trash with --move', async () => {
    fs.writeFileSync(join(home, 'reflections', ENTRY), '---\nreflect: 1\nid: [\n---\n')
    expect((await set('journal', 'other')).err).toContain('One entry is in')
    await config({ action: 'unset', key: 'journal' })
    fs.mkdirSync(join(home, 'reflections', 'trash'))
    fs.renameSync(join(home, 'reflections', ENTRY), join(home, 'reflections', 'trash', 'a.md'))
    await set('journal', 'other', { move: true })
    expect(fs.existsSync(join(home, 'other', 'trash', 'a.md'))).toBe(true)
    await config({ action: 'unset', key: 'journal', move: true })
  })

  test.each([true, false])('refuses a file, moving or not (%s)', async (move) => {
    fs.writeFileSync(join(home, 'taken'), 'x')
    await expect(set('journal', 'taken', { move })).rejects.toThrow(join(home, 'taken'))
    expect(await get('journal')).toBe('~/reflections')
  })

  test('changes nothing where something is in the way', async () => {
    fs.mkdirSync(join(home, 'full', 'of'), { recursive: true })
    await expect(set('journal', 'full', { move: true })).rejects.toThrow(UsageError)
    expect(await get('journal')).toBe('~/reflections')
    expect(fs.existsSync(join(home, 'reflections', ENTRY))).toBe(true)
  })

  test('moves back what was moved if the setting cannot be kept', async () => {
    fs.writeFileSync(join(home, 'settings'), 'a file in the way')
    await expect(set('journal', 'other', { move: true })).rejects.toThrow(join(home, 'settings'))
    expect(fs.existsSync(join(home, 'reflections', ENTRY))).toBe(true)
    expect(fs.existsSync(join(home, 'other'))).toBe(false)
  })

  test('has nothing to say where the folder stays the same or is empty', async () => {
    expect((await set('journal', '~/reflections/')).err).not.toContain('One entry')
    fs.rmSync(join(home, 'reflections'), { recursive: true })
    expect((await set('journal', 'other')).err).toBe(`journal is now ${join(home, 'other')}.\n`)
  })
})
