import type { Help } from 'commander'
import type { Words } from '../words/index.ts'

/** Where the screen is narrower, what a word means stands below it rather than beside it. */
const NARROW = 60

/** Commander's help in a language: its titles, and the names of what is to be put in; for a screen of so many columns. */
export function helpIn({ commands }: Words, columns: number): Partial<Help> {
  const title = (text: string) => called(commands.titles, text)
  const name = (word: string) => called(commands.names, word)
  const named = (text: string) => text.replaceAll(/(?<=[<[])[a-z-]+/g, name)
  return {
    showGlobalOptions: true,
    minWidthToWrap: 20,
    ...(columns < NARROW ? { formatItem: stacked } : {}),
    styleTitle: title,
    styleUsage: named,
    styleSubcommandTerm: named,
    styleOptionTerm: named,
    styleArgumentTerm: name
  }
}

/** What something is called; itself where there is no other word for it. */
function called(words: Readonly<Record<string, string>>, what: string): string {
  return words[what] ?? what
}

function stacked(term: string, _: number, about: string, help: Help): string {
  const lines = help.boxWrap(about, (help.helpWidth ?? NARROW) - 6).split('\n')
  return [`  ${term}`, ...lines.map((line) => `      ${line}`)].join('\n')
}
