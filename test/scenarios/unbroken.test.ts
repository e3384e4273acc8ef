import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { run, withLanguage } from '../../src/main.ts'
import { writeEntryFile } from '../journal/kit/entries.ts'
import { contextIn } from '../kit/context.ts'
import { newHome } from '../kit/program.ts'
import { english } from '../../src/words/index.ts'

const LONG =
  'What a team of many people learned in a year in which nothing went as it had been planned, and why it was worth it'
const TEXT = `${LONG}, said slowly and in so many words that no screen shows them in one line without breaking them somewhere.`
const URL = `https://example.org/${'a-long-way/'.repeat(8)}page.html`

/** A home with a pack, and two entries in a journal with a long path; the names are put into arguments and expectations. */
async function furnished() {
  const home = newHome()
  const journal = path.join(home.dir, 'Documents of Ada Lovelace', 'Leadership', '2026-27')
  const pack = path.join(home.dir, 'a-pack')
  fs.mkdirSync(pack)
  const write = (name: string, lines: readonly string[]) =>
    fs.writeFileSync(path.join(pack, name), `${lines.join('\n')}\n`)
  const manifest = ['format: 1', 'id: long-pack', 'version: 1.0.0', `title: "${LONG}"`, `summary: "${TEXT}"`]
  write('pack.yaml', [...manifest, 'language: en', `source: { title: Course, url: ${URL} }`, 'exercises: [one.yaml]'])
  write('one.yaml', ['id: one', `title: "${LONG}"`, 'minutes: 5', 'prompts: [{ id: what, ask: What? }]'])
  write('faulty.yaml', ['format: 1', 'id: faulty', 'title: Faulty', 'version: 1.0.0', 'language: en', 'exercises: 5'])
  const made = { pack: 'long-pack', exercise: 'one', title: LONG, status: 'finished' as const }
  for (const day of ['2026-01-01', '2026-01-02'])
    writeEntryFile(
      journal,
      `2026/${day}-one.md`,
      {
        ...made,
        id: crypto.randomUUID(),
        started: `${day}T10:00:00+00:00`,
        finished: `${day}T10:05:00+00:00`
      },
      `${TEXT} ${URL}`
    )
  await home.run(['pack', 'add', pack, '--yes'])
  await home.run(['config', 'set', 'revisit.after', '1 day'])
  const names: Readonly<Record<string, string>> = {
    PACK: pack,
    JOURNAL: journal,
    ENTRY: path.join(journal, '2026', '2026-01-02-one.md')
  }
  const named = (text: string) => text.replace(/PACK|JOURNAL|ENTRY/, (name) => names[name] ?? name)
  /** Runs a command without a terminal, or on one with this number of columns, and gives all that is written. */
  const written = async (args: readonly string[], columns?: number) => {
    const context = contextIn(home.dir, { ...home.env, REFLECT_JOURNAL: journal })
    const size = { isTTY: columns !== undefined, columns: columns ?? Infinity }
    const sized = { ...context, stdout: { ...context.stdout, ...size }, stderr: { ...context.stderr, ...size } }
    context.stdin.end()
    await run(args.map(named), withLanguage(sized, args))
    return context.said.stdout + context.said.stderr
  }
  return { written, named }
}

describe('without a terminal, no line is broken', () => {
  it.each([
    [['list', 'long-pack'], LONG],
    [['list', '--pack', 'PACK', '--plain'], LONG],
    [['show', 'last'], TEXT],
    [['show', 'last', '--plain'], TEXT],
    [['journal'], LONG],
    [['search', 'nothing'], LONG],
    [['revisit', 'one'], LONG],
    [['revisit'], `"${LONG}", done twice: reflect revisit one`],
    [['progress'], LONG],
    [['progress', '--plain'], LONG],
    [['progress', '--statement'], LONG],
    [['export', '--format', 'txt'], TEXT],
    [['help'], 'complete commands, exercises and entries when you press Tab'],
    [['help', 'files'], 'unless you choose another with "reflect config set journal FOLDER", with the variable'],
    [['help', 'keys'], 'Tab or Ctrl-D   done: on to the next question; in a table, Tab goes to the next cell'],
    [['export', '--help'], english.commands.export.replace],
    [['show', 'no such entry'], /^.*no such entry.*\.$/m],
    [['list', '--nothing'], /^There is no option "--nothing"\. .*$/m],
    [['config'], 'JOURNAL'],
    [['doctor'], 'JOURNAL'],
    [['pack', 'list'], LONG],
    [['pack', 'info', 'long-pack'], TEXT],
    [['pack', 'check', 'PACK/faulty.yaml'], /^.*faulty\.yaml:6:\d+: error: .*\]$/m],

    [
      ['pack', 'new', 'a folder with a name that is long', '--title', LONG, '--language', 'en', '--author', 'Ada'],
      LONG
    ],
    [['delete', 'ENTRY', '--yes'], 'To get it back: reflect journal --restore ']
  ])('of %j', async (args, line) => {
    const { written, named } = await furnished()
    const text = await written(args)
    expect(text).toMatch(typeof line === 'string' ? named(line) : line)
  })
})

describe('on a terminal of 40 columns, what is copied is not broken', () => {
  it.each([
    [['list', 'long-pack'], 'one'],
    [['show', 'last'], URL],
    [['revisit'], 'reflect revisit one'],
    [['progress'], 'reflect start one'],
    [['config'], 'JOURNAL'],
    [['doctor'], 'JOURNAL'],
    [['pack', 'info', 'long-pack'], URL],
    [['pack', 'check', 'PACK/faulty.yaml'], /^\S*faulty\.yaml:6:\d+:/m],
    [['pack', 'remove', 'nothing'], 'reflect pack list'],
    [['start', '--nothing'], 'reflect start --help'],
    [['help'], 'reflect start no-paying'],
    [['resume'], '"reflect start"']
  ])('of %j: %s', async (args, copied) => {
    const { written, named } = await furnished()
    const text = await written(args, 40)
    expect(text).toMatch(typeof copied === 'string' ? named(copied) : copied)
  })
})
