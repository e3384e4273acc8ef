import type { Bounds, Option, Prompt } from '../../questions/shared/model.ts'
import type { Comparison } from './condition-parser.ts'
import { exerciseOf, promptOf } from './outline.ts'
import type { ExerciseOutline, Outline, PromptOutline } from './outline.ts'
import { hasAnswer } from './references.ts'

/** What conditions can know of an answer, or of a part of it. */
export interface Kind {
  /** What a comparison sees; `whole`: nothing but that there is an answer. */
  readonly of: 'words' | 'day' | 'number' | 'yes-no' | 'one' | 'several' | 'whole' | 'nothing'
  /** Option ids that it may hold; absent where the learner's own words decide. */
  readonly ids?: readonly string[]
  /** For a number. */
  readonly range?: Bounds
  readonly whole?: boolean
  /** How many items there may be, for `several`. */
  readonly count?: Bounds
}

const WORDS: Kind = { of: 'words' }

/** What conditions can know of a prompt's answer; undefined where the prompt is faulty, or has no such part. */
function kindOf({ prompt, followUp }: PromptOutline, part: string | undefined): Kind | undefined {
  if (part === 'follow_up') return followUp === undefined ? undefined : WORDS
  if (prompt === undefined) return undefined
  if (!hasAnswer(prompt)) return { of: 'nothing' }
  return part === undefined ? wholeOf(prompt) : partOf(prompt, part)
}

function partOf(prompt: Prompt, part: string): Kind | undefined {
  if (prompt.type === 'scale') return prompt.statements.some(({ id }) => id === part) ? rating(prompt) : undefined
  if (prompt.type === 'sentence') return Object.hasOwn(prompt.gaps, part) ? WORDS : undefined
  return prompt.type === 'plan' ? WORDS : undefined
}

function wholeOf(prompt: Prompt): Kind {
  switch (prompt.type) {
    case 'text':
    case 'recall':
      return WORDS
    case 'date':
      return { of: 'day' }
    case 'yes-no':
      return { of: 'yes-no' }
    case 'number':
      return { of: 'number', range: prompt, whole: prompt.integer }
    case 'scale':
      return prompt.statements.length === 0 ? rating(prompt) : { of: 'whole' }
    case 'choice':
      return { of: 'one', ...idsOf(prompt.optionsFrom, prompt.options, prompt.other) }
    case 'choices': {
      const known = idsOf(prompt.optionsFrom, prompt.options, prompt.other)
      return {
        of: 'several',
        ...known,
        count: { min: 1, ...(known.ids === undefined ? {} : { max: known.ids.length }), ...prompt.pick }
      }
    }
    case 'ranking': {
      const known = idsOf(prompt.optionsFrom, prompt.options, false)
      const length = known.ids?.length
      return { of: 'several', ...known, ...(length === undefined ? {} : { count: { min: length, max: length } }) }
    }
    case 'list':
      return { of: 'several', count: { min: 1, ...prompt.items } }
    case 'table':
      return { of: 'several', count: { min: 1 } }
    default:
      return { of: 'whole' }
  }
}

function rating({ from, to }: { from: number; to: number }): Kind {
  return { of: 'number', range: { min: from, max: to }, whole: true }
}

function idsOf(from: string | undefined, options: readonly Option[], other: boolean): { ids?: readonly string[] } {
  return from === undefined ? { ids: [...options.map(({ id }) => id), ...(other ? ['other'] : [])] } : {}
}

/** What the answer is that a comparison looks at; undefined where it is not known. */
export function kindIn(outline: Outline, here: ExerciseOutline, { of }: Comparison): Kind | undefined {
  const exercise = of.exercise === undefined ? here : exerciseOf(outline, of.exercise)
  const prompt = exercise && promptOf(exercise, of.prompt)
  return prompt && kindOf(prompt, of.part)
}
