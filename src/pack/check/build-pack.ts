import type { TimeSpan } from '../../dates/spans.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Condition, Prompt, Reference } from '../../questions/shared/model.ts'
import { conditionOf } from './condition-parser.ts'
import type { Exercise, Pack, Route, Translation } from '../model.ts'
import type { ExerciseOutline, Outline, PromptOutline } from './outline.ts'
import { patterns } from '../patterns.ts'
import { withPrivacy } from './privacy.ts'
import { valueOf } from '../yaml/tree.ts'

/** The manifest's keys, once they passed the schema. */
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

/** The pack that an outline without errors describes. */
export function buildPack({ manifest, exercises }: Outline, translations: Readonly<Record<string, Translation>>): Pack {
  const keys = valueOf(manifest.node) as Manifest
  const tags = Object.keys(translations)
  return withPrivacy({
    format: 1,
    id: keys.id,
    version: keys.version,
    title: onOneLine(keys.title),
    ...(keys.summary === undefined ? {} : { summary: onOneLine(keys.summary) }),
    language: keys.language,
    authors: (keys.authors ?? []).map(onOneLine),
    ...(keys.license === undefined ? {} : { license: keys.license }),
    ...(keys.source === undefined ? {} : { source: keys.source }),
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
  const { id, title, purpose, minutes, revisit, reading, discussion } = (
    part === undefined ? {} : valueOf(part.node)
  ) as ExerciseKeys
  return {
    id,
    title: onOneLine(title),
    ...(purpose === undefined ? {} : { purpose: onOneLine(purpose) }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(revisit === undefined ? {} : { revisit: { exercise: revisit.exercise, after: spanOf(revisit.after) } }),
    ...(reading === undefined ? {} : { reading: reading.trimEnd() }),
    prompts: prompts.flatMap(buildPrompt),
    ...(discussion === undefined ? {} : { discussion: discussion.trimEnd() })
  }
}

function spanOf(text: string): TimeSpan {
  const [, count = '', unit = ''] = patterns.span.exec(text) ?? []
  return { count: Number(count), unit: unit as TimeSpan['unit'] }
}

/** A prompt and, right after it, its follow-up: a text that is asked once the prompt is answered, or answered so. */
function buildPrompt({ prompt, when, followUp }: PromptOutline): Prompt[] {
  if (prompt === undefined) return []
  const shown = when && conditionOf(when)
  const itself: Prompt = { ...prompt, ...(shown === undefined ? {} : { when: shown }) }
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
      ...(prompt.private === true ? { private: true } : {}),
      when: shown === undefined ? answered : { all: [shown, answered] }
    }
  ]
}
