import { isRecord, mapKeys, own, present } from '../util/records.ts'
import { carriedEntries, isSameLabel, partsNow, type Carried, type NewPart, type PartNow } from './shared/carrying.ts'
import { bare } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { byIdKey, idKey, textsKey, wordsKey } from './shared/keys.ts'
import { isSame } from '../text/folding.ts'
import { findLine, findLines, labelled, onOneLine, type Found } from '../text/lines.ts'
import { asciiDigits } from '../util/digits.ts'
import type {
  AnswerKind,
  AnswerOf,
  Checked,
  EntryWords,
  Fault,
  Form,
  Json,
  ScaleRating,
  ScalePrompt,
  Statement
} from './shared/model.ts'
import { MOST_OPTIONS, namesAt, namesForm, optionsWithIds } from './shared/options.ts'
import type { PromptSource, Step } from './shared/prompt-source.ts'
import type { Own, Question, Z } from './shared/question.ts'
import { typedValue, type TypedContext } from './shared/typed.ts'
import { readNumber } from './shared/typed-number.ts'

type Rating = number | null

/** A rating of the question itself, or of several statements, on one scale of whole numbers. */
export const scale: Question<'scale'> = {
  type: 'scale',
  keys: (z, isWritten = false) => {
    const statement = z.strictObject({
      id: idKey(z).describe('The id that is stored, and that conditions refer to.'),
      text: wordsKey(z).describe('What the learner rates.'),
      labels: z
        .record(z.string(), wordsKey(z))
        .optional()
        .describe('Of a rubric: what each number means for this statement.')
    })
    const from = z.int().describe('The lowest number. It is needed, unless there is a `scale`.')
    const to = z.int().describe('The highest number. It is needed, unless there is a `scale`.')
    const name = idKey(z).describe(
      'Instead of from, to and labels: the name of a scale under `scales` of the manifest.'
    )
    return {
      ...(isWritten ? { scale: name.optional(), from: from.optional(), to: to.optional() } : { from, to }),
      labels: z.record(z.string(), wordsKey(z)).optional().describe('Words for some or all of the numbers.'),
      statements: z
        .array(statement)
        .optional()
        .describe('Several things to rate. Without them, the question itself is rated.'),
      unsure: z.boolean().optional().describe('Whether the learner can say "not sure".')
    }
  },
  defined: { key: 'scale', list: 'scales', keys: ['from', 'to', 'labels'] },
  parse: (keys) => ({
    type: 'scale',
    from: Number(keys['from']),
    to: Number(keys['to']),
    labels: mapLabels((keys['labels'] as Record<string, string> | undefined) ?? {}, onOneLine),
    statements: ((keys['statements'] as Statement[] | undefined) ?? []).map((each) =>
      mapStatement({ id: each.id, text: each.text, ...present({ labels: each.labels }) }, (_, words) =>
        onOneLine(words)
      )
    ),
    unsure: keys['unsure'] === true
  }),
  ranges: [{ low: 'from', high: 'to', strict: true }],
  checkKeys: checkScaleKeys,
  textKeys: (z) => ({
    labels: byIdKey(z, wordsKey(z), 'By the numbers of the scale.'),
    statements: byIdKey(z, statementTexts(z), 'By the ids of the statements.')
  }),
  translated: (prompt, say) => ({
    ...prompt,
    labels: mapLabels(prompt.labels, (label, number) => say(['labels', number], label)),
    statements: prompt.statements.map((statement) =>
      mapStatement(statement, (name, words) => say(['statements', statement.id, ...name], words))
    )
  }),
  isMultiPart: true,
  check: (prompt, value) => (prompt.statements.length === 0 ? checkRating(prompt, value) : checkRatings(prompt, value)),
  typed: (prompt, text, context) =>
    typedValue(prompt.statements.length === 0 ? typedRating(prompt, text, context) : undefined),
  kind: (prompt) => (prompt.statements.length === 0 ? ratingKind(prompt) : { of: 'whole' }),
  parts: (prompt) => prompt.statements.map(({ id, text }) => ({ id, kind: ratingKind(prompt), label: () => text })),
  identityLists: ['statements'],
  offeredList: 'statements',
  identities: ({ statements }) => statements.map(({ id, text }) => ({ path: `statements.${id}`, label: text })),
  meanings: ({ labels, statements }) => [
    ...meaningsOf(labels, 'labels'),
    ...statements.flatMap((each) => meaningsOf(each.labels ?? {}, `statements.${each.id}.labels`))
  ],
  limits: ({ from, to, statements, unsure }) => [
    { key: 'from', value: from, kind: 'fixed' },
    { key: 'to', value: to, kind: 'fixed' },
    { key: 'statements', value: statements.length > 0, kind: 'fixed' },
    { key: 'unsure', value: unsure, kind: 'permission' }
  ],
  withIds: (prompt, newId) => ({ ...prompt, statements: optionsWithIds(prompt.statements, 'statements', newId) }),
  answerWithIds: (answer, newId) => (isRating(answer) ? answer : mapKeys(answer, (id) => newId('statements', id))),
  part: (prompt, answer, id, words) => {
    if (isRating(answer)) return undefined
    const rating = own(answer, id)
    return rating === undefined ? undefined : said(rowOf(prompt, id), rating, words)
  },
  offers: ({ statements }) =>
    statements.length === 0 ? undefined : statements.map(({ id, text }) => ({ id, label: text })),
  carry: carryScale,
  ratings: ratingsIn,
  lines: (prompt, answer, words) =>
    isRating(answer)
      ? [said(prompt, answer, words)]
      : rated(prompt, answer).map(({ id, text, rating }) => labelled(text, said(rowOf(prompt, id), rating, words))),
  shown: (prompt, answer, words) => inMarkdown(prompt, answer, words, FOR_READING),
  toMarkdown: (prompt, answer, words) => inMarkdown(prompt, answer, words, IN_FILE),
  fromMarkdown: (prompt, body, context) =>
    (prompt.statements.length === 0 ? readOne : readSeveral)(prompt, body, context),
  form: ({ from, to, labels, statements, unsure }) => ({
    from,
    to,
    ...(Object.keys(labels).length === 0 ? {} : { labels: { ...labels } }),
    ...(statements.length === 0
      ? {}
      : { statements: namesForm(statements.map(({ id, text }) => ({ id, label: text }))) }),
    ...present({ descriptors: descriptorsForm(statements) }),
    ...(unsure ? { unsure } : {})
  }),
  fromForm
}

