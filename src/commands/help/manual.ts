import type { Command, Help } from 'commander'
import { exampleOf, nameOf } from './examples.ts'
import type { Words } from '../../words/index.ts'

/** The manual page with the commands, options and topics of the help, as man(7) describes it: https://man.openbsd.org/man.7. */
export function manualPage(program: Command, version: string, { commands: said }: Words): string {
  const { topics: _, ...topics } = said.topics
  const { page } = said.help
  const help = program.createHelp()
  return `${[
    `.TH REFLECT 1 "" ${quoted(`reflect ${version}`)}`,
    heading(page.name),
    roff(`reflect - ${said.program.replace(/\.$/, '')}`),
    heading(page.synopsis),
    '.B reflect',
    roff(help.styleUsage(program.usage())),
    heading(page.description),
    ...said.helpAfter.split('\n').map(roff),
    heading(page.options),
    ...optionsOf(program, help),
    heading(page.commands),
    ...leavesOf(program).flatMap((command) => sectionOf(command, help, said.titles.example)),
    ...Object.entries(topics).flatMap(([name, text]) => topicOf(name, text))
  ].join('\n')}\n`
}

/** The commands without commands below them, in the order of the help. */
function leavesOf(program: Command): Command[] {
  return program.commands.flatMap((command) => (command.commands.length > 0 ? leavesOf(command) : [command]))
}

function sectionOf(command: Command, help: Help, example: string): string[] {
  return [
    `.SS ${quoted(help.styleUsage(help.commandUsage(command)))}`,
    roff(sentence(command.description())),
    ...help
      .visibleArguments(command)
      .map((argument) => item(help.styleArgumentTerm(help.argumentTerm(argument)), argument.description)),
    ...optionsOf(command, help),
    item(example, exampleOf(nameOf(command)))
  ]
}

/** The options of a command itself, without `--help`. */
function optionsOf(command: Command, help: Help): string[] {
  return command.options
    .filter(({ hidden }) => !hidden)
    .map((option) => item(help.styleOptionTerm(help.optionTerm(option)), option.description))
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function item(term: string, about: string): string {
  return `.TP\n.B ${roff(term)}\n${roff(about)}`
}

/** A topic with its lines unchanged, and less indented than other text because they use the whole width of a screen. */
function topicOf(name: string, text: string): string[] {
  return [heading(name.replaceAll('-', ' ')), '.in 2n', '.nf', ...text.split('\n').map(roff), '.fi']
}

function heading(title: string): string {
  return `.SH ${quoted(title.toUpperCase())}`
}

function quoted(text: string): string {
  return `"${roff(text).replaceAll('"', '\\(dq')}"`
}

/** Escapes text for roff: no requests, and hyphens that can be searched for and copied. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&')
}
