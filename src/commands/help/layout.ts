import { measure } from '../../display/measure.ts'
import { Help, type Command } from 'commander'
import { wrapSentence } from '../../display/wrap.ts'
import { groupBy } from '../../util/group-by.ts'
import { exampleOf, nameOf } from './examples.ts'
import type { Words } from '../../words/index.ts'

/** On a screen with fewer columns, descriptions are below their terms instead of beside them. */
const NARROW = 60

/** Less room is not worth breaking lines for. */
const LEAST = 20

/**
 * Settings for commander's help: its titles and the names of values in the user's language, laid out for a screen; the whole program as a
 * table of what to type and what it is for, and an example for each command.
 */
export function helpLayout({ commands: said }: Words, columns: number): Partial<Help> {
  const titles: Readonly<Record<string, string>> = said.titles
  const names: Readonly<Record<string, string>> = said.names
  const translateName = (name: string) => names[name] ?? name
  const translateUsage = (usage: string) => usage.replaceAll(/(?<=[<[])[a-z-]+/g, translateName)
  return {
    showGlobalOptions: true,
    boxWrap: (text, width) => (width < LEAST ? text : wrapSentence(text, width).join('\n')),
    ...(columns < NARROW ? { formatItem: stacked } : {}),
    formatHelp: (command, help) =>
      command.parent === null ? tableOf(command, help, said) : explained(command, help, said),
    // Our descriptions name choices and defaults; commander would add them in English.
    optionDescription: ({ description }) => description,
    argumentDescription: ({ description }) => description,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: translateUsage,
    styleSubcommandTerm: translateUsage,
    styleOptionTerm: translateUsage,
    styleArgumentTerm: translateName
  }
}

function stacked(term: string, _: number, description: string, help: Help): string {
  const lines = help.boxWrap(description, (help.helpWidth ?? NARROW) - 6).split('\n')
  return [`  ${term}`, ...lines.map((line) => `      ${line}`)].join('\n')
}

/** The help of the whole program. */
function tableOf(program: Command, help: Help, said: Words['commands']): string {
  const commands = help
    .visibleCommands(program)
    .map((command) => ({ group: command.helpGroup(), term: exampleOf(nameOf(command)), about: command.description() }))
  const options = help
    .visibleOptions(program)
    .map((option) => ({ term: help.styleOptionTerm(help.optionTerm(option)), about: help.optionDescription(option) }))
  const width = Math.max(...[...commands, ...options].map(({ term }) => help.displayWidth(term)))
  const line = ({ term, about }: { readonly term: string; readonly about: string }) =>
    help.formatItem(term, width, about, help)
  const groups = [...groupBy(commands, ({ group }) => group)]
  return [
    help.boxWrap(program.description(), measure(help.helpWidth ?? NARROW)),
    '',
    ...groups.flatMap(([heading, rows], index) => [
      heading,
      ...(index === 0 ? [line({ term: 'reflect', about: said.homeScreen })] : []),
      ...rows.map(line),
      ''
    ]),
    help.styleTitle('Global Options:'),
    ...options.map(line),
    '',
    ...said.helpAfter.split('\n').map((each) => help.boxWrap(each, measure(help.helpWidth ?? NARROW))),
    ''
  ].join('\n')
}

/** The help of one command, with an example. */
function explained(command: Command, help: Help, said: Words['commands']): string {
  const text = Help.prototype.formatHelp.call(help, command, help)
  return `${text}\n${said.titles.example}\n  ${exampleOf(nameOf(command))}\n`
}