/**
 * The scale of one statement: its numbers mean what the statement says that they mean, after the names that the scale gives them. A
 * statement of another prompt has the labels of the scale.
 */
export function rowOf(prompt: ScalePrompt, id: string): ScalePrompt {
  const { labels = {} } = prompt.statements.find((statement) => statement.id === id) ?? {}
  const descriptors = mapLabels(labels, (label, number) => {
    const level = own(prompt.labels, number)
    return level === undefined ? label : labelled(level, label)
  })
  return { ...prompt, statements: [], labels: { ...prompt.labels, ...descriptors } }
}

/** Whether the numbers mean something of their own for some statement: a rubric. */
export function hasDescriptors({ statements }: ScalePrompt): boolean {
  return statements.some(({ labels }) => labels !== undefined)
}

function ratingKind({ from, to }: ScalePrompt): AnswerKind {
  return { of: 'number', range: { min: from, max: to }, whole: true }
}

/** The statements that have a rating, in the prompt's order. */
function rated({ statements }: ScalePrompt, answer: Readonly<Record<string, Rating>>) {
  return statements.flatMap(({ id, text }) => {
    const rating = own(answer, id)
    return rating === undefined ? [] : [{ id, text, rating }]
  })
}

function ratingsIn(prompt: ScalePrompt, answer: AnswerOf['scale']): ScaleRating[] {
  const { from, to } = prompt
  if (isRating(answer)) return [{ value: answer, from, to }]
  return rated(prompt, answer).map(({ id, text, rating }) => ({ statement: { id, text }, value: rating, from, to }))
}

