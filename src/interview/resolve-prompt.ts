import type { EntryWords, Option, Prompt, Reference } from '../questions/shared/model.ts'
import { asMarkdown, asTemplate, fill, quotedIn, quotingTexts, saidIn } from './quotations.ts'
import type { LookUp } from './conditions.ts'

/** A prompt as the learner sees it; absent where it cannot be asked, because what it builds on is not there. */
export interface Posed {
  readonly prompt: Prompt
  /** It holds words of an answer that is private. */
  readonly holdsPrivate: boolean
}

/** What earlier prompts of the exercise offer as options, by prompt id. */
export type OptionsOf = (prompt: string) => readonly Option[]

/**
 * Fills a prompt's quotations, options and recalled words in. Gives undefined for a prompt that has
 * nothing to stand on: a recall of nothing, a choice or an order of nothing, a table without a row.
 */
export function pose(prompt: Prompt, find: LookUp, optionsOf: OptionsOf, words: EntryWords): Posed | undefined {
  const sources = [...quotingTexts(prompt).flatMap(quotedIn), ...builtOn(prompt)]
  const text = {
    ask: fill(prompt.ask, find, words, asMarkdown),
    ...(prompt.help === undefined ? {} : { help: fill(prompt.help, find, words, asMarkdown) })
  }
  const posed = ownPart(prompt, find, optionsOf, words)
  if (posed === undefined) return undefined
  return { prompt: { ...posed, ...text }, holdsPrivate: sources.some((source) => find(source)?.private === true) }
}

/** What a prompt takes from elsewhere other than by quotation. */
function builtOn(prompt: Prompt): readonly Reference[] {
  if (prompt.type === 'recall') return prompt.of
  const from = 'optionsFrom' in prompt ? prompt.optionsFrom : 'rowsFrom' in prompt ? prompt.rowsFrom : undefined
  return from === undefined ? [] : [{ prompt: from }]
}

function ownPart(prompt: Prompt, find: LookUp, optionsOf: OptionsOf, words: EntryWords): Prompt | undefined {
  switch (prompt.type) {
    case 'choice':
    case 'choices': {
      const options = prompt.optionsFrom === undefined ? prompt.options : optionsOf(prompt.optionsFrom)
      return options.length > 0 || prompt.other ? { ...prompt, options } : undefined
    }
    case 'ranking': {
      const options = prompt.optionsFrom === undefined ? prompt.options : optionsOf(prompt.optionsFrom)
      return options.length > 1 ? { ...prompt, options } : undefined
    }
    case 'table': {
      const rows = prompt.rowsFrom === undefined ? prompt.rows : optionsOf(prompt.rowsFrom)
      return rows.length > 0 || prompt.addRows !== undefined ? { ...prompt, rows } : undefined
    }
    case 'sentence':
      return { ...prompt, template: fill(prompt.template, find, words, asTemplate) }
    case 'recall': {
      const shown = recalled(prompt.of, find, words)
      return shown === undefined ? undefined : { ...prompt, shown }
    }
    default:
      return prompt
  }
}

/** The first source that is answered, as plain text; a text keeps its paragraphs. */
function recalled(sources: readonly Reference[], find: LookUp, words: EntryWords): string | undefined {
  for (const source of sources) {
    const found = find(source)
    if (found === undefined) continue
    const { answer } = found
    const said =
      typeof answer === 'string' && found.part === undefined && isWriting(found.prompt) ? answer : saidIn(found, words)
    if (said !== undefined) return said
  }
  return undefined
}

function isWriting(prompt: Prompt): boolean {
  return prompt.type === 'text' || prompt.type === 'recall'
}
