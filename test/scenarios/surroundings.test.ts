import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { isLong } from '../kit/long.ts'
import { launcher, newHome } from '../kit/program.ts'

/** A folder with a pack, an empty home and a file. */
function place(): { dir: string; pack: string } {
  const { dir } = newHome()
  fs.chmodSync(dir, 0o777)
  fs.mkdirSync(path.join(dir, 'home'))
  fs.chmodSync(path.join(dir, 'home'), 0o777)
  fs.writeFileSync(path.join(dir, 'file'), '')
  const pack = path.join(dir, 'pack')
  fs.cpSync(path.join(import.meta.dirname, '..', '..', 'exercises', 'three-questions'), pack, { recursive: true })
  return { dir, pack }
}

/** Environments by name. `DIR` stands for a temporary folder. HOME is not set unless it is named. */
const environments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nothing: {},
  'an empty home': { HOME: '' },
  'a relative home': { HOME: 'home' },
  'a home that is a file': { HOME: 'DIR/file' },
  'a home that is not there': { HOME: 'DIR/no/home' },
  'a home that nobody can write': { HOME: '/proc' },
  'relative XDG folders': { HOME: 'DIR/home', XDG_CONFIG_HOME: 'rel', XDG_DATA_HOME: 'rel', XDG_CACHE_HOME: 'rel' },
  'XDG folders below a file': { HOME: 'DIR/home', XDG_CONFIG_HOME: 'DIR/file', XDG_DATA_HOME: 'DIR/file' },
  'folders below the home': { HOME: 'DIR/home', REFLECT_HOME: '~/mine', REFLECT_JOURNAL: '~/journal' },
  'folders below a home that is unknown': { REFLECT_HOME: '~/mine', REFLECT_JOURNAL: '~/journal' },
  'relative folders': { REFLECT_HOME: 'mine', REFLECT_JOURNAL: 'journal' },
  'folders without a home': { REFLECT_HOME: 'DIR/mine', REFLECT_JOURNAL: 'DIR/journal' },
  'folders that are files': { HOME: 'DIR/home', REFLECT_HOME: 'DIR/file', REFLECT_JOURNAL: 'DIR/file' },
  'no temporary folder': { HOME: 'DIR/home', TMPDIR: 'DIR/no/tmp' },
  'an empty zone': { HOME: 'DIR/home', TZ: '' },
  'a zone that is none': { HOME: 'DIR/home', TZ: 'Nowhere/Town' },
  'a locale that is none': { HOME: 'DIR/home', LC_ALL: 'garbage', LANG: 'xx_YY' },
  'the locale C': { HOME: 'DIR/home', LC_ALL: 'C' },
  'an odd locale': { HOME: 'DIR/home', LANG: '../../etc@@..UTF-8' },
  'no programs': { HOME: 'DIR/home', PATH: '' }
}

/** Commands, each with the codes with which it may end wherever it runs. `DIR` stands as above. */
const commands: readonly (readonly [args: readonly string[], codes: readonly number[]])[] = [
  [['--version'], [0]],
  [['--help'], [0]],
  [['help', 'files'], [0]],
  [['completion', 'bash'], [0]],
  [['pack', 'check', 'DIR/pack'], [0]],
  [['pack', 'schema'], [0]],
  [['list'], [0, 1]],
  [['journal'], [0, 1]],
  [
    ['start', 'three-questions', '--pack', 'DIR/pack', '--answers', 'DIR/answers'],
    [0, 1]
  ],
  [
    ['show', 'last'],
    [0, 1, 2]
  ],
  [
    ['search', 'rain'],
    [0, 1]
  ],
  [
    ['progress', '--statement'],
    [0, 1]
  ],
  [['export'], [0, 1]],
  [['config'], [0]],
  [
    ['config', 'set', 'plain', 'true'],
    [0, 1]
  ],
  [['doctor'], [0, 1]],
  [
    ['start', 'three-questions', '--pack', 'DIR/pack'],
    [1, 130]
  ],
  [[], [0, 1, 130]]
]

/** A user that the system does not know, as in a container; undefined if this one cannot become another. */
const stranger = process.getuid?.() === 0 ? 54_321 : undefined

