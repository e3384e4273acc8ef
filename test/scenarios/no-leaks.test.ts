import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import { newHome, lastId } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'

const root = path.join(import.meta.dirname, '..', '..')

/** The words, of four letters or more, in the sentences of a language. */
function vocabulary(language: string): Set<string> {
  const folder = path.join(root, 'src', 'words', language)
  const words = fs.readdirSync(folder).flatMap((file) => {
    const code = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
    const texts = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    return texts.flatMap(([, single, double, back]) =>
      wordsIn((single ?? double ?? back ?? '').replaceAll(/\$\{[^{}]*\}/g, ' '))
    )
  })
  return new Set(words)
}

function wordsIn(text: string): string[] {
  return (text.replaceAll(/--[a-z][a-z-]+/g, ' ').match(/\p{L}{4,}/gu) ?? []).map((word) => word.toLowerCase())
}

const packs = bundledPacks(inject('installDir'), 'cy')

/** Names of packs and exercises, which are the same in every language, and whose parts are words of English sentences. */
const names = packs.flatMap(({ id, exercises }) => [id, ...exercises.map((exercise) => exercise.id)])
const anyName = new RegExp(`(?<![\\w-])(?:${names.filter((name) => name.includes('-')).join('|')})(?![\\w-])`, 'g')

/** Words that only English sentences have, and no pack in English that is shown as it is written. */
async function englishWords(): Promise<Set<string>> {
  const own = packs.filter(({ language }) => language !== 'cy')
  const shown = own.flatMap(({ id, title, exercises, routes, sections = [] }) => [
    id,
    title,
    ...Object.values(routes).map((route) => route.title),
    ...sections.map((section) => section.title),
    ...exercises.flatMap((exercise) => [exercise.id, exercise.title])
  ])
  const ways = packs.flatMap(({ routes }) => Object.keys(routes))
  const known = new Set([...vocabulary('cy'), ...shown.flatMap(wordsIn), ...ways, ...ids])
  return new Set([...vocabulary('en')].filter((word) => !known.has(word)))
}

/** Names of people, packs and commands, and of keys in files. */
const ids = wordsIn(
  'reflect contributors teesside university reflective writing what questions critical incident cycle three-corners ' +
    'full-turn mark moore learning delete import completion remove progress package status tags skipped started people sheet'
)

const english = await englishWords()
const leaksIn = (text: string) => [
  ...new Set(wordsIn(text.replaceAll(anyName, ' ')).filter((word) => english.has(word)))
]

/** A journal with two finished entries and a draft, done in Welsh, and a pack with a fault. */
async function lived(): Promise<Home> {
  const home = newHome()
  const run: Home['run'] = (args, options = {}) =>
    home.run(args, { ...options, env: { LANG: 'cy_GB.UTF-8', ...options.env } })
  const answers = JSON.stringify({ what: 'Canodd y gloch.', 'so-what': 'me', 'now-what': { if: 'a', then: 'b' } })
  for (const _ of [1, 2]) await run(['start', 'three-questions', '--answers', '-'], { input: answers })
  await run(['start', 'full-turn', '--plain'], { input: '\nRhywbeth\n' })
  fs.mkdirSync(path.join(home.dir, 'pecyn'))
  fs.writeFileSync(
    path.join(home.dir, 'pecyn', 'pack.yaml'),
    'format: 1\nid: pecyn\nversion: 1\ntitel: Pecyn\nexercises: [un.yaml]\n'
  )
  fs.writeFileSync(
    path.join(home.dir, 'pecyn', 'un.yaml'),
    'id: un\ntitle: Un\nprompts:\n  - id: a\n    ask: Beth? Pam?\n    help: !dim\n'
  )
  return { ...home, run }
}

/** Command lines by what they are about; each leaves what it may to the next. An empty one is the program by itself. */
const lines: Readonly<Record<string, string>> = {
  help: `--help
start --help; list --help; resume --help; journal --help; search --help; show --help; revisit --help; progress --help
edit --help; delete --help; export --help; import --help; config --help; doctor --help; completion --help; help --help
pack new --help; pack check --help; pack preview --help; pack build --help; pack add --help; pack list --help
pack info --help; pack update --help; pack remove --help; pack schema --help; pack import --help
help topics; help keys; help files; help environment; help exit-codes`,
  reading: `; list; journal; show last; search gloch; search dim-byd; revisit; revisit three-questions
progress; progress --statement; export --format md; export --format txt; config; doctor`,
  changing: `edit last --tag newydd; edit ID --tag newydd; edit ID --plain; config set color never; config unset color
delete last; delete ID; delete ID --yes; journal --trash; journal --empty --yes; journal --trash
import dim-byd.json; export --format html --output a.html; export --format html --output a.html`,
  walking: `resume --plain; start --plain; start three-questions --again --plain; start three-corners --plain
start full-turn --again --plain; start three-questions --answers -`,
  packs: `pack list; pack check pecyn; pack info dim-byd; pack add ./dim-byd; pack add pecyn; pack update
pack new newydd; pack check newydd; pack preview newydd --plain; pack build newydd; pack add newydd --yes
pack info newydd; pack update newydd; pack remove newydd --yes`,
  mistakes: `lsit; list --jsn; list public-valve; show; show dim-byd; start three-quesions --answers -
start --route shrot --answers -; journal --since 2026-02-30; journal --limit x; journal --status x
config get jurnal; config set color x; config fly; help kyes; export --format x
progress --html x --json; list --pack; completion tcsh; --lang klingon list`,
  completion: `__complete x; __complete start --; __complete config set c; __complete --lang c; __complete help k`
}

describe('no English sentence is said in Welsh', () => {
  it('knows English from Welsh', () => {
    expect(english.size).toBeGreaterThan(400)
    expect(leaksIn('Your draft is kept. To continue where you stopped, type "reflect resume".')).not.toEqual([])
  })

  it.each(Object.keys(lines))('%s', async (about) => {
    const home = await lived()
    const leaks: Record<string, readonly string[]> = {}
    for (const line of (lines[about] ?? '')
      .replaceAll('ID', await lastId(home))
      .split(/[;\n]/)
      .map((text) => text.trim())) {
      const { stdout, stderr } = await home.run(line === '' ? [] : line.split(' '), { input: TYPED })
      const leaked = leaksIn(`${stdout.replaceAll(/^#.*$/gm, '')}${stderr}`)
      if (leaked.length > 0) leaks[line] = leaked
    }
    expect(leaks).toEqual({})
  })

  it('in pages: an export, progress and a pack', async () => {
    const home = await lived()
    await home.run(['export', '--format', 'html', '--output', 'a.html'])
    await home.run(['progress', '--html', 'b.html'])
    await home.run(['pack', 'new', 'arall'])
    await home.run(['pack', 'preview', 'arall', '--html', 'c.html'])
    for (const page of ['a.html', 'b.html', 'c.html']) {
      const html = fs.readFileSync(path.join(home.dir, page), 'utf8')
      expect(html).toContain('<html lang="cy">')
      const labels = [...html.matchAll(/(?:aria-label|title)="([^"]*)"/g)].map(([, label]) => label)
      const said = html.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, ' ')
      expect(leaksIn(`${said} ${labels.join(' ')}`)).toEqual([])
    }
  })
})

/** What somebody types into whatever asks: help, all questions, all answers, and away. */
const TYPED = '\n:cymorth\n:trosolwg\n\n:hepgor\n:adolygu\n\n'
