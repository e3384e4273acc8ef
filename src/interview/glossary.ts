import type { Term } from '../pack/model.ts'
import { isSameLanguage } from '../pack/translation/choose.ts'
import { translatedPrompt } from '../questions/index.ts'
import type { Prompt } from '../questions/shared/model.ts'
import { fold, wordsOf } from '../text/folding.ts'
import { asMarkdown } from './quotations.ts'

/** The terms of a pack, and the BCP 47 tag of the language in which they are written. */
export interface Glossary {
  readonly terms: readonly Term[]
  readonly language: string
}

/**
 * A resolved prompt whose help also explains the terms that are in its texts, below a heading; the same prompt if it has no such terms. Only to be
 * shown: an entry keeps the prompt as its author wrote it.
 */
export function withTerms(prompt: Prompt, glossary: Glossary | undefined, heading: string): Prompt {
  const terms = glossary === undefined ? [] : termsIn(textsOf(prompt), glossary)
  if (terms.length === 0) return prompt
  const list = terms.map(({ term, meaning }) => `- **${asMarkdown(term)}**: ${meaning}`).join('\n')
  const help = [...(prompt.help === undefined ? [] : [prompt.help]), `**${heading}**`, list].join('\n\n')
  return { ...prompt, help }
}

/** The texts of a prompt that learners see while they answer. */
function textsOf(prompt: Prompt): readonly string[] {
  const texts: string[] = []
  translatedPrompt(prompt, (name, text) => {
    if (name[0] !== 'title') texts.push(text)
    return text
  })
  return texts
}

/**
 * The terms that are in some texts, in the order of the glossary: as whole words, whatever their case, accents and the signs between
 * them. Some forms of their language count too: see `formsOf`.
 */
export function termsIn(texts: readonly string[], { terms, language }: Glossary): readonly Term[] {
  const all = texts.map((text) => wordsIn(withoutTargets(text))).join('\n')
  return terms.filter(({ term }) => {
    const words = wordsIn(term).trim()
    if (UNSPACED.test(words)) return all.includes(words)
    return words !== '' && formsOf(words, language).some((form) => all.includes(` ${form} `))
  })
}

/** Letters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, kana and ideographs. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/

/** The words of a text with a space around each. */
function wordsIn(text: string): string {
  return ` ${wordsOf(fold(text)).join(' ')} `
}

/** Markdown without the addresses of its links and pictures. */
function withoutTargets(text: string): string {
  return text.replaceAll(/\]\([^)\s]*\)/g, ']')
}

/** The forms of a term that count as the term: in English the regular plural, in Welsh the mutations of its first letter. */
function formsOf(term: string, language: string): readonly string[] {
  if (isSameLanguage(language, 'en'))
    return [term, `${term}s`, `${term}es`, ...(term.endsWith('y') ? [`${term.slice(0, -1)}ies`] : [])]
  if (!isSameLanguage(language, 'cy')) return [term]
  const [first = ''] = /^(?:ll|rh|[cpt](?!h)|d(?!d)|[bgm]|[aeiouwy])/.exec(term) ?? []
  return [term, ...(MUTATIONS.get(first) ?? []).map((mutated) => mutated + term.slice(first.length))]
}

/** Soft, nasal and aspirate mutations, and the `h` before a vowel. */
const MUTATIONS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['c', ['g', 'ngh', 'ch']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
  ['ll', ['l']],
  ['rh', ['r']],
  ...Array.from('aeiouwy', (vowel): [string, string[]] => [vowel, [`h${vowel}`]])
])
