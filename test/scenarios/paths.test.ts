import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { ReflectError } from '../../src/context/errors.ts'
import { run, withLanguage } from '../../src/main.ts'
import { wholeProgram } from '../../src/program.ts'
import { contextIn } from '../kit/context.ts'
import { newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { writeLink } from '../kit/needs.ts'

/** Values and arguments that are no paths, by the names that the help gives them. A new name belongs here or in `rows`. */
const others = new Set(
  'action address checksum day deleted exercise format id key language name name=words number order outcome pack place program prompt route shell span status tag title topic what when words'.split(
    ' '
  )
)

/** A command line with a path in it, and whether it took that path. */
interface Row {
  /** Makes what the command is to find at a path. */
  readonly before?: (place: string, home: Home) => Promise<unknown> | void
  readonly args: (typed: string) => readonly string[]
  readonly input?: string
  readonly after?: (place: string, home: Home, stdout: string) => void
}

const answers = '{"what": "One.", "so-what": "me"}'
const start = ['start', 'three-questions', '--answers', '-'] as const
const pack = `format: 1\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en\nexercises:\n  - { id: mine, title: Mine, prompts: [{ id: what, ask: What? }] }\n`
const makePack = (place: string, _?: Home, version = '1.0.0') => {
  fs.mkdirSync(place)
  fs.writeFileSync(path.join(place, 'pack.yaml'), pack.replace('1.0.0', version))
}
const makeEntry = (_: string, home: Home) => home.run(start, { input: answers })
const isThere = (place: string) => expect(fs.existsSync(place)).toBe(true)

/** By command, and the option or argument. */
const rows: Readonly<Record<string, Row>> = {
  '--journal': {
    args: (typed) => [`--journal=${typed}`, ...start],
    input: answers,
    after: (place) => isThere(place)
  },
  'list --pack': { before: makePack, args: (typed) => ['list', `--pack=${typed}`] },
  'start --pack': {
    before: makePack,
    args: (typed) => ['start', 'mine', `--pack=${typed}`, '--answers', '-'],
    input: '{"what": "Mine."}'
  },
  'start --answers': {
    before: (place) => fs.writeFileSync(place, answers),
    args: (typed) => ['start', 'three-questions', `--answers=${typed}`]
  },
  'resume entry': {
    async before(place, home) {
      await home.run(['start', 'three-questions', '--plain'], { input: '\nOne.\n.\n:leave\n' })
      const drafts = path.join(home.journal, 'drafts')
      writeLink(drafts, place)
    },
    args: (typed) => ['resume', typed, '--plain'],
    input: ':leave\n',
    after: () => {}
  },
  'show entry': { before: makeEntry, args: (typed) => ['show', typed] },
  'sheet entry': { before: makeEntry, args: (typed) => ['sheet', typed] },
  'sheet --output': {
    before: makeEntry,
    args: (typed) => ['sheet', 'last', '--format=md', `--output=${typed}`],
    after: isThere
  },
  'sheet --reply': {
    async before(place, home) {
      await makeEntry(place, home)
      fs.writeFileSync(place, 'Ask the chair.\n')
    },
    args: (typed) => ['sheet', 'last', `--reply=${typed}`]
  },
  'edit entry': { before: makeEntry, args: (typed) => ['edit', typed, '--tag', 'x'] },
  'delete entry': { before: makeEntry, args: (typed) => ['delete', typed, '--yes'] },
  'doctor --new-id': {
    async before(place, home) {
      await makeEntry(place, home)
      const folder = fs.readdirSync(home.journal).find((name) => /^\d{4}$/.test(name)) ?? ''
      const [name = ''] = fs.readdirSync(path.join(home.journal, folder))
      const text = fs.readFileSync(path.join(home.journal, folder, name), 'utf8')
      fs.writeFileSync(path.join(home.journal, folder, '0-copy.md'), text.replace('One.', 'Two.'))
    },
    args: (typed) => ['doctor', `--new-id=${typed}`]
  },
  'progress --html': { args: (typed) => ['progress', `--html=${typed}`], after: isThere },
  'progress --output': { args: (typed) => ['progress', '--statement', `--output=${typed}`], after: isThere },
  'export --output': {
    before: makeEntry,
    args: (typed) => ['export', '--format=md', `--output=${typed}`],
    after: isThere
  },
  'import from': {
    async before(place, home) {
      await makeEntry(place, home)
      fs.writeFileSync(place, (await home.run(['export', '--format=json'])).stdout)
    },
    args: (typed) => ['import', typed]
  },
  'pack add source': { before: makePack, args: (typed) => ['pack', 'add', typed, '--yes'] },
  'pack new dir': { args: (typed) => ['pack', 'new', typed], after: isThere },
  'pack import file': {
    before: (place) => fs.writeFileSync(place, 'What happened?'),
    args: (typed) => ['pack', 'import', typed, '--output', 'imported']
  },
  'pack import --output': {
    before: (_, home) => fs.writeFileSync(path.join(home.dir, 'questions.txt'), 'What happened?'),
    args: (typed) => ['pack', 'import', 'questions.txt', `--output=${typed}`],
    after: isThere
  },
  'pack check path': { before: makePack, args: (typed) => ['pack', 'check', typed] },
  'pack check --since': {
    before(place, home) {
      makePack(place)
      makePack(path.join(home.dir, 'now'), home, '1.0.1')
    },
    args: (typed) => ['pack', 'check', 'now', `--since=${typed}`]
  },
  'pack build path': { before: makePack, args: (typed) => ['pack', 'build', typed, '--force'] },
  'pack build --output': {
    before(place, home) {
      fs.mkdirSync(place)
      makePack(path.join(home.dir, 'now'))
    },
    args: (typed) => ['pack', 'build', 'now', '--force', `--output=${typed}`],
    after: (place) => expect(fs.readdirSync(place)).toHaveLength(1)
  },
  'pack preview path': { before: makePack, args: (typed) => ['pack', 'preview', typed, '--html=page.html'] },
  'pack preview --html': {
    before: (_, home) => makePack(path.join(home.dir, 'now')),
    args: (typed) => ['pack', 'preview', 'now', `--html=${typed}`],
    after: isThere
  },
  'pack translate path': {
    before: makePack,
    args: (typed) => ['pack', 'translate', 'cy', typed],
    after: (place) => expect(fs.readFileSync(path.join(place, 'pack.yaml'), 'utf8')).toContain('translations:')
  },
  'pack handout path': { before: makePack, args: (typed) => ['pack', 'handout', typed, '--output=page.html'] },
  'pack handout --output': {
    before: (_, home) => makePack(path.join(home.dir, 'now')),
    args: (typed) => ['pack', 'handout', 'now', `--output=${typed}`],
    after: isThere
  },
  'pack preview --output': {
    before: (_, home) => makePack(path.join(home.dir, 'now')),
    args: (typed) => ['pack', 'preview', 'now', `--output=${typed}`],
    after: isThere
  },
  'config value': {
    args: (typed) => ['config', 'set', 'journal', typed],
    after(place, home) {
      const { journal } = JSON.parse(fs.readFileSync(path.join(home.env['REFLECT_HOME'] ?? '', 'config.json'), 'utf8'))
      expect(journal).toBe(place)
    }
  }
}

/** The rows of which the command is given an entry's file. */
const isOfEntry = (name: string) => /(?: entry|--new-id)$/.test(name)

/** Every option and argument of the program whose value may be a path, as `rows` names them. */
function pathsOf(command: Command, names: readonly string[] = []): string[] {
  const own = [
    ...command.options.flatMap(({ long, flags }) => {
      const [, value] = /[<[]([^>\]]+)[>\]]/.exec(flags) ?? []
      return value === undefined || others.has(value.replace('...', '')) ? [] : [[...names, long].join(' ')]
    }),
    ...command.registeredArguments.flatMap((argument) =>
      others.has(argument.name()) ? [] : [[...names, argument.name()].join(' ')]
    )
  ]
  return [...own, ...command.commands.flatMap((each) => pathsOf(each, [...names, each.name()]))]
}

