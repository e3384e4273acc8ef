import { didYouMean } from './names.ts'

/** What the commands about the program itself say, in English. */
export const otherCommands = {
  config: {
    what: 'read and change settings',
    action: 'list (as usual), get, set, unset or path',
    key: 'the setting',
    value: 'its new value',
    move: 'when the journal setting changes, move what is there'
  },
  completion: {
    what: 'let your shell complete commands, exercises and entries when you press Tab',
    shell: 'bash, zsh, fish or powershell; what is printed says where to put it',
    unknown: (shell: string, near: readonly string[]) =>
      `There is no completion for "${shell}", only for bash, zsh, fish and powershell.${didYouMean(near)}`
  },
  help: {
    what: 'explain a command, or a topic such as "keys" or "exit-codes"',
    topic: 'a command or a topic',
    man: 'print the manual page, as "man" reads it',
    page: {
      name: 'Name',
      synopsis: 'Synopsis',
      description: 'Description',
      options: 'Options of every command',
      commands: 'Commands'
    },
    unknown: (name: string, near: readonly string[]) =>
      `There is no help on "${name}".${didYouMean(near)} Type "reflect help topics" to see what there is.`
  }
}
