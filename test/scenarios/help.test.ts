import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { idOf, writeEntryFile } from '../journal/kit/entries.ts'
import { temporaryFile } from '../kit/temporary-file.ts'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { needProgram } from '../kit/needs.ts'

/** The first words of the lines below a heading of the help. */
async function listed(args: readonly string[], heading: RegExp): Promise<string[]> {
  const { stdout } = await newHome().run(args)
  const blocks = stdout.split(/\n\n/).filter((block) => heading.test(block))
  return blocks.flatMap((block) =>
    [...block.matchAll(/^ {2}(?:-\w, |reflect )?(--\S+|[a-z]+)/gm)].flatMap(([, word = '']) =>
      word === 'reflect' ? [] : [word]
    )
  )
}

/** All commands, such as `pack check`. */
async function everyCommand(): Promise<string[]> {
  const commands = await listed(['help'], /^(?:Learning|Writing packs|Everything else):/)
  const below = (await listed(['help', 'pack'], /^Commands:/)).map((name) => `pack ${name}`)
  return [...commands.filter((name) => name !== 'pack'), ...below]
}

/** All commands in an order in which the example of each finds what it needs. */
const inOrder = [
  ...`new import check preview translate build handout add list info update remove schema`
    .split(' ')
    .map((name) => `pack ${name}`),
  ...`list start resume journal search show revisit promises people sheet progress edit export import delete`.split(
    ' '
  ),
  ...`config doctor completion help`.split(' ')
]

describe('the manual page', () => {
  it('names every command, every option and every topic that the help names', async () => {
    const { stdout: page } = await newHome().run(['help', '--man'])
    const plain = page.replaceAll('\\-', '-')
    const commands = await everyCommand()
    expect(commands.length).toBeGreaterThan(24)
    for (const command of commands) {
      expect(plain).toContain(`.SS "reflect ${command} `)
      for (const option of await listed(['help', ...command.split(' ')], /^Options:/))
        expect(option === '--help' || plain.includes(`.B ${option}`) ? '' : option).toBe('')
    }
    for (const topic of ['KEYS', 'FILES', 'ENVIRONMENT', 'EXIT CODES']) expect(plain).toContain(`.SH "${topic}"`)
    expect(page).not.toMatch(/^[.'](?!(?:TH|SH|SS|TP|B|in|nf|fi)\b)/m)
  })

  it('is one that man understands', async () => {
    const mandoc = needProgram('mandoc')
    const file = temporaryFile('reflect.1', (await newHome().run(['help', '--man'])).stdout)
    const faults = execFileSync(mandoc, ['-T', 'lint', '-W', 'error', file]).toString()
    expect(faults).toBe('')
    const shown = execFileSync(mandoc, ['-T', 'utf8', file])
      .toString()
      .replaceAll(/.\u0008/g, '')
    expect(shown).toContain('What reflect tells a script')
    expect(shown.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})

describe('the help', () => {
  it.each(['en', 'cy'])('of the program is a table of what to type and what for, first of all: %s', async (lang) => {
    const { stdout } = await newHome().run(['--help', '--lang', lang])
    const table = stdout.slice(0, stdout.indexOf('--journal'))
    expect(table).toMatch(/^ {2}reflect start leap {2,}\S/m)
    expect(table).toMatch(/^ {2}reflect show last {2,}\S/m)
    expect((await newHome().run(['help', '--lang', lang])).stdout.trimEnd()).toBe(stdout.trimEnd())
  })

  it('of each command has an example that works, also in the manual page', async () => {
    const home = newHome()
    const page = (await home.run(['help', '--man'])).stdout.replaceAll('\\-', '-')
    const entry = { exercise: 'leap-or-steps', title: 'Leap or steps?' }
    for (const [day, id] of [
      ['2026-01-01', idOf(1)],
      ['2026-01-02', idOf(2)]
    ] as const)
      writeEntryFile(home.journal, `${day}.md`, { ...entry, id, started: `${day}T10:00:00+00:00` })
    await home.run(['export', '--output', 'journal.json'])
    fs.writeFileSync(`${home.dir}/questions.csv`, 'Question,Type\nWhat happened?,Text\n')
    for (const name of inOrder) {
      const { stdout } = await home.run([...name.split(' '), '--help'])
      const example = stdout.trimEnd().split('\n').at(-1)?.trim() ?? ''
      expect(example).toMatch(new RegExp(`^reflect ${name}(?: |$)`))
      expect(page).toContain(`\n${example}\n`)
      // Without a terminal, two of these take the id of an entry only; the third needs one with answers.
      if (['edit', 'delete', 'sheet'].includes(name)) continue
      const yes = ['pack add', 'pack remove'].includes(name) ? ['--yes'] : []
      const ran = await home.run([...example.replace(/ > .*/, '').split(' ').slice(1), ...yes], { input: 'y\n' })
      // Those that ask several questions are left at the second.
      const codes = ['start', 'resume', 'pack new', 'pack preview'].includes(name) ? [0, 130] : [0]
      expect({ example, stderr: codes.includes(ran.code ?? -1) ? '' : ran.stderr }).toEqual({ example, stderr: '' })
      if (name === 'pack build') fs.renameSync(`${home.dir}/week-3-1.0.0.tgz`, `${home.dir}/week-3.tgz`)
    }
    expect([...inOrder].toSorted()).toEqual((await everyCommand()).toSorted())
  })

  it.each([['start'], ['export'], ['pack'], ['keys'], ['files'], ['topics']])(
    'breaks no word of %s on a narrow screen',
    async (command) => {
      const { env } = newHome()
      const terminal = openTerminal([launcher(), 'help', command], {
        env: { ...env, PAGER: 'cat' },
        columns: 40,
        rows: 120
      })
      await terminal.ended
      const words = new Set((await newHome().run(['help', command])).stdout.split(/\s+/))
      const shown = terminal.everything().split('\n').slice(2).join('\n').split(/\s+/)
      expect(shown.filter((word) => !words.has(word))).toEqual([])
    }
  )
})
