import { isRecord } from '../../util/records.ts'
import type { ZodRawShape, ZodType } from 'zod'
import { defaultType, questions } from '../../questions/index.ts'
import { byIdKey, formatKey, idKey, textsKey, wordsKey } from '../../questions/shared/keys.ts'
import type { PromptType } from '../../questions/shared/model.ts'
import type { Z } from '../../questions/shared/question.ts'
import { limits, patterns } from '../format.ts'

/** The schemas of a pack's files, for checks and for the JSON Schema that editors use. */
export interface Schemas {
  /** The manifest without its exercises, which are validated separately so that all errors are found. */
  readonly manifest: ZodType
  /** An exercise without its prompts. */
  readonly exercise: ZodType
  /** A translation of a pack's texts. */
  readonly translation: ZodType
  /** A prompt of one type. */
  readonly prompts: Readonly<Record<PromptType, ZodType>>
  /** The prompt types that have a key, by the key. */
  readonly owners: ReadonlyMap<string, readonly PromptType[]>
  /** Any file of a pack: a manifest, a single-file pack, or an exercise. */
  readonly file: ZodType
}

let made: Promise<Schemas> | undefined

/** The schemas. The first call loads zod. */
export function schemas(): Promise<Schemas> {
  made ??= import('zod').then(({ z }) => makeSchemas(z))
  return made
}

/** The JSON Schema (draft 2020-12) of a pack's files, for editors. */
export function packJsonSchema(): Promise<Record<string, unknown>> {
  return jsonSchema('file')
}

/** The JSON Schema of a translation file. */
export function translationJsonSchema(): Promise<Record<string, unknown>> {
  return jsonSchema('translation')
}

async function jsonSchema(of: 'file' | 'translation'): Promise<Record<string, unknown>> {
  const { z } = await import('zod')
  return singleTypes(z.toJSONSchema((await schemas())[of], { target: 'draft-2020-12', io: 'input' }))
}

/** Replaces lists of types by `anyOf`: strict validators reject them and some editors do not support them. */
function singleTypes(schema: object): Record<string, unknown> {
  const replaced: Record<string, unknown> = JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    if (!isRecord(value)) return value
    const { type, ...others } = value
    return Array.isArray(type) ? { ...others, anyOf: type.map((each: unknown) => ({ type: each })) } : value
  })
  return replaced
}

function makeSchemas(z: Z): Schemas {
  const prompts = Object.fromEntries(
    Object.values(questions).map((question) => [question.type, promptSchema(z, question.type, question.keys(z))])
  ) as Record<PromptType, ZodType>
  const anyPrompt = z.union(Object.values(prompts))
  const exerciseOf = (prompt: ZodType) => z.strictObject(exerciseKeys(z, prompt))
  const translation = translationSchema(z)
  const manifestOf = (exercise: ZodType, translated: ZodType = translation) =>
    z.strictObject(manifestKeys(z, exercise, translated))
  const exercise = exerciseOf(anyPrompt).meta({ id: 'exercise', title: 'An exercise' })
  const fileName = formatKey(z, patterns.fileName, 'bad-file-name')
  return {
    manifest: manifestOf(z.unknown(), z.unknown()),
    exercise: exerciseOf(z.unknown()),
    translation,
    prompts,
    owners: ownersOf(z),
    file: z.union([
      manifestOf(fileName).meta({ title: 'A pack: its manifest' }),
      manifestOf(exercise).meta({ title: 'A pack in one file' }),
      exercise
    ])
  }
}

function ownersOf(z: Z): ReadonlyMap<string, readonly PromptType[]> {
  const owners = new Map<string, readonly PromptType[]>()
  for (const { type, keys } of Object.values(questions))
    for (const key of Object.keys(keys(z))) owners.set(key, [...(owners.get(key) ?? []), type])
  return owners
}

const prose = (z: Z, description: string) => wordsKey(z).meta({ description })