function carryScale(
  before: ScalePrompt,
  answer: AnswerOf['scale'],
  now: ScalePrompt,
  newPart: NewPart
): Carried<AnswerOf['scale']> {
  if (isRating(answer) !== (now.statements.length === 0)) return { lost: answer }
  if (isRating(answer)) return carryRating(before, answer, now)
  const statements = partsNow('statements', statementParts(before), statementParts(now), newPart)
  const parts = Object.entries(answer).flatMap(([id, rating]): [string, PartNow][] => {
    const part = statements.get(id)
    if (part === undefined) return []
    const { kept, lost } = carryRating(rowOf(before, id), rating, rowOf(now, part.id))
    return kept === undefined ? [] : [[id, { id: part.id, isSame: part.isSame && lost === undefined }]]
  })
  return carriedEntries(answer, new Map(parts))
}

/** A number means the same between the same ends, with the same words beside it and elsewhere on the scale. */
function carryRating(before: ScalePrompt, rating: Rating, now: ScalePrompt): Carried<Rating> {
  if (rating === null) return now.unsure ? { kept: rating } : { lost: rating }
  const labels = partsNow('labels', labelParts(before), labelParts(now), (path) => path)
  const isSameScale = before.from === now.from && before.to === now.to && labels.size === labelParts(before).length
  if (!isSameScale) return { lost: rating }
  const hasSameWords = isSameLabel(own(before.labels, String(rating)) ?? '', own(now.labels, String(rating)) ?? '')
  return hasSameWords ? { kept: rating } : { kept: rating, lost: rating }
}

function meaningsOf(labels: Readonly<Record<string, string>>, path: string) {
  return Object.entries(labels).map(([number, label]) => ({ path: `${path}.${number}`, label }))
}

function labelParts({ labels }: ScalePrompt) {
  return Object.entries(labels).map(([id, words]) => ({ id, words }))
}

function statementParts({ statements }: ScalePrompt) {
  return statements.map(({ id, text }) => ({ id, words: text }))
}

function checkScaleKeys({ from, to, statements }: ScalePrompt, source: PromptSource): void {
  const tooMuch = { most: MOST_OPTIONS, many: true }
  if (to - from >= MOST_OPTIONS) source.report('too-much', source.value('to'), tooMuch)
  else if (from < to) {
    const labels = [['labels'], ...statements.map((_, index) => ['statements', index, 'labels'])]
    for (const path of labels) checkLabels(from, to, path, source)
    checkDescriptors(from, to, statements, source)
  }
  if (statements.length > MOST_OPTIONS) source.report('too-much', source.key('statements'), tooMuch)
}

function checkLabels(from: number, to: number, path: readonly Step[], source: PromptSource): void {
  for (const { key, span } of source.keys(...path)) {
    const number = Number(key)
    if (!/^-?\d+$/.test(key) || number < from || number > to)
      source.report('label-off-scale', span, { label: key, from, to })
  }
}

/**
 * In a rubric, every statement describes the ends of the scale, and each number that another one describes. Where a label is not on the
 * scale, that is the error.
 */
function checkDescriptors(from: number, to: number, statements: readonly Statement[], source: PromptSource): void {
  const described = new Set(statements.flatMap(({ labels = {} }) => Object.keys(labels).map(Number)))
  if (described.size === 0) return
  const isOnScale = (number: number) => Number.isInteger(number) && number >= from && number <= to
  const needed = [...described.add(from).add(to)].filter(isOnScale)
  for (const [index, { labels = {} }] of statements.entries()) {
    const missing = needed.filter((number) => !Object.hasOwn(labels, String(number)))
    if (missing.length > 0 && Object.keys(labels).every((number) => isOnScale(Number(number))))
      source.report('missing-level', source.key('statements', index, 'labels'), {
        levels: missing.toSorted((a, b) => a - b).map(String)
      })
  }
}

function checkRating(prompt: ScalePrompt, value: unknown): Checked<Rating> {
  const faults = ratingFaults(prompt, value)
  return faults.length === 0 && isRating(value) ? checked(value, []) : { ok: false, faults }
}

