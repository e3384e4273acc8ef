import { isRecord, mapKeys, own } from '../util/records.ts'
import { carriedEntries, isSameLabel, partsNow, type Carried, type NewPart } from './shared/carrying.ts'
import { checked, lineOf, refused } from './shared/checking.ts'
import { byIdKey, idKey, textsKey, wordsKey } from './shared/keys.ts'
import { findParagraph, onOneLine } from '../text/lines.ts'
import type { AnswerOf, Fault, Gap, SentencePrompt } from './shared/model.ts'
import { namesForm, namesFromForm } from './shared/options.ts'
import type { PromptSource } from './shared/prompt-source.ts'
import type { Question } from './shared/question.ts'
import { readSentence } from './shared/repeats.ts'
import { asTemplate, fillPieces, piecesOf, readPieces, withGaps, type Piece } from './shared/template.ts'

/** A sentence with gaps to fill. */
export const sentence: Question<'sentence'> = {
  type: 'sentence',
  keys: (z) => {
    const gap = z.strictObject({
      ask: wordsKey(z).describe('What to write in the gap, as a question.'),
      example: wordsKey(z).optional().describe('An example of what to write in the gap.')
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
  checkKeys: checkGaps,
  quotingKeys: ['template'],
  textKeys: (z) => ({
    template: wordsKey(z).meta({ description: 'With the same gaps, in whatever order.' }),
    gaps: byIdKey(z, textsKey(z, { ask: wordsKey(z), example: wordsKey(z) }), 'By the names of the gaps.')
  }),
  translated: (prompt, say) => {
    const template = say(['template'], prompt.template)
    const gaps = Object.entries(prompt.gaps).map(([id, { ask, example }]): [string, Gap] => [
      id,
      {
        ask: say(['gaps', id, 'ask'], ask),
        ...(example === undefined ? {} : { example: say(['gaps', id, 'example'], example) })
      }
    ])
    return { ...prompt, template, gaps: inOrder(Object.fromEntries(gaps), template) }
  },
  resolve: (prompt, { fill }) => ({ ...prompt, template: fill(prompt.template, asTemplate) }),
  isMultiPart: true,
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
  kind: () => ({ of: 'whole' }),
  parts: ({ gaps }) => Object.entries(gaps).map(([id, { ask }]) => ({ id, kind: { of: 'words' }, label: () => ask })),
  identityLists: ['gaps'],
  identities: ({ gaps }) => Object.entries(gaps).map(([id, { ask }]) => ({ path: `gaps.${id}`, label: ask })),
  meanings: ({ template }) => [{ path: 'template', label: template }],
  withIds: (prompt, newId) => ({
    ...prompt,
    template: withGaps(prompt.template, (gap) => (Object.hasOwn(prompt.gaps, gap) ? newId('gaps', gap) : gap)),
    gaps: mapKeys(prompt.gaps, (id) => newId('gaps', id))
  }),
  answerWithIds: (answer, newId) => mapKeys(answer, (id) => newId('gaps', id)),
  part: (_, answer, gap) => own(answer, gap),
  carry: carrySentence,
  lines: (prompt, answer) => [onOneLine(readSentence(pieces(prompt), answer))],
  shown: (prompt, answer) => readSentence(pieces(prompt), answer),
  toMarkdown: (prompt, answer) => fillPieces(pieces(prompt), answer),
  fromMarkdown: (prompt, body) => {
    const parts = pieces(prompt)
    const end = endOf(parts)
    // People often leave the full stop out.
    const read = (paragraph: string) => readPieces(parts, paragraph) ?? readPieces(parts, `${paragraph}${end}`)
    return findParagraph(body, read)
  },
  form: ({ template, gaps }) => ({
    template,
    gaps: namesForm(Object.entries(gaps).map(([id, { ask }]) => ({ id, label: ask })))
  }),
  fromForm: ({ template, gaps }) => {
    const names = namesFromForm(gaps)
    if (typeof template !== 'string' || names === undefined) return undefined
    return { type: 'sentence', template, gaps: Object.fromEntries(names.map(({ id, label }) => [id, { ask: label }])) }
  }
}

/** The words of the gaps. What they say depends on the sentence around them, so all of it is lost if that is another one. */
function carrySentence(
  before: SentencePrompt,
  answer: AnswerOf['sentence'],
  now: SentencePrompt,
  newPart: NewPart
): Carried<AnswerOf['sentence']> {
  const parts = partsNow('gaps', gapParts(before), gapParts(now), newPart)
  const { kept, lost } = carriedEntries(answer, parts)
  const renamed = [...parts].reduce(
    (template, [id, part]) => template.replaceAll(`{${id}}`, `{${part.id}}`),
    before.template
  )
  const isSame = lost === undefined && isSameLabel(renamed, now.template)
  return { ...(kept === undefined ? {} : { kept }), ...(isSame ? {} : { lost: answer }) }
}

function gapParts({ gaps }: SentencePrompt) {
  return Object.entries(gaps).map(([id, { ask }]) => ({ id, words: ask }))
}

/** Checks that each gap of the template is described, and that each described gap is in the template. */
function checkGaps(_: SentencePrompt, source: PromptSource): void {
  const template = source.text('template')
  if (template === undefined) return
  const gaps = new Map(source.keys('gaps').map(({ key, span }) => [key, span]))
  const found = new Set<string>()
  for (const { 0: whole, 1: name } of template.text.matchAll(/\\[\\{]|\{\{[^{}]*\}\}|\{([^{}]*)\}/g)) {
    const span = template.find(whole)
    if (name === undefined) continue
    if (!found.has(name) && !gaps.has(name)) source.report('unknown-gap', span, { name })
    found.add(name)
  }
  if (found.size === 0) source.report('no-gap', source.value('template'), {})
  else for (const [name, span] of gaps) if (!found.has(name)) source.report('unused-gap', span, { name })
}

/** The punctuation after a gap that ends the sentence; '' if a gap does not end it. */
function endOf(parts: readonly Piece[]): string {
  const last = parts.at(-1)
  return typeof last === 'string' && /^[.!?…]$/.test(last) ? last : ''
}

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
