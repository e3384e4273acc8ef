import type { Command } from 'commander'
import type { Context } from '../../context/context.ts'
import { ExitCode, UsageError } from '../../context/errors.ts'
import { nearest } from '../../text/suggest.ts'
import { width } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'
import type { GlobalOptions } from '../shared/options.ts'
import { print } from '../shared/output.ts'
import { versionIn } from './version.ts'

export interface HelpOptions extends GlobalOptions {
  /** A command's words, such as `pack check`, or a topic. */
  readonly topic: readonly string[]
  readonly program: Command
  /** All of it, as a manual page. */
  readonly man?: boolean
}

/** Explains a command or a topic. */
export async function run({ topic, program, man }: HelpOptions, context: Context): Promise<ExitCode> {
  const { topics, help } = context.words.commands
  if (man === true) {
    const { manualPage } = await import('./manual.ts')
    context.stdout.write(manualPage(program, versionIn(context.installDir), context.words))
    return ExitCode.done
  }
  const [name = ''] = topic
  if (name !== '' && Object.hasOwn(topics, name)) {
    const lines = topics[name as keyof typeof topics].split('\n')
    const { isTTY, columns } = context.stdout
    await print(isTTY ? lines.flatMap((line) => broken(line, columns)) : lines, context)
    return ExitCode.done
  }
  const command = commandAt(program, topic)
  if (command === undefined) {
    const known = [...program.commands.map((each) => each.name()), ...Object.keys(topics)]
    throw new UsageError(help.unknown(topic.join(' '), nearest(name, known)))
  }
  await print(command.helpInformation().split('\n'), context)
  return ExitCode.done
}

/** A column that is narrower than this is worse to read than lines under one another. */
const NARROWEST = 16
const INDENT = '    '

/** A topic's line where it is too long for a screen: broken between words, and what stands in a column stays in it. */
function broken(line: string, columns: number): string[] {
  if (width(line) <= columns) return [line]
  const [, before = '', text = line] = /^(\s*(?:\S.*?\s{2,})?)(\S.*)$/.exec(line) ?? []
  const room = columns - width(before)
  if (room >= NARROWEST)
    return wrap(text, room).map((part, index) => (index === 0 ? before : ' '.repeat(width(before))) + part)
  const term = before.trimEnd()
  return [...(term === '' ? [] : [term]), ...wrap(text, columns - INDENT.length).map((part) => INDENT + part)]
}

function commandAt(program: Command, words: readonly string[]): Command | undefined {
  return words.reduce<Command | undefined>(
    (command, word) => command?.commands.find((each) => each.name() === word),
    program
  )
}