function manifestKeys(z: Z, exercise: ZodType, translation: ZodType) {
  const exerciseId = idKey(z)
  return {
    format: z.literal(1).meta({ description: 'The version of this format: 1.' }),
    id: exerciseId.meta({
      description: "The pack's name in commands and entries: lower-case letters, digits and hyphens."
    }),
    version: formatKey(z, patterns.version, 'bad-version').meta({ description: 'Raised with every change: 1.0.0.' }),
    title: prose(z, 'What learners see.'),
    summary: prose(z, 'One or two sentences on what the pack is for.').optional(),
    language: z.string().meta({ description: 'The language that the pack is written in: en-GB.' }),
    authors: z.array(prose(z, 'A person or a body.')).optional().meta({ description: 'Who wrote it.' }),
    license: formatKey(z, patterns.license, 'bad-license')
      .optional()
      .meta({ description: 'An SPDX expression: CC-BY-4.0.' }),
    source: z
      .strictObject({ title: prose(z, 'Its title.'), url: formatKey(z, /^https:\/\//, 'bad-url').optional() })
      .optional()
      .meta({ description: 'What the pack was built from.' }),
    exercises: z.array(exercise).min(1).max(limits.exercises).meta({
      description: 'The files of the exercises, in the order in which they are offered; or the exercises themselves.'
    }),
    routes: z
      .record(
        exerciseId,
        z.strictObject({ title: prose(z, 'What learners see.'), exercises: z.array(exerciseId).min(1) })
      )
      .optional()
      .meta({ description: 'Shorter ways through the pack, by name.' }),
    renamed: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: 'Old names and new ones, so that earlier answers are found again.' }),
    retired: z.array(z.string()).optional().meta({ description: 'What is gone on purpose.' }),
    translations: z
      .record(z.string(), translation)
      .optional()
      .meta({ description: 'For a pack in one file: its texts in other languages, by their tags.' })
  }
}

function exerciseKeys(z: Z, prompt: ZodType) {
  const id = idKey(z)
  const after = formatKey(z, patterns.span, 'bad-span').meta({ description: '7 days, 2 weeks, 3 months.' })
  return {
    id: id.meta({ description: "The exercise's name within the pack: lower-case letters, digits and hyphens." }),
    title: prose(z, 'What learners see.'),
    purpose: prose(z, 'One sentence on what it is for.').optional(),
    minutes: z.int().min(1).max(600).optional().meta({ description: 'About how long it takes.' }),
    revisit: z
      .strictObject({ exercise: id.meta({ description: 'The exercise that it looks back on.' }), after })
      .optional()
      .meta({ description: 'Holds the exercise back until that long after the other was finished.' }),
    reading: prose(z, 'Markdown, shown first.').optional(),
    prompts: z.array(prompt).min(1).max(limits.prompts).meta({ description: 'The questions, in order.' }),
    discussion: prose(z, 'Markdown, shown only when every prompt is answered or skipped.').optional()
  }
}

function promptSchema(z: Z, type: PromptType, own: ZodRawShape): ZodType {
  const literal = z.literal(type)
  return z
    .strictObject({
      id: idKey(z).meta({ description: "The prompt's name within the exercise." }),
      type: (type === defaultType ? literal.optional() : literal).meta({
        description: `What is asked for${type === defaultType ? `; ${type} if it is left out` : ''}.`
      }),
      ask: prose(z, 'The question, as Markdown. Write it after "|", and it needs no quotes.'),
      title: prose(z, "A short heading for the journal; else the question's first sentence serves.").optional(),
      help: prose(z, 'Shown when the learner asks for help.').optional(),
      example: prose(z, 'An example answer, shown with the help.').optional(),
      private: z
        .boolean()
        .optional()
        .meta({ description: 'Kept out of whatever leaves the journal, unless the learner says otherwise.' }),
      when: conditionSchema(z).optional().meta({ description: CONDITION }),
      ...(questions[type].hasNoFollowUp ? {} : { follow_up: followUp(z).optional() }),
      ...own
    })
    .meta({ id: `prompt-${type}`, title: type })
}

function followUp(z: Z): ZodType {
  const ask = prose(z, 'The question.')
  const when = z.array(z.string()).min(1).meta({ description: 'The options after which it is asked.' })
  return z.union([ask, z.strictObject({ ask, when: when.optional() })]).meta({ description: 'A text asked after it.' })
}

/** Keys and ids are those of the pack. For a group of texts, the first one may be written alone. */
function translationSchema(z: Z): ZodType {
  const words = wordsKey(z)
  const prompt = textsKey(z, {
    ask: words,
    title: words,
    help: words,
    example: words,
    follow_up: words.meta({ description: 'The question that is asked afterwards.' }),
    ...Object.assign({}, ...Object.values(questions).map(({ textKeys }) => textKeys?.(z)))
  })
  const exercise = z
    .strictObject({
      title: words,
      purpose: words,
      reading: words,
      discussion: words,
      prompts: byIdKey(z, prompt, 'By the ids of the prompts.')
    })
    .partial()
  return z
    .strictObject({
      title: words,
      summary: words,
      routes: byIdKey(z, textsKey(z, { title: words }), 'The titles of the routes, by their names.'),
      exercises: byIdKey(z, exercise, 'By the ids of the exercises.')
    })
    .partial()
    .meta({ title: 'A translation of a pack' })
}

const CONDITION = 'When the prompt is asked: earlier prompts by name, each with what its answer must be.'

let condition: ZodType | undefined

/** One object, so that the JSON Schema contains it once. */
function conditionSchema(z: Z): ZodType {
  if (condition !== undefined) return condition
  const value = z.union([z.string(), z.number(), z.boolean()])
  const bounds = { gt: z.number(), gte: z.number(), lt: z.number(), lte: z.number() }
  const count = z.union([z.int().min(0), z.strictObject(bounds).partial()])
  const operators = z
    .strictObject({ is: value, in: z.array(value).min(1), has: z.string(), ...bounds, answered: z.boolean(), count })
    .partial()
  const test = z.union([operators, value, z.array(value).min(1)])
  const itself: ZodType = z.lazy(() => whole)
  const whole: ZodType = z
    .object({ all: z.array(itself).min(1), any: z.array(itself).min(1), not: itself })
    .partial()
    .catchall(test)
    .meta({ id: 'condition', description: CONDITION })
  condition = itself
  return itself
}
