import { nameIn } from '../../questions/index.ts'
import type { Condition, Prompt, Source, Test, Wording } from '../../questions/shared/model.ts'
import { isDerived, referencesOf } from '../../questions/shared/reference.ts'
import { promptAt, sourceOf, subjectOf, type TextContext } from './names.ts'

/** Says in a line above it when one of several wordings of a text is shown; `isRest` if it is shown in place of others. */
export function shownWhen({ when, rotate, random }: Wording, isRest: boolean, around: TextContext): string {
  const { shownIf, shownUnless, otherwiseShown, takesTurns, isDrawn } = around.words.packPage
  const turn = random === true ? isDrawn : rotate === true ? takesTurns : undefined
  if (when === undefined) return turn ?? (isRest ? otherwiseShown : '')
  const said = 'not' in when ? shownUnless(inWords(when.not, around)) : shownIf(inWords(when, around))
  return turn === undefined ? said : `${turn} ${said}`
}

/** Says in a sentence when a prompt is asked. */
export function whenInWords(condition: Condition, around: TextContext): string {
  const { when, unless } = around.words.packPage
  return 'not' in condition ? unless(inWords(condition.not, around)) : when(inWords(condition, around))
}

function inWords(condition: Condition, around: TextContext, isInner = false): string {
  const { all, any, not, inBrackets } = around.words.packPage
  if ('not' in condition) return not(inWords(condition.not, around, true))
  if ('under' in condition) return around.words.packPage.shorter(subjectOf(condition.of, around), condition.under)
  if (!('all' in condition) && !('any' in condition)) return testInWords(condition.of, condition.test, around)
  const parts = 'all' in condition ? condition.all : condition.any
  const [only] = parts
  if (only !== undefined && parts.length === 1) return inWords(only, around, isInner)
  const said = ('all' in condition ? all : any)(parts.map((part) => inWords(part, around, true)))
  return isInner ? inBrackets(said) : said
}

function testInWords(of: Source, test: Test, around: TextContext): string {
  const said = around.words.packPage
  const [first] = referencesOf(of)
  const prompt = first && promptAt(first, around)
  const called = (value: string | number | boolean) =>
    typeof value === 'number' ? String(value) : said.value(labelOf(value, prompt, around))
  const source = subjectOf(of, around)
  if ('answered' in test) {
    const question = isDerived(of) ? source : sourceOf(of, around)
    return test.answered ? said.answered(question) : said.unanswered(question)
  }
  if ('is' in test) return said.is(source, called(test.is))
  if ('in' in test) return said.isOneOf(source, test.in.map(called))
  if ('has' in test) return said.has(source, called(test.has))
  if ('count' in test) return said.counts(source, countInWords(test.count, around))
  if ('gt' in test) return said.above(source, test.gt)
  if ('gte' in test) return said.atLeast(source, test.gte)
  return 'lt' in test ? said.below(source, test.lt) : said.atMost(source, test.lte)
}

function countInWords(
  count: Extract<Test, { count: unknown }>['count'],
  { words: { packPage: said } }: TextContext
): string {
  if (typeof count === 'number') return said.exactly(count)
  const { gt, gte, lt, lte } = count
  return said.all([
    ...(gt === undefined ? [] : [said.moreThan(gt)]),
    ...(gte === undefined ? [] : [said.least(gte)]),
    ...(lt === undefined ? [] : [said.fewerThan(lt)]),
    ...(lte === undefined ? [] : [said.most(lte)])
  ])
}

/** The label of a value that a condition names by its id. */
function labelOf(value: string | number | boolean, prompt: Prompt | undefined, { words }: TextContext): string {
  if (typeof value === 'boolean') return value ? words.entry.yes : words.entry.no
  if (value === 'other') return words.packPage.other
  return prompt === undefined ? String(value) : nameIn(prompt, String(value), words.entry)
}
