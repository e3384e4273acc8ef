import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { chosenEditor } from '../../src/terminal/editor/command.ts'
import { Editing, withQuestion, type EditedText } from '../../src/terminal/editor/edit.ts'
import { english } from '../../src/words/index.ts'
import { writeScript } from '../kit/needs.ts'

const context = {
  env: { ...process.env } as Record<string, string | undefined>,
  platform: process.platform,
  homeDir: os.homedir(),
  cwd: process.cwd(),
  words: english,
  withTerminalReleased: <T>(work: () => Promise<T>) => work()
}
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-test-'))
  context.env['REFLECT_HOME'] = path.join(folder, 'home')
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
})

type Surroundings = typeof context

async function inEditor(edited: EditedText, command: string, surroundings: Surroundings): Promise<string | undefined> {
  const editing = new Editing(edited, command, surroundings)
  await editing.run()
  const text = editing.take()
  editing.saved()
  return text
}

const edit = (text: string, question: string, command: string, surroundings = context) =>
  inEditor(withQuestion(text, question, context), command, surroundings)

const editFile = (name: string, text: string, command: string, surroundings = context) =>
  inEditor({ name, text }, command, surroundings)

/** An editor: a shell script whose last argument is the file. */
function editor(script: string): string {
  return `"${writeScript(path.join(folder, 'an editor'), `for file; do :; done\n${script}`)}" --wait`
}

describe('a text in the learner’s editor', () => {
  it('comes back as it was written, without the question', async () => {
    const command = editor(
      `cp "$file" "${folder}/seen"; printf 'more\\n\\n# Mine\\n' | cat - "$file" > "${folder}/new"; cat "${folder}/new" > "$file"`
    )
    expect(await edit('Old words', 'What?\n\nAnd why -- really?', command, context)).toBe('more\n\n# Mine\nOld words')
    expect(fs.readFileSync(path.join(folder, 'seen'), 'utf8')).toMatch(
      /^Old words\n\n<!-- .*\n<!-- What\? -->\n<!-- And why - - really\? -->\n$/
    )
  })

  it('keeps lines of the learner’s own that look like the question', async () => {
    const own = '<!-- mine -->\n# Mine\n<!-- What? -->\n\n  <!-- What? -->'
    const command = editor(`printf 'More.\\n' | cat - "$file" > "${folder}/new"; cat "${folder}/new" > "$file"`)
    expect(await edit(own, 'What?', command, context)).toBe(`More.\n${own}`)
  })

  it.each(['an editor with (spaces)', "an editor with 'quotes'"])(
    'is run where its path is all there is: %s',
    async (name) => {
      const file = writeScript(path.join(folder, name), 'echo new > "$1"')
      const home = { ...context, homeDir: folder }
      for (const command of [file, `~/${name}`]) expect(await edit('', '', command, home)).toBe('new')
    }
  )

  it('is private on the disk while it is open, and gone afterwards', async () => {
    const command = editor(`stat -c '%a %n' "$file" "$(dirname "$file")" > "${folder}/modes"; echo new > "$file"`)
    expect(await edit('Words', '', command, context)).toBe('new')
    const [file, parent] = fs.readFileSync(path.join(folder, 'modes'), 'utf8').trim().split('\n')
    expect(file).toMatch(/^600 /)
    expect(parent).toMatch(/^700 /)
    expect(fs.existsSync(parent!.slice(4))).toBe(false)
  })

  it.each([
    ['Latin-1', 'caf\\351', 'Windows-1252'],
    ['UTF-16 without a mark', 'c\\000a\\000f\\000\\351\\000', 'UTF-16 without a whole byte order mark']
  ])('takes no guess at %s, and keeps the file', async (_, bytes, named) => {
    const wrong = editor(`printf '${bytes}' > "$file"; echo "$file" > "${folder}/where"`)
    await expect(edit('Words', '', wrong, context)).rejects.toThrow(named)
    const file = fs.readFileSync(path.join(folder, 'where'), 'utf8').trim()
    expect(fs.readFileSync(file)).toEqual(
      Buffer.from(
        bytes.replaceAll(/\\(\d+)/g, (__, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
        'latin1'
      )
    )
    fs.rmSync(path.dirname(file), { recursive: true })
  })

  it('reads UTF-16 with a mark, as some editors save it', async () => {
    const saved = path.join(folder, 'saved')
    fs.writeFileSync(saved, Buffer.from('\ufeffCrème brûlée – 🙂\r\nmore', 'utf16le'))
    expect(await edit('Words', 'Why?', editor(`cp "${saved}" "$file"`), context)).toBe('Crème brûlée – 🙂\nmore')
  })

  it('loses the byte order mark that some editors write', async () => {
    expect(await edit('', '', editor(`printf '\\357\\273\\277new' > "$file"`), context)).toBe('new')
  })

  it('is a file as a whole, to the byte, under its own name', async () => {
    const text = '\uFEFFone\r\ntwo  \n\n'
    expect(await editFile('entry.md', text, editor('true'), context)).toBeUndefined()
    const command = editor(`basename "$file" >> "$file"`)
    expect(await editFile('entry.md', text, command, context)).toBe(`${text}entry.md\n`)
  })

  it('stays as it was if the editor fails; what was written in it can be found', async () => {
    const failing = edit('Old', '', editor('echo new > "$file"; exit 1'), context)
    const { message } = (await failing.catch((error: Error) => error)) as Error
    const [, file = ''] = /is in (.+)\.$/.exec(message) ?? []
    onTestFinished(() => fs.rmSync(path.dirname(file), { recursive: true, force: true }))
    expect(fs.readFileSync(file, 'utf8')).toBe('new\n')
    await expect(edit('Old', '', editor('rm "$file"'), context)).rejects.toThrow(/saved no file/)
    await expect(edit('Old', '', path.join(folder, 'not-there'), context)).rejects.toThrow(/^There is no editor/)
  })

  it.each([
    [
      'beside the file',
      'cd "$(dirname "$file")"; echo new > mine.txt; cp "$file" copy.md; echo swap > .swp; echo old > "$file~"'
    ],
    ['in its place', 'cd "$(dirname "$file")"; echo new > "$file"; mv "$file" mine.txt'],
    ['and fails', 'cd "$(dirname "$file")"; echo new > mine.txt; exit 1']
  ])('is named if the editor saves it under another name, %s', async (_, script) => {
    const { message } = (await edit('Old', '', editor(script), context).catch((error: Error) => error)) as Error
    const [, file = ''] = /under another name, .* is in (.+)\.$/.exec(message) ?? []
    expect(path.basename(file)).toBe('mine.txt')
    onTestFinished(() => fs.rmSync(path.dirname(file), { recursive: true, force: true }))
    expect(fs.readFileSync(file, 'utf8')).toContain('new\n')
  })

  it.each([
    [{ VISUAL: 'visual', EDITOR: 'editor' }, undefined, 'visual'],
    [{ EDITOR: 'editor' }, undefined, 'editor'],
    [{ VISUAL: 'visual' }, 'setting', 'setting']
  ])('of %j and the setting %j it takes %j', async (env, setting, taken) => {
    for (const name of ['visual', 'editor', 'setting']) writeScript(path.join(folder, name), `echo ${name} > "$1"`)
    const PATH = `${folder}:${process.env['PATH'] ?? ''}`
    const surroundings = { ...context, env: { ...context.env, PATH, VISUAL: undefined, EDITOR: undefined, ...env } }
    expect(await edit('', '', chosenEditor(setting, surroundings) ?? '', surroundings)).toBe(taken)
  })
})
