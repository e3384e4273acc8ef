import { present } from '../../util/records.ts'
import { quotationsIn } from '../../questions/shared/reference.ts'
import type { TimeSpan } from '../../dates/spans.ts'
import { quotingTexts, references } from '../../questions/index.ts'
import type { Condition, Prompt, Reference } from '../../questions/shared/model.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Exercise, Pack, Route, Translation } from '../model.ts'
import { patterns } from '../format.ts'
import { valueOf } from '../yaml/tree.ts'
import { conditionOf } from './condition-parser.ts'
import type { ExerciseOutline, Outline, PromptOutline } from './outline.ts'

/** The keys of a valid manifest. */
interface Manifest {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly summary?: string
  readonly language: string
  readonly authors?: readonly string[]
  readonly license?: string
  readonly source?: { readonly title: string; readonly url?: string }
  readonly routes?: Readonly<Record<string, Route>>
  readonly renamed?: Readonly<Record<string, string>>
  readonly retired?: readonly string[]
}

/** Builds the pack from an outline without errors. */
export function buildPack({ manifest, exercises }: Outline, translations: Readonly<Record<string, Translation>>): Pack {
  const keys = valueOf(manifest.node) as Manifest
  const tags = Object.keys(translations)
  return withPrivacy({
    format: 1,
    id: keys.id,
    version: keys.version,
    title: onOneLine(keys.title),
    ...present({ summary: keys.summary && onOneLine(keys.summary) }),
    language: keys.language,
    authors: (keys.authors ?? []).map(onOneLine),
    ...present({ license: keys.license, source: keys.source }),
    exercises: exercises.map(buildExercise),
    routes: keys.routes ?? {},
    renamed: keys.renamed ?? {},
    retired: keys.retired ?? [],
    ...(tags.length === 0 ? {} : { translations, languages: [keys.language, ...tags] })
  })
}

interface ExerciseKeys extends Omit<Exercise, 'prompts' | 'revisit'> {
  readonly revisit?: { readonly exercise: string; readonly after: string }
}

function buildExercise({ part, prompts }: ExerciseOutline): Exercise {
  const keys = (part === undefined ? {} : valueOf(part.node)) as ExerciseKeys
  const { id, title, purpose, minutes, revisit, reading, discussion } = keys
  return {
    id,
    title: onOneLine(title),
    ...present({
      purpose: purpose && onOneLine(purpose),
      minutes,
      revisit: revisit && { exercise: revisit.exercise, after: timeSpanOf(revisit.after) },
      reading: reading?.trimEnd()
    }),
    prompts: prompts.flatMap(buildPrompt),
    ...present({ discussion: discussion?.trimEnd() })
  }
}

function timeSpanOf(text: string): TimeSpan {
  const [, count = '', unit = ''] = patterns.span.exec(text) ?? []
  return { count: Number(count), unit: unit === 'day' || unit === 'week' ? unit : 'month' }
}

/** A prompt and its follow-up: a text prompt with the condition that the prompt is answered, or answered so. */
function buildPrompt({ prompt, when, followUp }: PromptOutline): Prompt[] {
  if (prompt === undefined) return []
  const shown = when && conditionOf(when)
  const itself: Prompt = { ...prompt, ...(shown && { when: shown }) }
  if (followUp === undefined) return [itself]
  const of: Reference = { prompt: prompt.id }
  const answered: Condition =
    followUp.when === undefined
      ? { of, test: { answered: true } }
      : { of, test: { in: followUp.when.map(({ id }) => id) } }
  return [
    itself,
    {
      type: 'text',
      id: `${prompt.id}.follow_up`,
      ask: followUp.ask,
      ...present({ private: prompt.private }),
      when: shown === undefined ? answered : { all: [shown, answered] }
    }
  ]
}

/** Makes every prompt private that shows a private answer, directly or through another prompt. */
function withPrivacy(pack: Pack): Pack {
  const sources = new Map(
    pack.exercises.flatMap((exercise) =>
      exercise.prompts.map((prompt) => [nameOf(exercise, prompt), sourcesOf(prompt, exercise)])
    )
  )
  const privateNames = new Set(
    pack.exercises.flatMap((exercise) =>
      exercise.prompts.filter((prompt) => prompt.private).map((prompt) => nameOf(exercise, prompt))
    )
  )
  for (let size = -1; size !== privateNames.size;) {
    size = privateNames.size
    for (const [name, shown] of sources) if (shown.some((source) => privateNames.has(source))) privateNames.add(name)
  }
  const marked = (exercise: Exercise) => (prompt: Prompt) =>
    privateNames.has(nameOf(exercise, prompt)) ? { ...prompt, private: true as const } : prompt
  return {
    ...pack,
    exercises: pack.exercises.map((exercise) => ({ ...exercise, prompts: exercise.prompts.map(marked(exercise)) }))
  }
}

function nameOf(exercise: Exercise, { id }: Pick<Prompt, 'id'>): string {
  return `${exercise.id}/${id}`
}

function sourcesOf(prompt: Prompt, here: Exercise): string[] {
  return shownIn(prompt).map(
    ({ exercise = here.id, prompt: id, part }) => `${exercise}/${id}${part === 'follow_up' ? '.follow_up' : ''}`
  )
}

/** The earlier answers that a prompt shows. */
function shownIn(prompt: Prompt): Reference[] {
  const quoted = quotingTexts(prompt).flatMap(quotationsIn)
  return [...quoted.flatMap(({ reference }) => reference ?? []), ...references(prompt)]
}