describe('a path', () => {
  it('is tested for every option and argument that takes one', () => {
    const program = wholeProgram(contextIn('/home/ada'))
    expect([...new Set(pathsOf(program))].toSorted()).toEqual(Object.keys(rows).toSorted())
  })

  const forms: readonly [string, (place: string, home: Home) => string][] = [
    ['below "~"', (place, home) => `~/${path.relative(home.dir, place)}`],
    ['in quotes', (place, home) => `"~/${path.relative(home.dir, place)}"`],
    ['relative', (place, home) => path.relative(home.dir, place)],
    ['dragged into a terminal', (place) => `${place.replaceAll(/[^\p{L}\p{N}/._-]/gu, '\\$&')} `],
    ['as a URL', (place) => pathToFileURL(place).href]
  ]

  it.each(Object.keys(rows).flatMap((name) => forms.map(([form, typed]) => [name, form, typed] as const)))(
    '%s: %s',
    async (name, _, typed) => {
      const { before, args, input, after } = rows[name] ?? { args: () => [] }
      const home = newHome()
      let place = path.join(home.dir, 'my-pack')
      await before?.(place, home)
      if (isOfEntry(name)) {
        const folder = path.join(home.journal, name.startsWith('resume') ? 'drafts' : '2026')
        const year = fs.existsSync(folder) ? folder : path.join(home.journal, String(new Date().getFullYear()))
        place = path.join(year, fs.readdirSync(year)[0] ?? '')
      }
      const ran = await home.run(args(typed(place, home)), input === undefined ? {} : { input })
      expect(ran).toMatchObject({ code: name.startsWith('resume') ? 130 : 0 })
      after?.(place, home, ran.stdout)
    }
  )
})

