import { utcDate } from '../../dates/calendar.ts'
import { attachedKeys, type AttachedKey } from '../../questions/shared/attached.ts'
import { memoize, once } from '../../util/memoize.ts'
import { isRecord } from '../../util/records.ts'
import { z, type ZodRawShape, type ZodType } from 'zod'
import { defaultType, isAttachable, isPromptType, questions } from '../../questions/index.ts'
import { byIdKey, formatKey, idKey, stepKey, textsKey, wordsKey } from '../../questions/shared/keys.ts'
import type { PromptType } from '../../questions/shared/model.ts'
import { MOST_OPTIONS, optionsKey, optionTexts } from '../../questions/shared/options.ts'
import { REFERENCE } from '../../questions/shared/reference.ts'
import { FORMATS, limits, patterns } from '../format.ts'

/* The schemas of a pack's files, for checks and for the JSON Schema that editors use. */

const id = idKey(z)
const words = wordsKey(z)
const prose = (description: string) => words.meta({ description })

const CONDITION = 'When the prompt is asked: earlier prompts by name, each with what its answer must be.'

/** One object, so that the JSON Schema contains it once. */
const condition: ZodType = z.lazy(() => wholeCondition)
const value = z.union([z.string(), z.number(), z.boolean()])
const bounds = { gt: z.number(), gte: z.number(), lt: z.number(), lte: z.number() }
const count = z.union([z.int().min(0), z.strictObject(bounds).partial()])
const operators = z
  .strictObject({ is: value, in: z.array(value).min(1), has: z.string(), ...bounds, answered: z.boolean(), count })
  .partial()
const wholeCondition: ZodType = z
  .object({ all: z.array(condition).min(1), any: z.array(condition).min(1), not: condition })
  .partial()
  .catchall(z.union([operators, value, z.array(value).min(1)]))
  .meta({ id: 'condition', description: CONDITION })

const tutorNotes = prose(
  'Markdown for tutors, on the page of the pack (`reflect pack preview --html`). Learners never see it.'
)

const outcomes = z.union([id, z.array(id)])

/** A text, or its wordings. */
function worded(description: string, own: ZodRawShape = {}) {
  const wording = z.strictObject({
    when: condition
      .optional()
      .meta({ description: 'When this wording is shown. The first wording whose condition is true is shown.' }),
    text: prose('What is shown.'),
    rotate: z.boolean().optional().meta({
      description: 'Whether it takes turns with the other wordings that have `rotate` and whose condition is true.'
    }),
    random: z.boolean().optional().meta({
      description:
        'Whether it is drawn from the wordings that have `random` and whose condition is true, once for each entry.'
    }),
    ...own
  })
  return z.union([words, z.array(wording).min(1).max(limits.wordings)]).meta({ description })
}

const ask = worded('The question.')
const when = z
  .union([z.array(z.string()).min(1), z.union([operators, condition])])
  .meta({ description: 'After which answers it is asked: options, a comparison, or a whole condition.' })
const reference = formatKey(z, REFERENCE, 'bad-reference')
const about = z
  .union([reference, z.array(reference).min(1)])
  .meta({ description: 'Earlier prompts about the same people or events: this prompt is private if one of them is.' })
const isPrivate = z
  .boolean()
  .meta({ description: 'Whether the answer is left out of exports, unless the learner decides otherwise.' })
const privacy = { private: isPrivate.optional(), about: about.optional() }
const followUp = z
  .union([ask, z.strictObject({ ask, when: when.optional(), ...privacy })])
  .meta({ description: 'A question that is asked after this one and answered in writing.' })

const under = z
  .union([z.int().min(1).max(limits.under), formatKey(z, patterns.words, 'bad-length')])
  .meta({ description: 'It is asked if the answer has fewer words than this, such as 15 words.' })
const more = z.strictObject({ under, ask, ...privacy }).meta({ description: 'One more question after a short answer.' })
const attached: Readonly<Record<AttachedKey, ZodType>> = { more, follow_up: followUp }

