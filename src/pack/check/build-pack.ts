import { present } from '../../util/records.ts'
import { quotationsIn } from '../../questions/shared/reference.ts'
import type { TimeSpan } from '../../dates/spans.ts'
import { quotingTexts, references } from '../../questions/index.ts'
import type { Condition, Prompt, Reference } from '../../questions/shared/model.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Exercise, Pack, Translation } from '../model.ts'
import { patterns } from '../format.ts'
import { valueOf } from '../yaml/tree.ts'
import { conditionOf } from './condition-parser.ts'
import type { ExerciseOutline, Outline, PromptOutline } from './outline.ts'
import { renamesIn } from './renames.ts'

/** The keys of a valid manifest. */
type Manifest = Pick<Pack, 'id' | 'version' | 'title' | 'language'> &
  Partial<Pick<Pack, 'summary' | 'authors' | 'license' | 'source' | 'routes'>>

/** Builds the pack from an outline without errors. */
export function buildPack(outline: Outline, translations: Readonly<Record<string, Translation>>): Pack {
  const { manifest, exercises } = outline
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
    ...renamesIn(outline),
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
  const all = pack.exercises.flatMap((exercise) =>
    exercise.prompts.map((prompt) => ({ prompt, name: nameOf(exercise, prompt), sources: sourcesOf(prompt, exercise) }))
  )
  const privateNames = new Set(all.flatMap(({ prompt, name }) => (prompt.private ? [name] : [])))
  for (let size = -1; size !== privateNames.size;) {
    size = privateNames.size
    for (const { name, sources } of all) if (sources.some((source) => privateNames.has(source))) privateNames.add(name)
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

/** The names of the earlier prompts whose answers a prompt shows. */
function sourcesOf(prompt: Prompt, here: Exercise): string[] {
  const quoted = quotingTexts(prompt).flatMap(quotationsIn)
  const shown = [...quoted.flatMap(({ reference }) => reference ?? []), ...references(prompt)]
  return shown.map(
    ({ exercise = here.id, prompt: id, part }) => `${exercise}/${id}${part === 'follow_up' ? '.follow_up' : ''}`
  )
}
