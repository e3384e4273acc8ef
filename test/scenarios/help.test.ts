import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { programHere, temporaryFile, unless } from '../kit/others.ts'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const mandoc = programHere('mandoc')

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

describe('the manual page', () => {
  it('names every command, every option and every topic that the help names', async () => {
    const { stdout: page } = await newHome().run(['help', '--man'])
    const plain = page.replaceAll('\\-', '-')
    const commands = await listed(['help'], /^(?:Learning|Writing packs|Everything else):/)
    const below = (await listed(['help', 'pack'], /^Commands:/)).map((name) => `pack ${name}`)
    expect(commands.length).toBeGreaterThan(15)
    for (const command of [...commands.filter((name) => name !== 'pack'), ...below]) {
      expect(plain).toContain(`.SS "reflect ${command} `)
      for (const option of await listed(['help', ...command.split(' ')], /^Options:/))
        expect(option === '--help' || plain.includes(`.B ${option}`) ? '' : option).toBe('')
    }
    for (const topic of ['KEYS', 'FILES', 'ENVIRONMENT', 'EXIT CODES']) expect(plain).toContain(`.SH "${topic}"`)
    expect(page).not.toMatch(/^[.'](?!(?:TH|SH|SS|TP|B|in|nf|fi)\b)/m)
  })

  it.skipIf(mandoc === undefined)(`is one that man understands${unless('mandoc', mandoc)}`, async () => {
    const file = temporaryFile('reflect.1', (await newHome().run(['help', '--man'])).stdout)
    const faults = execFileSync(mandoc ?? '', ['-T', 'lint', '-W', 'error', file]).toString()
    expect(faults).toBe('')
    const shown = execFileSync(mandoc ?? '', ['-T', 'utf8', file])
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

  it('of each command has an example that names it', async () => {
    for (const command of ['show', 'export', 'config', 'pack check', 'pack update']) {
      const { stdout } = await newHome().run([...command.split(' '), '--help'])
      expect(stdout.trimEnd()).toMatch(new RegExp(`\n\nExample:\n  reflect ${command}[^\n]*$`))
    }
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