/** The keys of a prompt that attach another question to it. */
function attachable(type: PromptType): ZodRawShape {
  const keys = attachedKeys.filter((key) => isAttachable(key, { type }))
  return Object.fromEntries(keys.map((key) => [key, attached[key].optional()]))
}

/** The key for what a text begins with. */
function startable(type: PromptType): ZodRawShape {
  const start = worded('The words that the learner\u2019s text begins with; `…` at their end is left out.')
  return questions[type].canStart === true ? { start_with: start.optional() } : {}
}

/** What the manifest defines once, for prompts to name. */
const definitions = {
  option_lists: z
    .record(id, optionsKey(z))
    .optional()
    .meta({ description: 'Lists of options by name, for prompts that have the same options.' }),
  ...Object.fromEntries(
    Object.values(questions).flatMap(({ keys, type, defined }) =>
      defined === undefined
        ? []
        : [
            [
              defined.list,
              z
                .record(id, z.strictObject(pick(keys(z), defined.keys)))
                .optional()
                .meta({ description: `What prompts of type ${type} have in common, by name.` })
            ]
          ]
    )
  )
}

/** Those of these keys that a shape has. */
function pick(shape: ZodRawShape, keys: readonly string[]): ZodRawShape {
  return Object.fromEntries(Object.entries(shape).filter(([key]) => keys.includes(key)))
}
const routeSchema = z.strictObject({
  title: prose('What learners see.'),
  exercises: z
    .array(stepKey(z))
    .min(1)
    .meta({ description: 'In order. In format 2, pack/exercise is an exercise of another pack.' }),
  self_check: z
    .boolean()
    .optional()
    .meta({ description: 'Whether learners are asked at the end of the route to look at what they wrote.' })
})

const classSchema = z.strictObject({
  name: prose('The name of the class, such as "Autumn 2027, group B".').optional(),
  start: z
    .string()
    .refine((day) => utcDate(day) !== undefined, 'bad-date')
    .optional()
    .meta({
      description: 'The first day, such as 2027-01-11, from which the days of the sections count.'
    }),
  language: z.string().optional().meta({ description: 'The language that learners are offered to set, such as cy.' }),
  rhythm: formatKey(z, patterns.span, 'bad-span').optional().meta({
    description: 'How long after it was finished every exercise is offered again, such as 1 week.'
  }),
  bundled: z.literal('hide').optional().meta({
    description: '`hide`: the packs that come with reflect are not listed, as long as they are not used.'
  })
})

const sectionSchema = z.strictObject({
  title: prose('What learners see, such as "Week 1: Beginnings".'),
  opens: formatKey(z, patterns.offset, 'bad-span').optional().meta({
    description: 'How long after the start day it opens, such as 0 days or 1 week. It is shown, never enforced.'
  }),
  due: formatKey(z, patterns.span, 'bad-span').optional().meta({
    description: 'How long after the start day it ends, such as 1 week: its last day is the day before.'
  }),
  exercises: z.array(id).min(1).meta({ description: 'Its exercises, in order.' })
})

