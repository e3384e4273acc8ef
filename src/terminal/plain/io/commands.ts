import type { EditCommand, PlainCommand } from '../../../words/shared/types.ts'
import { suggest } from '../../../text/suggest.ts'

/** The names of the commands in the learner's language, besides those that are a contract. */
export type CommandNames = Readonly<Record<PlainCommand, readonly string[]>>

/** A line that is a command, or that only looks like one. */
export type CommandLine =
  | { readonly kind: 'command'; readonly command: PlainCommand; readonly number?: number }
  | { readonly kind: 'unknown'; readonly name: string; readonly near: readonly string[] }

/** All commands of plain mode, in the order in which the help lists them. */
export const commands: readonly PlainCommand[] = [
  'back',
  'skip',
  'help',
  'example',
  'question',
  'lines',
  'change',
  'drop',
  'undo',
  'again',
  'up',
  'row',
  'overview',
  'review',
  'private',
  'picture',
  'editor',
  'leave'
]

const edits: ReadonlySet<PlainCommand> = new Set<EditCommand>(['lines', 'change', 'drop', 'undo', 'again', 'up', 'row'])

/** Commands that a number may follow. */
const numbered: ReadonlySet<PlainCommand> = new Set<EditCommand>(['change', 'drop', 'row'])

/** Whether a command works on a part of the answer. */
export function isEdit(command: PlainCommand): command is EditCommand {
  return edits.has(command)
}

/** The command on a line that contains nothing else, with its number. */
export function commandOf(line: string, also: CommandNames): Extract<CommandLine, { kind: 'command' }> | undefined {
  if (!line.startsWith(':')) return undefined
  const [, name = line.slice(1).trimEnd(), digits] = /^:(\D+?) *(\d{1,6}) *$/.exec(line) ?? []
  const command = commands.find((each) => each === name || also[each].includes(name))
  if (command === undefined) return undefined
  if (digits === undefined) return { kind: 'command', command }
  return numbered.has(command) ? { kind: 'command', command, number: Number(digits) } : undefined
}

/**
 * As `commandOf`. A colon and a word, also with a number or a sign after it, is an unknown command, and so are the words of a
 * command with others after them; `:-)` and `:smile:` are text.
 */
export function readCommand(line: string, also: CommandNames): CommandLine | undefined {
  const command = commandOf(line, also)
  if (command !== undefined || !/^:\p{L}/u.test(line)) return command
  const [, word = ''] = /^:([\p{L}\p{M}’'-]+)/u.exec(line) ?? []
  const rest = line.slice(word.length + 1).trim()
  const isMeant = /^(?:\d+|[.!?]*)$/.test(rest) || (/^:\S+\s/u.test(line) && commandOf(`:${word}`, also) !== undefined)
  if (!isMeant) return undefined
  const names = commands.flatMap((each) => [...also[each], each])
  return { kind: 'unknown', name: line.slice(1).trim(), near: suggest(word, names, 1) }
}

/** Whether an unfinished line may become a command. It is not kept as text, because a command that is typed slowly is not text. */
export function mayBeCommand(unfinished: string): boolean {
  return /^:[\p{L}\p{M}-]* ?\d*$/u.test(unfinished)
}

/** Whether a line ends a text: a single full stop. */
export function endsText(line: string): boolean {
  return line === '.'
}

/** The text of a line that is not a command: `::` at its start means `:`, and a line of dots loses one. */
export function wordsOf(line: string): string {
  if (line.startsWith('::')) return line.slice(1)
  return /^\.{2,}$/.test(line) ? line.slice(1) : line
}
