import type { Help } from 'commander'
import type { Words } from '../../words/index.ts'

/** On a screen with fewer columns, descriptions are below their terms instead of beside them. */
const NARROW = 60

/** Settings for commander's help: its titles and the names of values in the user's language, laid out for a screen. */
export function helpLayout({ commands }: Words, columns: number): Partial<Help> {
  const titles: Readonly<Record<string, string>> = commands.titles
  const names: Readonly<Record<string, string>> = commands.names
  const translateName = (name: string) => names[name] ?? name
  const translateUsage = (usage: string) => usage.replaceAll(/(?<=[<[])[a-z-]+/g, translateName)
  return {
    showGlobalOptions: true,
    minWidthToWrap: 20,
    ...(columns < NARROW ? { formatItem: stacked } : {}),
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
