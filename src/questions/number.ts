import { present } from '../util/records.ts'
import { boundFaults, boundFromKey, boundsForm, boundsFrom, withBounds } from './shared/bounds.ts'
import { bare } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { numberOf, textOf, wordsKey } from './shared/keys.ts'
import { findLine, onOneLine } from '../text/lines.ts'
import type { Fault, NumberPrompt } from './shared/model.ts'
import type { Question } from './shared/question.ts'
import type { Typed, TypedContext } from './shared/typed.ts'
import { readNumber } from './shared/typed-number.ts'

/** A number, with or without a unit. */
export const number: Question<'number'> = {
  type: 'number',
  keys: (z) => ({
    min: z
      .union([z.number(), boundFromKey(z)])
      .optional()
      .describe('The smallest number allowed, or { prompt: … } for the answer to an earlier prompt.'),
    max: z
      .union([z.number(), boundFromKey(z)])
      .optional()
      .describe('The largest number allowed, or { prompt: … } for the answer to an earlier prompt.'),
    unit: wordsKey(z).optional().describe('What is counted, shown after the number.'),
    integer: z.boolean().optional().describe('Whether only whole numbers are allowed.')
  }),
  parse: (keys) => ({
    type: 'number',
    integer: keys['integer'] === true,
    ...boundsFrom<number>(keys),
    ...present({
      min: numberOf(keys['min']),
      max: numberOf(keys['max']),
      unit: typeof keys['unit'] === 'string' ? onOneLine(keys['unit']) : undefined
    })
  }),
  ranges: [{ low: 'min', high: 'max' }],
  referenceKeys: { min: 'bound', max: 'bound' },
  bounded: withBounds,
  isTyped: true,
  textKeys: (z) => ({ unit: wordsKey(z) }),
  translated: (prompt, say) => (prompt.unit === undefined ? prompt : { ...prompt, unit: say(['unit'], prompt.unit) }),
  check: ({ min, max, integer, ...bounds }, value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refused('not-a-number')
    const faults: Fault[] = []
    if (integer && !Number.isInteger(value)) faults.push({ code: 'not-whole' })
    if (min !== undefined && value < min) faults.push({ code: 'too-small', is: value, limit: min })
    if (max !== undefined && value > max) faults.push({ code: 'too-large', is: value, limit: max })
    const ofBounds = boundFaults(value, bounds, (end, limit, of) => ({
      code: end === 'low' ? 'too-small' : 'too-large',
      is: value,
      limit,
      of
    }))
    return checked(value === 0 ? 0 : value, [...faults, ...ofBounds])
  },
  carry: (before, answer, now) => (before.unit === now.unit ? { kept: answer } : { lost: answer }),
  typed: typedNumber,
  kind: (prompt) => ({ of: 'number', range: prompt, whole: prompt.integer }),
  limits: ({ min, max, minFrom, maxFrom, integer, unit }) => [
    { key: 'min.prompt', value: minFrom?.prompt, kind: 'demand' },
    { key: 'max.prompt', value: maxFrom?.prompt, kind: 'demand' },
    { key: 'min', value: min, kind: 'least' },
    { key: 'max', value: max, kind: 'most' },
    { key: 'integer', value: integer, kind: 'demand' },
    { key: 'unit', value: unit, kind: 'fixed' }
  ],
  lines: (prompt, answer) => [withUnit(prompt, answer)],
  shown: withUnit,
  toMarkdown: withUnit,
  fromMarkdown: (prompt, body, context) => {
    const read = (text: string) => storedNumber(prompt, text) ?? numberIn(prompt, text, context)
    return findLine(body, (text) => read(text) ?? read(bare(text)))
  },
  form: ({ min, max, unit, integer, ...bounds }) => {
    const form = { ...present({ min, max, unit, integer: integer ? true : undefined }), ...boundsForm(bounds) }
    return Object.keys(form).length === 0 ? undefined : form
  },
  fromForm: (form) => ({
    type: 'number',
    integer: form['integer'] === true,
    ...boundsFrom<number>(form),
    ...present({ min: numberOf(form['min']), max: numberOf(form['max']), unit: textOf(form['unit']) })
  })
}

function withUnit({ unit }: NumberPrompt, answer: number): string {
  return unit === undefined ? String(answer) : `${answer} ${unit}`
}

function typedNumber({ unit }: NumberPrompt, text: string, { language }: TypedContext): Typed<number> {
  const read = readNumber(text, { language, unit })
  return read.kind === 'number' ? { kind: 'answer', value: read.value } : read
}

/** A number as this program writes it. */
function storedNumber({ unit }: NumberPrompt, text: string): number | undefined {
  const figures = unit !== undefined && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text
  return /^-?\d{1,400}(?:\.\d{1,400})?(?:e[-+]\d{1,3})?$/.test(figures) && String(Number(figures)) === figures
    ? Number(figures)
    : undefined
}

/** The one number that a text can mean. */
function numberIn(prompt: NumberPrompt, text: string, context: TypedContext): number | undefined {
  const read = typedNumber(prompt, text, context)
  return read.kind === 'answer' ? read.value : undefined
}
