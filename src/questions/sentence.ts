import { checked, isRecord, lineOf, own, refused } from './shared/checking.ts'
import { idKey, wordsKey } from './shared/keys.ts'
import { findParagraph, onOneLine } from '../text/lines.ts'
import type { Fault, Gap, SentencePrompt } from './shared/model.ts'
import { namesForm, namesFromForm } from './shared/options.ts'
import type { Question } from './shared/question.ts'
import { fillPieces, piecesOf, readPieces } from './shared/template.ts'
import type { Piece } from './shared/template.ts'

/** A sentence with gaps to fill. */
export const sentence: Question<'sentence'> = {
  type: 'sentence',
  keys: (z) => {
    const gap = z.strictObject({
      ask: wordsKey(z).describe('What belongs in the gap, as a question.'),
      example: wordsKey(z).optional().describe('Words that could stand there.')
    })
    return {
      template: wordsKey(z).describe(
        'The sentence, with each gap in braces: "Worth continuing because people can {what}."'
      ),
      gaps: z.record(idKey(z), gap).describe('The gaps, by their names in the template.')
    }
  },
  parse: (keys) => {
    const template = onOneLine(String(keys['template']))
    return { type: 'sentence', template, gaps: inOrder(keys['gaps'] as Record<string, Gap>, template) }
  },
  check: (prompt, value) => {
    if (!isRecord(value)) return refused('not-gaps')
    const known = Object.keys(prompt.gaps)
    const faults: Fault[] = Object.keys(value)
      .filter((id) => !Object.hasOwn(prompt.gaps, id))
      .map((what) => ({ code: 'unknown-gap', what, known }))
    const filled = known.map((id): [string, string] => [id, lineOf(own(value, id) ?? '', faults)])
    const given = filled.filter(([, words]) => words !== '')
    if (faults.length === 0 && given.length === 0) return refused('empty')
    if (faults.length > 0) return { ok: false, faults }
    const missing = filled.filter(([, words]) => words === '').map(([what]): Fault => ({ code: 'missing', what }))
    return checked(Object.fromEntries(given), missing)
  },
  form: ({ template, gaps }) => ({
    template,
    gaps: namesForm(Object.entries(gaps).map(([id, { ask }]) => ({ id, label: ask })))
  }),
  fromForm: ({ template, gaps }) => {
    const names = namesFromForm(gaps)
    if (typeof template !== 'string' || names === undefined) return undefined
    return { type: 'sentence', template, gaps: Object.fromEntries(names.map(({ id, label }) => [id, { ask: label }])) }
  },
  toMarkdown: (prompt, answer) => fillPieces(pieces(prompt), answer),
  fromMarkdown: (prompt, body) => {
    const parts = pieces(prompt)
    const end = endOf(parts)
    // A full stop is soon lost.
    const read = (paragraph: string) => readPieces(parts, paragraph) ?? readPieces(parts, `${paragraph}${end}`)
    const found = findParagraph(body, read)
    return found && { answer: found.found, before: found.before, after: found.after }
  },
  shown: (prompt, answer) => fillPieces(pieces(prompt), answer),
  summary: (prompt, answer) => onOneLine(fillPieces(pieces(prompt), answer)),
  part: (_, answer, gap) => own(answer, gap),
  translated: (prompt, say) => {
    const template = say(['template'], prompt.template)
    const gaps = Object.entries(prompt.gaps).map(([id, { ask, example }]) => [
      id,
      {
        ask: say(['gaps', id, 'ask'], ask),
        ...(example === undefined ? {} : { example: say(['gaps', id, 'example'], example) })
      }
    ])
    return { ...prompt, template, gaps: inOrder(Object.fromEntries(gaps) as Record<string, Gap>, template) }
  }
}

/** The sign that ends a sentence whose last words are a gap; else nothing. */
function endOf(parts: readonly Piece[]): string {
  const last = parts.at(-1)
  return typeof last === 'string' && /^[.!?…]$/.test(last) ? last : ''
}

/** The fixed words and the gaps of a prompt's sentence. */
function pieces({ template, gaps }: SentencePrompt): Piece[] {
  return piecesOf(template, Object.keys(gaps))
}

function inOrder(gaps: Readonly<Record<string, Gap>>, template: string): Record<string, Gap> {
  const place = (id: string) => template.indexOf(`{${id}}`)
  return Object.fromEntries(
    Object.entries(gaps)
      .toSorted(([a], [b]) => place(a) - place(b))
      .map(([id, { ask, example }]) => [
        id,
        { ask: onOneLine(ask), ...(example === undefined ? {} : { example: onOneLine(example) }) }
      ])
  )
}
