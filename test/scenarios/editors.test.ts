import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isLong } from '../kit/long.ts'
import { lastId, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal, type TestTerminal } from '../kit/terminal.ts'
import { writeScript } from '../kit/needs.ts'

const EDITOR_KEY = '\u0018\u0005'
const CTRL_C = '\u0003'

/** Writes a shell script that is an editor. `$1` is the file; a script can wait for `touch go` in the home. */
function editor(home: Home, name: string, script: string): string {
  const noting = `for file; do :; done\necho "$file" > "${home.dir}/opened"`
  return writeScript(path.join(home.dir, name), `${noting}\n${script}`)
}

/** An editor whose program returns at once, and whose window saves the words when the file `go` appears. */
const window = (home: Home, words = 'From the window.') =>
  `( while ! [ -e "${home.dir}/go" ]; do sleep 0.02; done; printf '%s\\n' "${words}" > "$file"; touch "${home.dir}/done" ) > /dev/null 2>&1 &`

const waiting = (home: Home, words: string) =>
  `while ! [ -e "${home.dir}/go" ]; do sleep 0.02; done; printf '%s\\n' "${words}" > "$file"`

async function save(home: Home): Promise<void> {
  fs.writeFileSync(path.join(home.dir, 'go'), '')
  await expect.poll(() => fs.existsSync(path.join(home.dir, 'done')), { timeout: 25_000 }).toBe(true)
}

/** Whether the screen asks to come back from the editor, however the sentence is broken into lines. */
const isAskedBack = (shown: string) => shown.replaceAll(/\s+/g, ' ').includes('then press Enter here')

const openedFile = (home: Home) => fs.readFileSync(path.join(home.dir, 'opened'), 'utf8').trim()

/** The first question of an exercise, on a screen or line by line. */
async function atQuestion(home: Home, env: Record<string, string>, plain: boolean): Promise<TestTerminal> {
  const args = [launcher(), 'start', 'three-questions', ...(plain ? ['--plain'] : [])]
  const terminal = openTerminal(args, { env: { ...home.env, ...env } })
  await terminal.until('begin')
  terminal.type('\r')
  await terminal.until('happened?')
  return terminal
}

async function draftOf(home: Home): Promise<string> {
  const [draft] = JSON.parse((await home.run(['journal', '--status', 'draft', '--json'])).stdout)
  return JSON.parse((await home.run(['show', draft.id, '--json'])).stdout).answers.what
}

const modes = [
  ['on the whole screen', false],
  ['in plain mode', true]
] as const

const causes: readonly (readonly [what: string, script: string, sentence: string])[] = [
  ['is not there', 'nowhere-at-all', 'There is no editor'],
  ['is not a program', '/etc/passwd', 'not allowed to run the editor'],
  ['ends with a fault', 'exit 7', 'stopped with the error 7'],
  ['is killed', 'kill -9 $$', 'was stopped (SIGKILL)']
]

