import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { beforeEach, describe, expect, test } from 'vitest'
import { journalDir, parseSetting, presets, readSettings, settingsFile } from '../../src/settings/index.ts'
import { unsetSetting, writeSetting } from '../../src/settings/write.ts'
import { english, translated } from '../../src/words/index.ts'
import { freshFolder, run, script } from '../journal/kit/processes.ts'
import { expectMode, needPosix } from '../kit/needs.ts'

let home: string
let file: string
beforeEach(() => {
  home = freshFolder()
  file = path.join(home, 'config.json')
})
const here = () => ({
  env: { REFLECT_HOME: home },
  homeDir: '/home/ada',
  cwd: '/somewhere',
  platform: process.platform
})

describe('the settings file', () => {
  test.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', {}, '/home/ada/.config/reflect-journal/config.json'],
    ['linux', { XDG_CONFIG_HOME: '/xdg' }, '/xdg/reflect-journal/config.json'],
    ['darwin', {}, '/home/ada/Library/Preferences/reflect-journal/config.json'],
    [
      'win32',
      { APPDATA: String.raw`C:\Users\ada\AppData\Roaming` },
      String.raw`C:\Users\ada\AppData\Roaming\reflect-journal\Config\config.json`
    ],
    ['linux', { REFLECT_HOME: '/portable' }, '/portable/config.json'],
    ['linux', { REFLECT_HOME: '', XDG_CONFIG_HOME: '' }, '/home/ada/.config/reflect-journal/config.json']
  ])('on %s with %j is %s', (platform, env, expected) => {
    expect(settingsFile({ env, homeDir: '/home/ada', cwd: '/somewhere', platform })).toBe(expected)
  })

  test('is the one that conf would choose', async () => {
    const ask = `import Conf from 'conf'; console.log(new Conf({ projectName: 'reflect-journal', projectSuffix: '' }).path)`
    const { XDG_CONFIG_HOME: _, ...others } = process.env
    const env = { ...others, HOME: home, APPDATA: home }
    const { out } = await run('--input-type=module', ['-e', ask], env)
    expect(out.trim()).toBe(settingsFile({ env, homeDir: home, cwd: home, platform: process.platform }))
  })
})

describe('readSettings', () => {
  test('gives the defaults where there is no file, and says nothing', () => {
    expect(readSettings(here())).toEqual({ settings: presets, stated: new Set() })
  })

  test('reads what is stated and leaves what it does not know alone', () => {
    fs.writeFileSync(file, '{"plain": true, "color": "never", "later": {"a": 1}, "__proto__": {"editor": "evil"}}')
    const { settings, stated, problem } = readSettings(here())
    expect(settings).toEqual({ ...presets, plain: true, color: 'never' })
    expect([...stated]).toEqual(['plain', 'color'])
    expect(problem).toBeUndefined()
  })

  test.each([
    ['not JSON', '{"plain": tru'],
    ['not an object', '[1]'],
    ['nothing', ''],
    ['null', 'null']
  ])('takes the defaults and names the file if it holds %s', (_, content) => {
    fs.writeFileSync(file, content)
    expect(readSettings(here()).settings).toEqual(presets)
    expect(translated(readSettings(here()).problem ?? '', english)).toContain(file)
    expect(fs.readFileSync(file, 'utf8')).toBe(content)
  })

  test('takes the default for one value that is wrong, and the others as they are', () => {
    fs.writeFileSync(file, '{"color": "purple", "plain": "yes", "journal": "a\\u001b[2Jb"}')
    const { settings, problem } = readSettings(here())
    expect(settings).toEqual({ ...presets, plain: true })
    expect(translated(problem ?? '', english)).toMatch(/"journal".*\n.*"color".*auto, always or never/)
  })

  test('is content with a folder in the place of the file', () => {
    fs.mkdirSync(file)
    expect(readSettings(here()).settings).toEqual(presets)
    expect(translated(readSettings(here()).problem ?? '', english)).toContain(file)
  })
})

test.each([
  ['plain', 'ON', true],
  ['plain', 'no', false],
  ['plain', 'maybe', undefined],
  ['color', ' Always ', 'always'],
  ['journal', '', undefined],
  ['journal', ' ~/notes ', '~/notes'],
  ['editor', 'code --wait', 'code --wait'],
  ['editor', 'a\nb', undefined]
] as const)('%s takes %j as %j', (key, typed, value) => {
  expect(parseSetting(key, typed)).toBe(value)
})

