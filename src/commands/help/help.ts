import { versionIn } from '../shared/installation.ts'
import { measure } from '../../display/measure.ts'
import { UsageError } from '../../context/errors.ts'
import { width } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'
import { suggest } from '../../text/suggest.ts'
import { defineCommand, flag, rest } from '../shared/command.ts'
import { print } from '../shared/print.ts'
import { manualPage } from './manual.ts'
import type { Command } from 'commander'

/** Explains a command or a topic. */
export const helpCommand = defineCommand({
  help: (words) => words.help.what,
  args: { topic: rest('topic', (words) => words.help.topic) },
  options: { man: flag((words) => words.help.man) },
  run({ topic, man, ...options }, context, program) {
    const { topics, help } = context.words.commands
    if (man === true)
      return void context.stdout.write(manualPage(program, versionIn(context.installDir), context.words))
    const [name = ''] = topic
    const text = new Map(Object.entries(topics)).get(name)
    if (text !== undefined) {
      const lines = joined(text)
      return print((columns) => lines.flatMap((line) => broken(line, measure(columns))), options, context)
    }
    const command = commandAt(program, topic)
    if (command === undefined) {
      const known = [...program.commands.map((each) => each.name()), ...Object.keys(topics)]
      throw new UsageError(help.unknown(topic.join(' '), suggest(name, known)))
    }
    return print(command.helpInformation().split('\n'), options, context)
  }
})

/** If a column would be narrower than this, descriptions are below their terms. */
const NARROWEST = 16
const INDENT = '    '

/** The lines of a topic, without the line breaks in its paragraphs and in the second of two columns. */
function joined(text: string): string[] {
  return text.split('\n').reduce<string[]>((lines, line) => {
    const last = lines.at(-1) ?? ''
    const isSecondColumn = /^ {6,}\S/.test(line)
    const isParagraph = /^\S/.test(line) && /^\S/.test(last)
    if (!isSecondColumn && !isParagraph) return [...lines, line]
    const gap = isSecondColumn && !/\S {2,}\S/.test(last) ? '  ' : ' '
    return [...lines.slice(0, -1), last + gap + line.trimStart()]
  }, [])
}

/** Wraps a line of a topic. If it has two columns, the text stays in the second. */
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
