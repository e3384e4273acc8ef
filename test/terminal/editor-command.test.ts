import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { editorCommand, findProgram, installedEditors } from '../../src/terminal/editor/command.ts'
import { EditorChoice } from '../../src/terminal/editor/choice.ts'
import { contextIn } from '../kit/context.ts'
import { knownEditor, programIn, usualEditor, waitingCommand } from '../../src/terminal/editor/known.ts'
import { needPosix } from '../kit/needs.ts'
import { newHome } from '../kit/program.ts'

/** A folder with programs. */
function programs(...names: readonly string[]): string {
  const { dir } = newHome()
  for (const name of names) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    fs.writeFileSync(path.join(dir, name), '', { mode: 0o700 })
  }
  return dir
}

describe('the command of an editor', () => {
  it('is quoted where it is the path of a program, with options or without', () => {
    needPosix('paths with forward slashes')
    const dir = programs('my editors/ed', "Ada's/ed")
    const context = { platform: 'linux', homeDir: dir, cwd: dir, env: {} } as const
    const table = [
      [`${dir}/my editors/ed`, `'${dir}/my editors/ed'`],
      [`${dir}/my editors/ed --wait`, `'${dir}/my editors/ed' --wait`],
      ['~/my editors/ed -n --wait', `'${dir}/my editors/ed' -n --wait`],
      [`"${dir}/my editors/ed" --wait`, `'${dir}/my editors/ed' --wait`],
      [`${dir}/Ada's/ed`, `'${dir}/Ada'\\''s/ed'`],
      [`${dir}/my editors/gone`, `${dir}/my editors/gone`],
      ['code --wait', 'code --wait'],
      ['TERM=dumb vim', 'TERM=dumb vim']
    ]
    for (const [setting = '', command] of table) expect(editorCommand(setting, context)).toBe(command)
  })

  it('opens the bundle of an application on a Mac, and waits for it', () => {
    needPosix('paths with forward slashes')
    const dir = programs('Visual Studio Code.app/Contents/MacOS/Electron')
    const context = { platform: 'darwin', homeDir: dir, cwd: dir, env: {} } as const
    const command = editorCommand(`${dir}/Visual Studio Code.app`, context)
    expect(command).toBe(`open -W -n -a '${dir}/Visual Studio Code.app'`)
    expect(waitingCommand(command)).toBeUndefined()
  })

  it.each([
    ['code', 'code --wait'],
    ['code -w', undefined],
    ['subl --wait', undefined],
    ['"/x/my code/code" -n', '"/x/my code/code" --wait -n'],
    [String.raw`"C:\Program Files\Sublime Text\subl.exe"`, String.raw`"C:\Program Files\Sublime Text\subl.exe" --wait`],
    ['kate', 'kate --block'],
    ['gedit', 'gedit --wait'],
    ['open -e', 'open -W -e'],
    ['start notepad', 'start /wait notepad'],
    ['START /WAIT notepad', undefined],
    ['notepad.exe', 'start /wait notepad.exe'],
    ['xdg-open', ''],
    ['nano', undefined],
    ['/usr/bin/vim', undefined],
    ['something', undefined]
  ])('%s waits for its window as %s', (command, waiting) => {
    expect(waitingCommand(command)).toBe(waiting)
  })

  it.each([
    [String.raw`"C:\Program Files\Ed\ed.cmd" --x`, String.raw`C:\Program Files\Ed\ed.cmd`],
    [String.raw`/x/my\ editors/ed --wait`, '/x/my editors/ed'],
    ['A=1 B=2 vim -u NONE', 'vim']
  ])('%s runs the program %s', (command, program) => {
    expect(programIn(command)).toBe(program)
  })

  it('is known whatever the path, the letters and the ending of its program', () => {
    for (const command of ['/usr/bin/code', 'Code.exe', String.raw`"C:\x y\CODE.CMD" --wait`])
      expect(knownEditor(command)?.title).toBe('Visual Studio Code')
  })
})

describe('installed editors', () => {
  it('are those on PATH; on Linux with a window only where there is a display', () => {
    needPosix('file modes')
    const PATH = programs('nano', 'code', 'vim')
    const commands = (env: Record<string, string>) =>
      installedEditors({ platform: 'linux', env: { PATH, ...env } }).map(({ command }) => command)
    expect(commands({})).toEqual(['nano', 'vim'])
    expect(commands({ WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['nano', 'code --wait', 'vim'])
    expect(installedEditors({ platform: 'linux', env: {} })).toEqual([])
  })

  it('are found on Windows by the endings of programs', () => {
    const dir = programs('notepad.EXE', 'code.cmd')
    const context = { platform: 'win32', env: { PATH: dir, PATHEXT: '.EXE;.cmd' } } as const
    expect(findProgram('code --wait', context)).toBe(path.join(dir, 'code.cmd'))
    expect(installedEditors(context).map(({ command }) => command)).toEqual(['notepad', 'code --wait'])
  })
})

describe('an editor in a sentence', () => {
  it('is one that the system has', () => {
    expect(usualEditor('win32')).toBe('notepad')
    expect(usualEditor('darwin')).toBe('nano')
    const context = { ...contextIn(newHome().dir), platform: 'win32' } as const
    const choice = new EditorChoice(undefined, context)
    return expect(choice.command(undefined)).rejects.toThrow('reflect config set editor notepad')
  })
})