function checkRatings(prompt: ScalePrompt, value: unknown): Checked<Readonly<Record<string, Rating>>> {
  if (!isRecord(value)) return refused('not-ratings')
  const known = prompt.statements.map(({ id }) => id)
  const isKnown = new Set(known)
  const faults: Fault[] = Object.keys(value)
    .filter((id) => !isKnown.has(id))
    .map((what) => ({ code: 'unknown-statement', what, known }))
  if (faults.length === 0 && Object.keys(value).length === 0) return refused('empty')
  for (const rating of Object.values(value)) faults.push(...ratingFaults(prompt, rating))
  if (faults.length > 0) return { ok: false, faults }
  const missing = prompt.statements
    .filter(({ id }) => !Object.hasOwn(value, id))
    .map(({ text }): Fault => ({ code: 'missing', what: text }))
  const given = prompt.statements.flatMap(({ id }): [string, Rating][] => {
    const rating = own(value, id)
    return isRating(rating) ? [[id, rating]] : []
  })
  return checked(Object.fromEntries(given), missing)
}

function isRating(value: unknown): value is Rating {
  return value === null || typeof value === 'number'
}

function ratingFaults({ from, to, unsure }: ScalePrompt, value: unknown): Fault[] {
  if (value === null && unsure) return []
  if (typeof value !== 'number' || !Number.isInteger(value)) return [{ code: 'not-a-rating' }]
  if (value < from) return [{ code: 'too-small', is: value, limit: from }]
  return value > to ? [{ code: 'too-large', is: value, limit: to }] : []
}

function fromForm(form: Form): Own<'scale'> | undefined {
  const { from, to, labels = {}, descriptors = {}, unsure } = form
  const statements = namesAt(form, 'statements')
  if (typeof from !== 'number' || typeof to !== 'number' || !areLabels(labels) || statements === undefined)
    return undefined
  if (!areDescriptors(descriptors)) return undefined
  return {
    type: 'scale',
    from,
    to,
    labels,
    statements: statements.map(({ id, label }) => ({ id, text: label, ...present({ labels: own(descriptors, id) }) })),
    unsure: unsure === true
  }
}

function areLabels(json: Json): json is Record<string, string> {
  return isRecord(json) && Object.values(json).every((label) => typeof label === 'string')
}

function areDescriptors(json: Json): json is Record<string, Record<string, string>> {
  return isRecord(json) && Object.values(json).every(areLabels)
}

/** What the numbers mean for each statement that says so, by its id; undefined if none does. */
function descriptorsForm(statements: readonly Statement[]): Json | undefined {
  const described = statements.flatMap(({ id, labels }) => (labels === undefined ? [] : [[id, { ...labels }] as const]))
  return described.length === 0 ? undefined : Object.fromEntries(described)
}

/** The texts of a statement in a translation: a mapping, or only its text. */
function statementTexts(z: Z) {
  const words = wordsKey(z)
  return textsKey(z, { text: words, labels: byIdKey(z, words, 'By the numbers of the scale.') })
}

/** A statement with other texts, first its own; `name` is that of a text in a translation. */
function mapStatement(
  { id, text, labels }: Statement,
  map: (name: readonly string[], words: string) => string
): Statement {
  const mapped = map(['text'], text)
  return {
    id,
    text: mapped,
    ...present({ labels: labels && mapLabels(labels, (label, number) => map(['labels', number], label)) })
  }
}

function mapLabels(labels: Readonly<Record<string, string>>, map: (label: string, number: string) => string) {
  return Object.fromEntries(Object.entries(labels).map(([number, label]) => [number, map(label, number)]))
}

/** How a rating is joined to its label, and a statement to its rating. */
interface Joints {
  readonly label: string
  readonly statement: (text: string, rating: string) => string
}

/** `**4** of 5 — Fairly sure`: a contract of journals. */
const IN_FILE: Joints = { label: ' — ', statement: (text, rating) => `${text}: ${rating}` }
/** `4 of 5, Fairly sure`: many screen readers are silent at a dash, and pause at a comma. */
const FOR_READING: Joints = { label: ', ', statement: labelled }

