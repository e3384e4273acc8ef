/** What a typed line may be: a command, or words that only look like one. Pure. */

import type { PlainCommand } from '../../../words/shared/types.ts'

const commands: readonly PlainCommand[] = [
  'back',
  'skip',
  'help',
  'example',
  'overview',
  'review',
  'private',
  'editor',
  'leave'
]

/** The command on the line, if it holds nothing else; `also` are names that a language has for them. */
export function commandOf(
  line: string,
  also: Readonly<Record<PlainCommand, readonly string[]>>
): PlainCommand | undefined {
  if (!line.startsWith(':')) return undefined
  const name = line.slice(1).trimEnd()
  return commands.find((command) => command === name || also[command].includes(name))
}

/** Whether the line ends a text: a single full stop. */
export function endsText(line: string): boolean {
  return line === '.'
}

/** The words meant by a line that is no command: `::` at its start means `:`, a line of dots only loses one. */
export function wordsOf(line: string): string {
  if (line.startsWith('::')) return line.slice(1)
  return /^\.{2,}$/.test(line) ? line.slice(1) : line
}
