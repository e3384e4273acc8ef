import type { Option } from '../../questions/model.ts'

/** What a word of a choice means: the option with that number, else the only one that is called so or begins so. Pure. */
export function optionOf<T extends Pick<Option, 'label'>>(word: string, options: readonly T[]): T | undefined {
  const text = word.trim()
  if (/^\d+[.)]?$/.test(text)) {
    const numbered = options[Number.parseInt(text, 10) - 1]
    if (numbered !== undefined) return numbered
  }
  const name = fold(text)
  if (name === '') return undefined
  const named = options.filter(({ label }) => fold(label) === name)
  const begun = named.length > 0 ? named : options.filter(({ label }) => fold(label).startsWith(name))
  return begun.length === 1 ? begun[0] : undefined
}

/** The words after "other", or another of its names, in whatever case, with or without a colon; '' for the word alone; undefined for anything else. */
export function otherOf(line: string, names: readonly string[]): string | undefined {
  const text = line.trim()
  const rests = names.filter((name) => fold(text).startsWith(fold(name))).map((name) => text.slice(name.length))
  const rest = rests.find((words) => words === '' || /^[\s:]/.test(words))
  return rest?.replace(/^[\s:]+/, '').trim()
}

/** Several words of a choice on one line: numbers parted by spaces or commas, or labels parted by commas. */
export function picksOf(line: string): string[] {
  const text = line.trim()
  const parts = /^[\d\s,;.)]+$/.test(text) ? text.split(/[\s,;]+/) : text.split(/[,;]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}