/** The rating in bold with its label, or `*Not sure.*`; one line per statement. */
function inMarkdown(
  prompt: ScalePrompt,
  answer: Rating | Readonly<Record<string, Rating>>,
  words: EntryWords,
  joints: Joints
): string {
  const line = (row: ScalePrompt, rating: Rating) => {
    if (rating === null) return `*${words.notSure}*`
    return `**${rating}** ${words.of} ${prompt.to}${labelAfter(row, rating, joints)}`
  }
  if (isRating(answer)) return line(prompt, answer)
  return rated(prompt, answer)
    .map(({ id, text, rating }) => `- ${joints.statement(text, line(rowOf(prompt, id), rating))}`)
    .join('\n')
}

/** `4 of 5, Fairly sure`, or `Not sure`. */
function said(prompt: ScalePrompt, rating: Rating, words: EntryWords): string {
  return rating === null
    ? words.notSure.replace(/\.$/, '')
    : `${rating} ${words.of} ${prompt.to}${labelAfter(prompt, rating, FOR_READING)}`
}

function labelAfter({ labels }: ScalePrompt, rating: number, joints: Joints): string {
  const label = own(labels, String(rating))
  return label === undefined ? '' : joints.label + label
}

function readOne(prompt: ScalePrompt, body: string, context: TypedContext): Found<unknown> | undefined {
  return (
    findLine(body, (text) => readRating(text, context)) ??
    findLine(body, (text) => typedRating(prompt, bare(text), context))
  )
}

function readSeveral(prompt: ScalePrompt, body: string, context: TypedContext): Found<unknown> | undefined {
  const longestFirst = prompt.statements
    .toSorted((a, b) => b.text.length - a.text.length)
    .map(({ id, text }) => ({ id, start: `${text.trim()}:`, row: rowOf(prompt, id) }))
  const lines = findLines(body, (line) => {
    const words = line.replace(/^[-*+]\s+/, '')
    for (const { id, start, row } of longestFirst) {
      const text = words.startsWith(start) ? words.slice(start.length).trim() : ''
      const rating = readRating(text, context) ?? typedRating(row, bare(text), context)
      if (rating !== undefined) return [id, rating] as const
    }
    return undefined
  })
  if (lines === undefined || new Set(lines.found.map(([id]) => id)).size < lines.found.length) return undefined
  return { ...lines, found: Object.fromEntries(lines.found) }
}

/** A rating as this program writes it. Only the number counts: scale and label are there to be read. */
function readRating(text: string, { languages }: TypedContext): Rating | undefined {
  const [, plain] = /^[*_]([^*_].*)[*_]$/s.exec(text) ?? []
  if (plain !== undefined) return languages.some(({ notSure }) => notSure === plain) ? null : undefined
  const [whole = '', number] = /^(?:\*\*|__)(-?\d{1,15})(?:\*\*|__)\s+/.exec(text) ?? []
  if (number === undefined) return undefined
  const rest = text.slice(whole.length)
  return languages.some(({ of }) => rest.startsWith(`${of} `)) ? Number(number) : undefined
}

/** A rating as people write it: `4`, `4 of 5, Fairly sure`, `4/5 – fairly`, a label of the scale, `not sure`, and `?` where it is typed. */
function typedRating(
  { labels }: ScalePrompt,
  text: string,
  { language, languages, today }: TypedContext
): Rating | undefined {
  const words = text.trim()
  if (words === '?' && today !== undefined) return null
  if (languages.some(({ notSure }) => isSame(notSure.replace(/\.$/, ''), words.replace(/\.$/, '')))) return null
  const [, number, of = '/'] =
    /^(?:\*\*)?([-−]?\d{1,15})(?:\*\*)?(?:\s*(\/|\s\S+\s)\s*-?\d{1,15}(?:,\s.*)?)?(?:\s+[—–-]\s.*)?$/s.exec(
      asciiDigits(words)
    ) ?? []
  if (number !== undefined && (of === '/' || languages.some((each) => each.of === of.trim())))
    return Number(number.replace('−', '-'))
  // The name of a level, or its descriptor, is enough.
  const isNamed = (label: string) => [label, ...label.split(': ')].some((each) => isSame(each, words))
  const named = words === '' ? [] : Object.entries(labels).filter(([, label]) => isNamed(label))
  if (named.length === 1) return Number(named[0]?.[0])
  const typed = readNumber(words, { language })
  return typed.kind === 'number' ? typed.value : undefined
}
