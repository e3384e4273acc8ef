import fs from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { runProgram } from '../../src/program.ts'
import { contextIn } from '../kit/context.ts'
import { writeEntryFile } from '../journal/kit/entries.ts'
import { freshFolder } from '../journal/kit/processes.ts'

let home: string
beforeEach(() => {
  home = freshFolder()
})

/** Runs `reflect config` without a terminal and gives what it wrote. */
async function config(...args: readonly string[]): Promise<{ out: string; err: string }> {
  const context = { ...contextIn(home), env: { REFLECT_HOME: join(home, 'settings') } }
  expect(await runProgram(['config', ...args], context)).toBe(0)
  const { stdout, stderr } = context.said
  return { out: stdout, err: stderr }
}

const set = (key: string, value: string, ...rest: readonly string[]) => config('set', key, value, ...rest)
const get = async (key: string) => (await config('get', key)).out.trim()

describe('reflect config', () => {
  test('lists every setting with what it is', async () => {
    await set('color', 'never')
    const { out, err } = await config()
    expect(out).toContain('journal: ~/reflections (the default)\n')
    expect(out).toContain('color: never (from your settings)\n')
    expect(err).toBe('')
  })

  test('lists as JSON', async () => {
    await set('plain', 'yes')
    const { out } = await config('--json')
    expect(JSON.parse(out)).toMatchObject([
      { key: 'journal', value: '~/reflections', isSet: false },
      { key: 'plain', value: true, isSet: true, effective: true, source: { kind: 'setting' } },
      { key: 'color', value: 'auto', isSet: false },
      { key: 'editor', value: null, isSet: false },
      { key: 'revisit.after', value: null, isSet: false },
      { key: 'pack', value: null, isSet: false },
      { key: 'bundled', value: 'show', isSet: false },
      { key: 'start', value: null, isSet: false },
      { key: 'language', value: 'auto', isSet: false }
    ])
  })

  test.each<[string, Record<string, string>, readonly string[], string, string]>([
    ['journal', { REFLECT_JOURNAL: '/elsewhere' }, [], resolve('/elsewhere'), 'from the variable REFLECT_JOURNAL'],
    [
      'journal',
      { REFLECT_JOURNAL: '/elsewhere' },
      ['--journal', '/here'],
      resolve('/here'),
      'from the option --journal'
    ],
    ['plain', { ACCESSIBLE: '1' }, [], 'true', 'from the variable ACCESSIBLE'],
    ['plain', { ACCESSIBLE: '1' }, ['--plain'], 'true', 'from the option --plain'],
    ['color', { NO_COLOR: '1' }, [], 'never', 'from the variable NO_COLOR'],
    ['color', { FORCE_COLOR: '1' }, [], 'always', 'from the variable FORCE_COLOR'],
    ['color', { FORCE_COLOR: '1' }, ['--no-color'], 'never', 'from the option --no-color'],
    ['editor', { EDITOR: 'vim' }, [], 'vim', 'from the variable EDITOR'],
    ['editor', { EDITOR: 'vim', VISUAL: 'nano' }, [], 'nano', 'from the variable VISUAL'],
    ['language', { LANG: 'en_GB.UTF-8' }, [], 'en-GB', 'from the variable LANG'],
    ['language', { LANG: 'cy_GB.UTF-8' }, ['--lang', 'en'], 'en', 'from the option --lang'],
    ['language', {}, [], 'auto', 'the default']
  ])('says what %s is now, and what decides it: %j %j', async (key, env, options, value, source) => {
    const context = () => ({ ...contextIn(home), env: { REFLECT_HOME: join(home, 'settings'), ...env } })
    const [listed, got] = [context(), context()]
    await runProgram(['config', ...options], listed)
    expect(listed.said.stdout).toContain(`${key}: ${value} (${source})\n`)
    await runProgram(['config', 'get', key, ...options], got)
    expect(got.said.stdout).toBe(`${value}\n`)
  })

  test('sets, gets and unsets', async () => {
    expect(await set('editor', 'code --wait')).toEqual({ out: '', err: 'editor is now code --wait.\n' })
    expect(await get('editor')).toBe('code --wait')
    expect(JSON.parse((await config('get', 'editor', '--json')).out)).toMatchObject({
      value: 'code --wait'
    })
    await config('unset', 'editor')
    expect(await get('editor')).toBe('')
    expect(await get('color')).toBe('auto')
  })

  test('says where the file is', async () => {
    expect((await config('path')).out).toBe(`${join(home, 'settings', 'config.json')}\n`)
  })

  test.each<[readonly string[], string | RegExp]>([
    [['sett'], 'list, get, set, unset and path'],
    [['get'], 'Name a setting'],
    [['get', 'colour'], 'Did you mean "color"?'],
    [['get', '__proto__'], 'no setting "__proto__"'],
    [['set', 'plain'], 'true or false'],
    [['set', 'color', 'pink'], /"pink".*auto, always or never/],
    [['unset', 'jurnal'], 'Did you mean "journal"?']
  ])('refuses %j', async (args, message) => {
    await expect(config(...args)).rejects.toThrow(UsageError)
    await expect(config(...args)).rejects.toThrow(message)
    expect(fs.existsSync(join(home, 'settings'))).toBe(false)
  })

  test('keeps a settings file that does not read, and says where', async () => {
    fs.mkdirSync(join(home, 'settings'))
    fs.writeFileSync(join(home, 'settings', 'config.json'), '{')
    expect((await config()).err).toContain('not valid JSON')
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
    await set('journal', '~/new/journal', '--move')
    expect(fs.readdirSync(join(home, 'new', 'journal')).toSorted()).toEqual(['2026', 'mine.txt'])
    expect(fs.existsSync(join(home, 'reflections'))).toBe(false)
    await config('unset', 'journal', '--move')
    expect(fs.existsSync(join(home, 'reflections', ENTRY))).toBe(true)
    expect(await get('journal')).toBe('~/reflections')
  })

  test('counts an entry that does not read, and moves what is in the trash with --move', async () => {
    fs.writeFileSync(join(home, 'reflections', ENTRY), '---\nreflect: 1\nid: [\n---\n')
    expect((await set('journal', 'other')).err).toContain('One entry is in')
    await config('unset', 'journal')
    fs.mkdirSync(join(home, 'reflections', 'trash'))
    fs.renameSync(join(home, 'reflections', ENTRY), join(home, 'reflections', 'trash', 'a.md'))
    await set('journal', 'other', '--move')
    expect(fs.existsSync(join(home, 'other', 'trash', 'a.md'))).toBe(true)
    await config('unset', 'journal', '--move')
  })

  test.each([true, false])('refuses a file, moving or not (%s)', async (move) => {
    fs.writeFileSync(join(home, 'taken'), 'x')
    await expect(set('journal', 'taken', ...(move ? ['--move'] : []))).rejects.toThrow(join(home, 'taken'))
    expect(await get('journal')).toBe('~/reflections')
  })

  test('changes nothing where something is in the way', async () => {
    fs.mkdirSync(join(home, 'full', 'of'), { recursive: true })
    await expect(set('journal', 'full', '--move')).rejects.toThrow(UsageError)
    expect(await get('journal')).toBe('~/reflections')
    expect(fs.existsSync(join(home, 'reflections', ENTRY))).toBe(true)
  })

  test('moves back what was moved if the setting cannot be kept', async () => {
    fs.writeFileSync(join(home, 'settings'), 'a file in the way')
    await expect(set('journal', 'other', '--move')).rejects.toThrow(join(home, 'settings'))
    expect(fs.existsSync(join(home, 'reflections', ENTRY))).toBe(true)
    expect(fs.existsSync(join(home, 'other'))).toBe(false)
  })

  test('has nothing to say where the folder stays the same or is empty', async () => {
    expect((await set('journal', '~/reflections/')).err).not.toContain('One entry')
    fs.rmSync(join(home, 'reflections'), { recursive: true })
    expect((await set('journal', 'other')).err).toBe(`journal is now ${join(home, 'other')}.\n`)
  })
})
