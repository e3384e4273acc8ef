/** What is known about editors: which open a window of their own, how they are told to wait for it, and how one leaves the others. */

/** An editor that this program knows. */
export interface KnownEditor {
  /** The names of its program, without `.exe` and the like. */
  readonly programs: readonly string[]
  /** Its name for people. */
  readonly title: string
  /** For an editor in the terminal: the keys that save and leave. */
  readonly keys?: string
  /** For an editor with a window: the option that makes its program wait until the file is closed, and other spellings. */
  readonly wait?: readonly string[]
  /** The command to offer, if it is not the program with the first of `wait`. */
  readonly command?: string
  /** The systems where it is offered. Absent: where its program is found. Empty: nowhere. */
  readonly offered?: readonly NodeJS.Platform[]
}

/** The command of an editor that a system has, for sentences. */
export function usualEditor(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'notepad' : 'nano'
}

const inVi = 'Esc, :wq, Enter'

/** All known editors, in the order in which they are offered. */
export const knownEditors: readonly KnownEditor[] = [
  { programs: ['nano', 'pico', 'rnano'], title: 'nano', keys: 'Ctrl-X, Y, Enter' },
  { programs: ['micro'], title: 'micro', keys: 'Ctrl-S, Ctrl-Q' },
  { programs: ['open'], title: 'TextEdit', wait: ['-W', '--wait-apps'], command: 'open -W -n -e', offered: ['darwin'] },
  { programs: ['notepad'], title: 'Notepad', wait: [], command: 'notepad', offered: ['win32'] },
  { programs: ['start'], title: 'start', wait: ['/wait', '/w'], offered: [] },
  { programs: ['code', 'code-insiders'], title: 'Visual Studio Code', wait: ['--wait', '-w'] },
  { programs: ['codium', 'vscodium'], title: 'VSCodium', wait: ['--wait', '-w'] },
  { programs: ['cursor', 'windsurf'], title: 'Cursor', wait: ['--wait', '-w'] },
  { programs: ['subl', 'sublime_text'], title: 'Sublime Text', wait: ['--wait', '-w'] },
  { programs: ['zed', 'zeditor'], title: 'Zed', wait: ['--wait', '-w'] },
  { programs: ['atom'], title: 'Atom', wait: ['--wait', '-w'] },
  { programs: ['mate'], title: 'TextMate', wait: ['--wait', '-w'] },
  { programs: ['bbedit'], title: 'BBEdit', wait: ['--wait', '-w'] },
  { programs: ['gedit'], title: 'gedit', wait: ['--wait', '-w', '--standalone', '-s'] },
  { programs: ['gnome-text-editor'], title: 'Text Editor', wait: ['--standalone', '-s'] },
  { programs: ['xed'], title: 'xed', wait: ['--wait', '-w'] },
  { programs: ['kate'], title: 'Kate', wait: ['--block', '-b'] },
  { programs: ['mousepad'], title: 'Mousepad', wait: ['--disable-server'] },
  { programs: ['notepad++'], title: 'Notepad++', wait: ['-multiInst'] },
  { programs: ['gvim', 'mvim'], title: 'gVim', wait: ['-f', '--nofork'] },
  { programs: ['xdg-open'], title: 'xdg-open', wait: [], offered: [] },
  { programs: ['vim', 'vi', 'nvim'], title: 'Vim', keys: inVi },
  { programs: ['emacs'], title: 'Emacs', keys: 'Ctrl-X Ctrl-S, Ctrl-X Ctrl-C' },
  { programs: ['hx', 'helix', 'kak'], title: 'Helix', keys: inVi },
  { programs: ['joe', 'jed', 'mcedit', 'ne', 'ed', 'ex', 'tilde', 'dte'], title: 'joe', keys: 'Ctrl-K X', offered: [] }
]

/** The first word of a shell command after variables that it sets. */
const WORD = /^\s*(?:[A-Za-z_]\w*=\S*\s+)*((?:"[^"]*"|'[^']*'|\\.|[^\s])+)/

/** The program of a shell command, without quotes; a path may contain spaces if it is quoted. */
export function programIn(command: string): string {
  const [, word = ''] = WORD.exec(command) ?? []
  return word.replaceAll(/["']|\\(?=[ '"()])/g, '')
}

/** The known editor whose program a shell command runs; undefined for others. */
export function knownEditor(command: string): KnownEditor | undefined {
  const file = programIn(command).split(/[\\/]/).at(-1) ?? ''
  const name = file.toLowerCase().replace(/\.(?:exe|cmd|bat|com)$/, '')
  return knownEditors.find(({ programs }) => programs.includes(name))
}

/**
 * The command that waits until its window is closed, for one that opens a window and returns; undefined if it waits, or if it is not
 * known to return. '' if it cannot be made to wait.
 */
export function waitingCommand(command: string): string | undefined {
  const { wait, command: offered } = knownEditor(command) ?? {}
  if (wait === undefined || offered === command.trim()) return undefined
  const [flag] = wait
  if (flag === undefined) return offered === undefined ? '' : `start /wait ${command.trim()}`
  const [program = ''] = WORD.exec(command) ?? []
  const rest = command.slice(program.length).trimEnd()
  if (rest.split(/\s+/).some((word) => wait.includes(word.toLowerCase()) || wait.includes(word))) return undefined
  return `${program.trimStart()} ${flag}${rest}`
}