describe('journalDir', () => {
  const context = { env: {}, homeDir: '/home/ada', cwd: '/somewhere', platform: 'linux' } as const
  const settings = { ...presets, journal: '/from/setting' }

  test.each([
    ['--journal first', 'flag', { REFLECT_JOURNAL: '/variable' }, settings, '/somewhere/flag'],
    ['then the variable', undefined, { REFLECT_JOURNAL: 'variable' }, settings, '/somewhere/variable'],
    ['then the setting', undefined, { REFLECT_JOURNAL: '' }, settings, '/from/setting'],
    ['then the home folder', undefined, {}, presets, '/home/ada/reflections'],
    ['a tilde alone', '~', {}, presets, '/home/ada'],
    ['a tilde that is part of a name', '~notes', {}, presets, '/somewhere/~notes']
  ])('%s', (_, flag, env, given, expected) => {
    expect(journalDir(flag, given, { ...context, env })).toBe(expected)
  })
})

/** A program that writes a setting: its arguments are the key and the value. */
function writer(): Promise<string> {
  return script(`
    import process from 'node:process'
    import { writeSetting } from 'SRC/settings/write.ts'
    const [key, value] = process.argv.slice(2)
    await writeSetting(key, value, ${JSON.stringify(here())})
  `)
}

describe('writeSetting and unsetSetting', () => {
  test('keep what is written, and the other settings, privately', async () => {
    fs.writeFileSync(file, '{"later": {"a": 1}, "plain": true}')
    await writeSetting('color', 'never', here())
    await writeSetting('journal', '/a folder/.hidden.d', here())
    await unsetSetting('plain', here())
    expect(readSettings(here()).settings).toEqual({ ...presets, color: 'never', journal: '/a folder/.hidden.d' })
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual({
      later: { a: 1 },
      color: 'never',
      journal: '/a folder/.hidden.d'
    })
    expectMode(file, 0o600)
    expect(fs.readdirSync(home)).toEqual(['config.json'])
  })

  test('make the folder, and taking back what was never set does nothing', async () => {
    home = path.join(home, 'new', 'folder')
    expect(await unsetSetting('plain', here())).toEqual({})
    await writeSetting('plain', true, here())
    expect(readSettings(here()).settings.plain).toBe(true)
    expectMode(home, 0o700)
  })

  test('keep a file that begins with a byte order mark', async () => {
    fs.writeFileSync(file, '\ufeff{"plain": true, "__proto__": {"later": 1}}')
    await writeSetting('color', 'never', here())
    expect(fs.readFileSync(file, 'utf8')).toBe(
      '{\n\t"plain": true,\n\t"__proto__": {\n\t\t"later": 1\n\t},\n\t"color": "never"\n}'
    )
  })

  test('leave the file as it was when the disk is full', async () => {
    needPosix('limits on the size of files')
    const before = JSON.stringify({ later: 'x'.repeat(3000), plain: true })
    fs.writeFileSync(file, before)
    // Files may have one block: what is written stops in the middle, and then fails.
    const limited = `trap '' XFSZ; ulimit -f 1; exec "$0" "$@"`
    const { code, err } = await run(
      '-c',
      [limited, process.execPath, await writer(), 'color', 'never'],
      process.env,
      'sh'
    )
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('ReflectError') })
    expect(fs.readFileSync(file, 'utf8')).toBe(before)
    expect(fs.readdirSync(home)).toEqual(['config.json'])
  })

  test('keep what others write at the same time', async () => {
    const write = await writer()
    const values = { color: 'never', editor: 'vi', language: 'cy', journal: '/a', 'revisit.after': '3 months' }
    const ran = await Promise.all(Object.entries(values).map(([key, value]) => run(write, [key, value])))
    expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0])
    expect(readSettings(here()).settings).toEqual({ ...presets, ...values })
  })

  test('put a file that does not read aside, and say where', async () => {
    fs.writeFileSync(file, '{"plain": tru')
    fs.writeFileSync(`${file}.broken`, 'an earlier one')
    expect(await writeSetting('color', 'always', here())).toEqual({ movedAside: `${file}.broken-2` })
    expect(fs.readFileSync(`${file}.broken-2`, 'utf8')).toBe('{"plain": tru')
    expect(readSettings(here()).settings.color).toBe('always')
  })
})
