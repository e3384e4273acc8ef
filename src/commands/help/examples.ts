import type { Command } from 'commander'

/** Examples of commands that are worth more than their names. The same in every language. */
const examples: Readonly<Record<string, string>> = {
  start: 'reflect start leap',
  search: 'reflect search Jo',
  show: 'reflect show last',
  revisit: 'reflect revisit leap',
  sheet: 'reflect sheet last',
  edit: 'reflect edit last',
  export: 'reflect export --output all.docx',
  import: 'reflect import journal.json',
  pack: 'reflect pack add week-3.tgz',
  'pack new': 'reflect pack new week-3',
  'pack import': 'reflect pack import questions.csv',
  'pack check': 'reflect pack check week-3',
  'pack handout': 'reflect pack handout week-3 --program https://example.org/reflect',
  'pack preview': 'reflect pack preview week-3',
  'pack translate': 'reflect pack translate cy week-3',
  'pack build': 'reflect pack build week-3',
  'pack schema': 'reflect pack schema > pack.schema.json',
  'pack add': 'reflect pack add week-3.tgz',
  'pack info': 'reflect pack info public-value',
  'pack remove': 'reflect pack remove week-3',
  config: 'reflect config set editor nano',
  completion: 'reflect completion bash',
  help: 'reflect help keys'
}

/** What to type, as an example of a command such as `pack check`. */
export function exampleOf(command: string): string {
  return examples[command] ?? `reflect ${command}`
}

/** The name of a command with those above it, without the program's. */
export function nameOf(command: Command): string {
  const { parent } = command
  return parent === null ? '' : `${nameOf(parent)} ${command.name()}`.trim()
}