/** A manifest's keys. */
function manifestOf(exercise: ZodType, translated: ZodType) {
  return z.strictObject({
    format: z
      .literal(FORMATS)
      .meta({ description: 'The version of this format: 1, or 2 if the pack uses something that needs it.' }),
    id: id.meta({
      description: "The pack's name in commands and entries: lower-case letters, digits and hyphens."
    }),
    version: formatKey(z, patterns.version, 'bad-version').meta({
      description: 'The version of the pack, such as 1.0.0. Raise it with every change.'
    }),
    title: prose('What learners see.'),
    summary: prose('One or two sentences on what the pack is for.').optional(),
    tutor_notes: tutorNotes.optional(),
    language: z.string().meta({ description: 'The language that the pack is written in, such as en-GB.' }),
    authors: z.array(prose('A person or an organisation.')).optional().meta({ description: 'Who wrote it.' }),
    license: formatKey(z, patterns.license, 'bad-license')
      .optional()
      .meta({ description: 'The licence, as an SPDX expression, such as CC-BY-4.0.' }),
    source: z
      .strictObject({ title: prose('Its title.'), url: formatKey(z, /^https:\/\//, 'bad-url').optional() })
      .optional()
      .meta({ description: 'What the pack is based on.' }),
    exercises: z.array(exercise).min(1).max(limits.exercises).meta({
      description: 'The files of the exercises, in the order in which they are offered; or the exercises themselves.'
    }),
    routes: z
      .record(id, routeSchema)
      .optional()
      .meta({ description: 'Shorter routes through the pack, or routes through several packs, by name.' }),
    ...definitions,
    class: classSchema.optional().meta({
      description:
        'For a class: what learners are offered to set when they add the pack, and the day on which it starts.'
    }),
    sections: z.record(id, sectionSchema).optional().meta({
      description: 'Weeks or other parts, in order. An exercise can be in one of them; the others come last.'
    }),
    outcomes: z.record(id, words).optional().meta({
      description: 'Learning outcomes or competences by id, for exercises and prompts to name.'
    }),
    glossary: z.record(z.string(), words).optional().meta({
      description:
        'Terms, each with its meaning: Markdown on one line, shown in the help of questions that have the term.'
    }),
    renamed: z.record(z.string(), z.string()).optional().meta({
      description:
        'Old names of exercises, prompts and their parts, each with its new name, so that earlier answers are still found.'
    }),
    retired: z
      .array(z.string())
      .optional()
      .meta({ description: 'Exercises, prompts and parts that were removed on purpose.' }),
    translations: z
      .record(z.string(), translated)
      .optional()
      .meta({ description: 'For a one-file pack: its texts in other languages, by language tag.' })
  })
}

const block = z.strictObject({
  when: condition.optional().meta({ description: 'When it is shown.' }),
  text: prose('What is shown.')
})
const discussion = z.union([words, z.array(block).min(1).max(limits.blocks)]).meta({
  description:
    'Markdown, shown when every prompt has been answered or skipped. A list may have blocks with conditions; all blocks whose condition is true are shown.'
})

function exerciseOf(prompt: ZodType) {
  const after = formatKey(z, patterns.span, 'bad-span').meta({
    description: 'A length of time, such as 7 days, 2 weeks or 3 months.'
  })
  return z.strictObject({
    id: id.meta({ description: "The exercise's name within the pack: lower-case letters, digits and hyphens." }),
    title: prose('What learners see.'),
    purpose: prose('One sentence on what it is for.').optional(),
    tutor_notes: tutorNotes.optional(),
    minutes: z.int().min(1).max(600).optional().meta({ description: 'About how long it takes.' }),
    revisit: z
      .strictObject({
        exercise: id.meta({
          description: 'The exercise that this one looks back on; in format 2, it can be this exercise itself.'
        }),
        after
      })
      .optional()
      .meta({
        description:
          'When the exercise is offered: this long after the other one was finished. If it names itself, it is due again then.'
      }),
    outcomes: outcomes.optional().meta({
      description: 'What the exercise is evidence of: outcomes of the manifest. The default for its prompts.'
    }),
    private: z
      .boolean()
      .optional()
      .meta({ description: 'The default for every prompt that does not set `private` itself.' }),
    reading: worded('Markdown, shown first.').optional(),
    prompts: z.array(prompt).min(1).max(limits.prompts).meta({ description: 'The questions, in order.' }),
    discussion: discussion.optional(),
    after_discussion: z
      .array(prompt)
      .min(1)
      .max(limits.prompts)
      .optional()
      .meta({ description: 'Prompts that are asked after the discussion.' }),
    ask_later: z.boolean().optional().meta({
      description: '`true`: at the end, learners can leave themselves a question for the day when they come back.'
    })
  })
}

const core = z.boolean().meta({ description: 'Whether it is asked even if the learner has little time.' })
const open = z
  .boolean()
  .optional()
  .meta({ description: 'Whether it is shown with the question, and not only when the learner asks for it.' })

const TYPE = 'The type of prompt'

/** The keys of prompts of every type. */
function commonKeys(type: ZodType) {
  return {
    id: id.meta({ description: "The prompt's name within the exercise." }),
    type,
    ask: worded('The question, as Markdown. If you write it after "|", it needs no quotes.'),
    title: prose("A short heading for the journal. By default, it is the question's first sentence.").optional(),
    help: worded('Shown when the learner asks for help.').optional(),
    example: worded('An example answer, shown with the help.', { open }).optional(),
    ...privacy,
    when: condition.optional().meta({ description: CONDITION }),
    core: core.optional(),
    outcomes: outcomes.optional().meta({
      description: 'What the answer is evidence of, in place of the outcomes of the exercise.'
    }),
    tutor_notes: tutorNotes.optional()
  }
}

function promptSchema(type: PromptType, own: ZodRawShape): ZodType {
  const literal = z.literal(type)
  const typeKey =
    type === defaultType ? literal.optional().describe(`${TYPE}; by default, ${type}.`) : literal.describe(`${TYPE}.`)
  return z
    .strictObject({ ...commonKeys(typeKey), ...startable(type), ...attachable(type), ...own })
    .meta({ id: `prompt-${type}`, title: type })
}

/** A prompt that lets learners choose one of several: a choice and these prompts, once it is expanded. */
function oneOfSchema(prompt: ZodType): ZodType {
  return z.strictObject({
    ...commonKeys(z.literal('one-of').describe(`${TYPE}.`)),
    prompts: z.array(prompt).min(2).max(MOST_OPTIONS).meta({
      description: 'The prompts to choose from. Each has a title, which is what learners see to choose it.'
    })
  })
}

/** The translation of a text, or of each of its wordings in their order. */
function inTranslation(description: string) {
  return z.union([words, z.array(words).min(1).max(limits.blocks)]).meta({ description })
}

/** Keys and ids are those of the pack. For a group of texts, the first one may be written alone. */
function translationSchema(): ZodType {
  const prompt = textsKey(z, {
    ask: inTranslation('As in the pack: one text, or a text for each wording.'),
    title: words,
    help: inTranslation('The same.'),
    example: inTranslation('The same.'),
    start_with: inTranslation('The same.'),
    ...Object.fromEntries(attachedKeys.map((key) => [key, inTranslation('The question that is asked afterwards.')])),
    ...Object.assign({}, ...Object.values(questions).map(({ textKeys }) => textKeys?.(z)))
  })
  const exercise = z
    .strictObject({
      title: words,
      purpose: words,
      reading: inTranslation('One text, or a text for each wording.'),
      discussion: inTranslation('One text, or a text for each block.'),
      prompts: byIdKey(z, prompt, 'By the ids of the prompts.')
    })
    .partial()
  const defined = Object.values(questions).flatMap(({ textKeys, defined: own }) =>
    own === undefined
      ? []
      : [[own.list, byIdKey(z, z.strictObject(pick(textKeys?.(z) ?? {}, own.keys)).partial(), 'By their names.')]]
  )
  return z
    .strictObject({
      title: words,
      summary: words,
      option_lists: byIdKey(z, optionTexts(z), 'By the names of the lists.'),
      ...Object.fromEntries(defined),
      routes: byIdKey(z, textsKey(z, { title: words }), 'The titles of the routes, by their names.'),
      class: textsKey(z, { name: words }).meta({ description: 'The name of the class.' }),
      sections: byIdKey(z, textsKey(z, { title: words }), 'The titles of the sections, by their names.'),
      outcomes: byIdKey(z, words, 'The outcomes, by their ids.'),
      glossary: byIdKey(
        z,
        textsKey(z, { meaning: words, term: words }),
        'By the terms of the pack: the meaning, and the term in this language.'
      ),
      exercises: byIdKey(z, exercise, 'By the ids of the exercises.')
    })
    .partial()
    .meta({ title: 'A translation of a pack' })
}

/** The prompt types that have a key, by the key. */
function keyOwners(): ReadonlyMap<string, readonly PromptType[]> {
  const owners = new Map<string, readonly PromptType[]>()
  for (const { type, keys } of Object.values(questions))
    for (const key of [
      ...Object.keys(keys(z, true)),
      ...Object.keys(startable(type)),
      ...attachedKeys.filter((each) => isAttachable(each, { type }))
    ])
      owners.set(key, [...(owners.get(key) ?? []), type])
  return owners
}

/** The schema of each prompt type; `isWritten`: as authors may write it, with names of definitions. */
const promptOf = (type: PromptType, isWritten: boolean) => promptSchema(type, questions[type].keys(z, isWritten))

/**
 * The schemas of a pack's parts. A manifest's exercises and an exercise's prompts are validated separately. Each schema is made when it is
 * first used, because all of them together take as long as reading a hundred prompts.
 */
export const schemas = {
  // An exercise is a file's name or a mapping, which is validated on its own.
  manifest: once(() => manifestOf(z.union([z.string(), z.looseObject({})]), z.unknown())),
  exercise: once(() => exerciseOf(z.unknown())),
  prompt: memoize((type): ZodType => promptOf(isPromptType(type) ? type : defaultType, false)),
  // Its prompts are validated on their own.
  oneOf: once(() => oneOfSchema(z.looseObject({ id, title: words }))),
  owners: once(keyOwners),
  translation: once(translationSchema)
}

/** Any file of a pack: a manifest, a single-file pack, or an exercise. */
function fileSchema(): ZodType {
  const translation = schemas.translation()
  const types = Object.values(questions).map(({ type }) => promptOf(type, true))
  // A `one-of` holds any other prompt.
  const prompt: ZodType = z.lazy(() => wholePrompt)
  const wholePrompt = z.union([...types, oneOfSchema(prompt).meta({ id: 'prompt-one-of', title: 'one-of' })])
  const exercise = exerciseOf(prompt).meta({ id: 'exercise', title: 'An exercise' })
  return z.union([
    manifestOf(formatKey(z, patterns.fileName, 'bad-file-name'), translation).meta({ title: 'A pack: its manifest' }),
    manifestOf(exercise, translation).meta({ title: 'A pack in one file' }),
    exercise
  ])
}

/** The JSON Schema (draft 2020-12) of any file of a pack or of a translation, for editors. */
export function jsonSchema(of: 'file' | 'translation'): Record<string, unknown> {
  const written = of === 'file' ? fileSchema() : schemas.translation()
  const schema = z.toJSONSchema(written, { target: 'draft-2020-12', io: 'input' })
  const replaced: Record<string, unknown> = JSON.parse(JSON.stringify(schema), (_, each: unknown) =>
    isRecord(each) ? forEditors(each) : each
  )
  return replaced
}

/**
 * A schema without what some editors do not support: lists of types, which strict validators reject too, and names of properties
 * that are any text, which make them underline the number 1 as a key.
 */
function forEditors(schema: Record<string, unknown>): Record<string, unknown> {
  const pairs = Object.entries(schema).flatMap(([key, written]) => {
    if (key === 'type' && Array.isArray(written))
      return [['anyOf', written.map((type: unknown) => ({ type }))] as const]
    const isAnyName = key === 'propertyNames' && isRecord(written) && Object.keys(written).join() === 'type'
    return isAnyName ? [] : [[key, written] as const]
  })
  return Object.fromEntries(pairs)
}