describe.each(modes)('an editor, %s', (_, plain) => {
  const open = plain ? ':editor\r' : EDITOR_KEY
  const next = plain ? '' : '\t'

  it.each(['code', 'my editors/some editor'])('that returns at once keeps its words: %s', async (name) => {
    const home = newHome()
    const file = editor(home, name, window(home))
    const terminal = await atQuestion(home, { EDITOR: file }, plain)
    terminal.type(open)
    const screen = await terminal.until(isAskedBack)
    expect(screen).toContain('happened?')
    terminal.type('\r')
    await terminal.until('Nothing new has been saved there yet')
    await save(home)
    terminal.type('\r')
    await terminal.until(plain ? '25% done' : (shown) => shown.includes('From the window.'))
    terminal.type(next)
    await terminal.until('25% done')
    terminal.type(CTRL_C)
    await terminal.ended
    expect(await draftOf(home)).toBe('From the window.')
    // The window may still save: the file is there, and words that come later are named.
    fs.appendFileSync(openedFile(home), 'And more.\n')
    expect((await home.run(['resume'], { input: '' })).stderr).toContain(openedFile(home))
    expect((await home.run(['doctor'])).stdout.replaceAll(/\s/g, '')).toContain(openedFile(home))
  })

  it.each(['code', 'another'])(
    'that waits asks nothing more, and what is typed meanwhile is no answer: %s',
    async (name) => {
      const home = newHome()
      const file = editor(home, name, waiting(home, 'Written there.'))
      const terminal = await atQuestion(home, { EDITOR: `"${file}" --wait` }, plain)
      terminal.type(open)
      await expect.poll(() => fs.existsSync(path.join(home.dir, 'opened')), { timeout: 25_000 }).toBe(true)
      expect(terminal.screen()).toContain('happened?')
      terminal.type('typed meanwhile\t:skip\r')
      fs.writeFileSync(path.join(home.dir, 'go'), '')
      await terminal.until(plain ? '25% done' : (shown) => shown.includes('Written there.'))
      terminal.type(next)
      await terminal.until('25% done')
      terminal.type(CTRL_C)
      await terminal.ended
      expect(await draftOf(home)).toBe('Written there.')
      expect(terminal.everything()).not.toContain('press Enter again')
    }
  )

  it('whose window is still open when the learner leaves is named, with its file', async () => {
    const home = newHome()
    const terminal = await atQuestion(home, { EDITOR: editor(home, 'subl', 'exit 0') }, plain)
    terminal.type(open)
    await terminal.until(isAskedBack)
    terminal.type(CTRL_C)
    await terminal.ended
    expect(terminal.everything().replaceAll(/\s/g, '')).toContain(openedFile(home))
    fs.writeFileSync(openedFile(home), 'Saved after the end.\n')
    expect((await home.run(['start', 'three-questions'], { input: '' })).stderr).toContain(openedFile(home))
  })

  it('is never started unasked: the learner chooses, and it is remembered on request', async () => {
    const home = newHome()
    const file = editor(home, 'bin/nano', `printf 'In nano.\\n' > "$file"`)
    const PATH = `${path.dirname(file)}:/usr/bin:/bin`
    editor(home, 'bin/vi', 'exit 3')
    const terminal = await atQuestion(home, { PATH }, plain)
    terminal.type(open)
    await terminal.until((shown) => shown.includes('No editor is chosen yet') && shown.includes('Ctrl-X'))
    terminal.type(plain ? 'nano\r' : '\r')
    await terminal.until('Use nano from now on?')
    terminal.type('y\r')
    await terminal.until(plain ? '25% done' : (shown) => shown.includes('In nano.'))
    terminal.type(CTRL_C)
    await terminal.ended
    expect((await home.run(['config', 'get', 'editor'])).stdout).toBe('nano\n')
    expect(await draftOf(home)).toBe('In nano.')
  })

  it.each(causes.filter((__, at) => isLong || at % 2 === Number(plain)))(
    'that %s: the cause is named, and the words stay',
    async (what, script, sentence) => {
      const home = newHome()
      const command = what.startsWith('is not') ? script : editor(home, 'ed', script)
      const terminal = await atQuestion(home, { EDITOR: command, VISUAL: '' }, plain)
      terminal.type(plain ? 'Words.\r:editor\r' : `Words.${EDITOR_KEY}`)
      await terminal.until((shown) => shown.replaceAll(/\s+/g, ' ').includes(sentence))
      expect(terminal.screen()).toContain('Words.')
    }
  )
})

describe('reflect edit --editor', () => {
  const begun = async () => {
    const home = newHome()
    await home.run(['start', 'three-questions', '--answers', '-'], { input: 'what: It rained.' })
    return home
  }

  it('waits for the words of an editor that returns at once', async () => {
    const home = await begun()
    const script = `( while ! [ -e "${home.dir}/go" ]; do sleep 0.02; done; sed 's/It rained/It snowed/' "$file" > "${home.dir}/new"; cat "${home.dir}/new" > "$file"; touch "${home.dir}/done" ) > /dev/null 2>&1 &`
    const env = { ...home.env, EDITOR: editor(home, 'code', script) }
    const terminal = openTerminal([launcher(), 'edit', 'last', '--editor'], { env })
    await terminal.until(isAskedBack)
    await save(home)
    terminal.type('\r')
    await terminal.until('Changed')
    expect((await terminal.ended).exitCode).toBe(0)
    expect((await home.run(['show', 'last', '--raw'])).stdout).toContain('It snowed')
  })

  it('starts no editor that nobody chose', async () => {
    const home = await begun()
    const file = editor(home, 'bin/vi', 'exit 0')
    const { code, stderr } = await home.run(['edit', await lastId(home), '--editor'], {
      env: { PATH: path.dirname(file) }
    })
    expect({ code, opened: fs.existsSync(path.join(home.dir, 'opened')) }).toEqual({ code: 1, opened: false })
    expect(stderr).toContain('reflect config set editor')
  })
})

it.each([
  ['code', '"code --wait"'],
  ['subl -n', '"subl --wait -n"'],
  ['kate', '"kate --block"'],
  ['codium --wait', undefined],
  ['gedit -w', undefined],
  ['nano', undefined]
])('doctor says how %s is told to wait: %s', async (command, advice) => {
  const home = newHome()
  const file = editor(home, `bin/${command.split(' ')[0]}`, '')
  const { stdout } = await home.run(['doctor'], { env: { EDITOR: command, PATH: path.dirname(file) } })
  const said = stdout.replaceAll(/\s+/g, ' ')
  expect(said.includes('reflect config set editor')).toBe(advice !== undefined)
  expect(said).toContain(advice ?? `Your editor: ${command}`)
})
