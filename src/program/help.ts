import type { Help } from 'commander'
import type { Words } from '../words/index.ts'

/** Commander's help in a language: its titles, and the names of what is to be put in. */
export function helpIn({ commands }: Words): Partial<Help> {
  const { titles, names } = commands
  const title: Readonly<Record<string, string>> = titles
  const name: Readonly<Record<string, string>> = names
  const named = (text: string) => text.replaceAll(/(?<=[<[])[a-z-]+/g, (word) => name[word] ?? word)
  return {
    showGlobalOptions: true,
    styleTitle: (text) => title[text] ?? text,
    styleUsage: named,
    styleSubcommandTerm: named,
    styleOptionTerm: named,
    styleArgumentTerm: (text) => name[text] ?? text
  }
}