const names = Object.keys(environments)
/** Every command in some environments; every environment with some commands. All pairs in the long mode. */
const pairs = names.flatMap((name, at) =>
  commands.filter((_, index) => isLong || (index + at * 5) % 15 === 0).map(([args, codes]) => ({ name, args, codes }))
)

describe('the program ends in words and with a documented code, wherever it is started', () => {
  it.each(pairs)('$args with $name', ({ name, args, codes }) => {
    const { dir } = place()
    fs.writeFileSync(path.join(dir, 'answers'), 'what: It rained.\n')
    const inDir = (text: string) => text.replaceAll('DIR', dir)
    const env = Object.entries({ PATH: process.env['PATH'] ?? '', ...environments[name] })
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [launcher(), ...args.map(inDir)], {
      cwd: dir,
      env: Object.fromEntries(env.map(([key, value]) => [key, inDir(value)])),
      ...(stranger === undefined ? {} : { uid: stranger, gid: stranger }),
      input: '',
      encoding: 'utf8'
    })
    expect({ status, signal }).toEqual({ status: expect.toBeOneOf([...codes]), signal: null })
    expect(stdout + stderr).not.toMatch(/^\s+at |node:internal|\bdist\/|Something unexpected|could not start/m)
    expect(status === 0 || (stdout + stderr).trim() !== '').toBe(true)
    // Nothing is created for a home that is unknown, or not there, and nothing under a name that was to be expanded.
    const writes = args.includes('set') || args.includes('--answers')
    const created = new Set(['home', 'file', 'pack', 'answers', 'mine', 'journal', ...(writes ? ['no'] : [])])
    expect(fs.readdirSync(dir).filter((each) => !created.has(each))).toEqual([])
  })

  it.each([
    ['standard input', '<&-', ['list']],
    ['standard output', '>&-', ['list']],
    ['standard error', '2>&-', ['list', 'no-such-pack']],
    ['everything', '<&- >&- 2>&-', ['start', 'three-questions']]
  ])('also if %s is closed', (_, closed, args) => {
    const home = newHome()
    const command = `exec "$0" "$@" ${closed}`
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command, process.execPath, launcher(), ...args], {
      cwd: home.dir,
      env: home.env,
      encoding: 'utf8'
    })
    expect(status).toBeOneOf([0, 1, 2, 130])
    expect(stdout + stderr).not.toMatch(/^\s+at |node:internal/m)
  })

  it.each([
    ['list', 0],
    ['journal', 0],
    ['doctor', 0],
    ['pack check PACK', 0],
    ['pack check .', 1]
  ])('also if the current folder is gone: %s', (args, code) => {
    const home = newHome()
    const { pack } = place()
    const gone = path.join(home.dir, 'gone')
    fs.mkdirSync(gone)
    const command = 'cd "$1" && rmdir "$1" && shift && exec "$@"'
    const { status, stdout, stderr } = spawnSync(
      '/bin/sh',
      ['-c', command, 'sh', gone, process.execPath, launcher(), ...args.replace('PACK', pack).split(' ')],
      { env: home.env, encoding: 'utf8' }
    )
    expect(stdout + stderr).not.toMatch(/^\s+at |node:internal/m)
    expect(status).toBe(code)
  })

  it.each([
    ['is a file', 'file', [['journal'], ['search', 'x'], ['progress'], ['start', 'three-questions'], ['resume'], []]],
    ['is below a file', 'file/journal', [['start', 'three-questions']]]
  ])('no question is asked if the journal %s', async (_, journal, lines) => {
    const home = newHome()
    const file = path.join(home.dir, 'file')
    fs.writeFileSync(file, 'mine')
    for (const args of lines) {
      const input = '\nWords that nobody can save.\n.\n'
      const { code, stdout, stderr } = await home.run(['--journal', path.join(home.dir, journal), ...args], { input })
      expect(`${args.join(' ')}: ${code} ${stdout}`).toBe(`${args.join(' ')}: 1 `)
      expect(stderr).toContain('cannot be used as a folder, because it is a file.')
    }
    expect(fs.readFileSync(file, 'utf8')).toBe('mine')
  })
})