describe('a folder in a variable', () => {
  it.each(['~/own', '"~/own"', './own', 'own '])('REFLECT_HOME=%s', async (typed) => {
    const home = newHome()
    await home.run(['config', 'set', 'plain', 'true'], { env: { REFLECT_HOME: typed } })
    expect(fs.existsSync(path.join(home.dir, 'own', 'config.json'))).toBe(true)
  })

  it.each(['~/own', '"~/own"', './own'])('REFLECT_JOURNAL=%s', async (typed) => {
    const home = newHome()
    await home.run(start, { input: answers, env: { REFLECT_JOURNAL: typed } })
    expect(fs.existsSync(path.join(home.dir, 'own'))).toBe(true)
  })

  it('is left out by XDG’s rule where it is relative', async () => {
    const home = newHome()
    await home.run(['config', 'set', 'plain', 'true'], { env: { REFLECT_HOME: '', XDG_CONFIG_HOME: 'own' } })
    expect(fs.existsSync(path.join(home.dir, '.config', 'reflect-journal', 'config.json'))).toBe(true)
  })

  it('of a setting is the same from every folder', async () => {
    const home = newHome()
    const own = home.env['REFLECT_HOME'] ?? ''
    fs.mkdirSync(own)
    fs.writeFileSync(path.join(own, 'config.json'), '{"journal": "notes"}')
    await home.run(start, { input: answers, env: { REFLECT_JOURNAL: '' } })
    expect(fs.existsSync(path.join(home.dir, 'notes'))).toBe(true)
  })
})

describe('without a home folder, as in some containers', () => {
  /** Runs a command where nobody knows the home folder. */
  async function runWithout(args: readonly string[], env: Readonly<Record<string, string>>, input = '') {
    const { dir } = newHome()
    const context = contextIn(dir, { REFLECT_HOME: '', REFLECT_JOURNAL: '', ...env })
    Object.defineProperty(context, 'homeDir', {
      get() {
        throw new ReflectError(({ commands }) => commands.noHome)
      }
    })
    context.stdin.end(input)
    return { code: await run(args, withLanguage(context, args)), ...context.said }
  }

  it.each([['list'], ['journal'], ['doctor'], ['config', 'set', 'plain', 'true'], ['search', 'x']])(
    '%s says what is missing',
    async (...args) => {
      const { stdout, stderr } = await runWithout(args, {})
      expect((stdout + stderr).replaceAll(/\s+/g, ' ').split('Your home folder is not known.')).toHaveLength(2)
    }
  )

  it.each([['list'], ['journal'], ['doctor'], ['config', 'get', 'plain'], [...start]])(
    '%s works where variables name the folders',
    async (...args) => {
      const folders = { REFLECT_HOME: './home', REFLECT_JOURNAL: './journal' }
      expect(await runWithout(args, folders, answers)).toMatchObject({
        code: 0,
        stderr: expect.not.stringContaining('home')
      })
    }
  )
})
