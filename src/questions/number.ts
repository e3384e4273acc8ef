import { bare } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { numberOf, present, textOf, wordsKey } from './shared/keys.ts'
import { findLine, onOneLine } from '../text/lines.ts'
import type { Fault, NumberPrompt } from './shared/model.ts'
import type { Question } from './shared/question.ts'

/** A number, with or without a unit. */
export const number: Question<'number'> = {
  type: 'number',
  keys: (z) => ({
    min: z.number().optional().describe('The smallest number allowed.'),
    max: z.number().optional().describe('The largest number allowed.'),
    unit: wordsKey(z).optional().describe('What is counted, shown after the number.'),
    integer: z.boolean().optional().describe('Whole numbers only.')
  }),
  parse: (keys) => ({
    type: 'number',
    integer: keys['integer'] === true,
    ...present({
      min: keys['min'] as number | undefined,
      max: keys['max'] as number | undefined,
      unit: typeof keys['unit'] === 'string' ? onOneLine(keys['unit']) : undefined
    })
  }),
  ranges: [{ low: 'min', high: 'max' }],
  isEchoed: true,
  isTyped: true,
  translated: (prompt, say) => (prompt.unit === undefined ? prompt : { ...prompt, unit: say(['unit'], prompt.unit) }),
  check: ({ min, max, integer }, value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refused('not-a-number')
    const faults: Fault[] = []
    if (integer && !Number.isInteger(value)) faults.push({ code: 'not-whole' })
    if (min !== undefined && value < min) faults.push({ code: 'too-small', is: value, limit: min })
    if (max !== undefined && value > max) faults.push({ code: 'too-large', is: value, limit: max })
    return checked(value === 0 ? 0 : value, faults)
  },
  kind: (prompt) => ({ of: 'number', range: prompt, whole: prompt.integer }),
  lines: (prompt, answer) => [withUnit(prompt, answer)],
  shown: withUnit,
  toMarkdown: withUnit,
  fromMarkdown: ({ unit = '' }, body) => {
    const inUnits = (text: string) => read(text.endsWith(unit) ? text.slice(0, text.length - unit.length) : text)
    const line = findLine(body, (text) => inUnits(text) ?? inUnits(bare(text)))
    return line && { answer: line.found, before: line.before, after: line.after }
  },
  form: ({ min, max, unit, integer }) => {
    const form = present({ min, max, unit, integer: integer ? true : undefined })
    return Object.keys(form).length === 0 ? undefined : form
  },
  fromForm: (form) => ({
    type: 'number',
    integer: form['integer'] === true,
    ...present({ min: numberOf(form['min']), max: numberOf(form['max']), unit: textOf(form['unit']) })
  })
}

function withUnit({ unit }: NumberPrompt, answer: number): string {
  return unit === undefined ? String(answer) : `${answer} ${unit}`
}

/** A number as JSON writes it. */
function read(text: string): number | undefined {
  return /^-?\d{1,400}(?:\.\d{1,400})?(?:e[-+]?\d{1,3})?$/i.test(text.trim()) ? Number(text) : undefined
}
