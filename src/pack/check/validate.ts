import { isRecord, present } from '../../util/records.ts'
import type { ZodType } from 'zod'
import { defaultType, isPromptType, questions } from '../../questions/index.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Prompt, PromptType } from '../../questions/shared/model.ts'
import { parseReferences } from '../../questions/shared/reference.ts'
import { suggest } from '../../text/suggest.ts'
import { clauseOf } from './condition-parser.ts'
import type { Report } from '../diagnostic.ts'
import { limits } from '../format.ts'
import type { ExerciseOutline, FilePart, FollowUp, Outline, PromptOutline, TranslationOutline } from './outline.ts'
import { schemas } from './schema.ts'
import { headOf, knownKeys, reportIssues } from './schema-issues.ts'
import { at, itemsOf, pairOf, pairsOf, textOf, valueOf, type Node } from '../yaml/tree.ts'

/** The parts of a pack before validation. An exercise is undefined if its file cannot be read. */
export interface UncheckedPack {
  readonly manifest: FilePart
  readonly exercises: readonly (FilePart | undefined)[]
  readonly translations: readonly UncheckedTranslation[]
}

/** A translation before validation. */
export interface UncheckedTranslation extends Pick<TranslationOutline, 'language' | 'span'> {
  readonly part: FilePart
}

/** Validates each part of a pack against its schema, and reports the errors. */
export function validate({ manifest, exercises, translations }: UncheckedPack): Outline {
  return {
    manifest: { ...manifest, isValid: invalidPaths(schemas.manifest, manifest).size === 0 },
    exercises: exercises.map(exerciseOutline),
    translations: translations.map(({ part, language, span }) => {
      const paths = invalidPaths(schemas.translation, part)
      return { language, span, part: { ...part, isValid: paths.size === 0 }, invalidPaths: paths }
    })
  }
}

/** Reports the errors that a schema finds, and gives their paths. */
function invalidPaths(schema: ZodType, part: FilePart): ReadonlySet<string> {
  const { error } = schema.safeParse(valueOf(part.node), { error: knownKeys })
  return error === undefined ? new Set() : reportIssues(error.issues, part)
}

function exerciseOutline(part: FilePart | undefined): ExerciseOutline {
  if (part === undefined) return { id: undefined, part: undefined, prompts: [] }
  const isValid = invalidPaths(schemas.exercise, part).size === 0
  const nodes = itemsOf(at(part.node, 'prompts')).slice(0, limits.prompts)
  const prompts = nodes.map((node, index) => promptOutline({ ...part, node }, index))
  return { id: textOf(at(part.node, 'id')), part: { ...part, isValid }, prompts }
}

function promptOutline(part: FilePart, index: number): PromptOutline {
  const { node, report } = part
  const type = typeOf(node, report)
  const id = textOf(at(node, 'id'))
  const none = { id, index, type, node, prompt: undefined, when: undefined, followUp: undefined }
  if (type === undefined) return none
  const keys = valueOf(node)
  const issues = schemas.prompts[type].safeParse(keys, { error: knownKeys }).error?.issues ?? []
  reportIssues(issues, part, schemas.owners)
  const invalid = new Set(issues.map(({ path }) => path[0]))
  const condition = invalid.has('when') ? undefined : at(node, 'when')
  const hasInvalidKey = [...invalid].some((key) => key !== undefined && !COMMON.test(String(key)))
  return {
    ...none,
    when: condition?.kind === 'map' ? clauseOf(condition, report) : undefined,
    followUp: invalid.has('follow_up') ? undefined : followUpOf(at(node, 'follow_up')),
    prompt: hasInvalidKey || !isRecord(keys) ? undefined : parsePrompt(type, keys)
  }
}

/** The keys of every prompt. If they are invalid, the prompt's own keys are still checked together. */
const COMMON = /^(?:id|ask|title|help|example|private|about|when|follow_up)$/

/** The type of a prompt; undefined, and reported, if there is no such type. */
function typeOf(node: Node, report: Report): PromptType | undefined {
  const type = pairOf(node, 'type')?.value
  if (type === undefined) return defaultType
  const known = Object.keys(questions)
  const name = textOf(type)
  if (name !== undefined && isPromptType(name)) return name
  if (type.kind !== 'invalid')
    report('unknown-type', headOf(type), { name: name ?? '', known, near: suggest(name ?? '', known) })
  return undefined
}

/** A prompt whose own keys are valid. Leaves out invalid common keys. */
function parsePrompt(type: PromptType, keys: Readonly<Record<string, unknown>>): Prompt {
  const text = (key: string) => (typeof keys[key] === 'string' ? keys[key].trim() : undefined)
  const title = text('title')
  return {
    id: text('id') ?? '',
    ask: text('ask') ?? '',
    ...present({
      title: title === undefined ? undefined : onOneLine(title),
      help: text('help'),
      example: text('example'),
      ...privacyOf(keys)
    }),
    ...questions[type].parse(keys)
  } as Prompt
}

/** What a prompt or a follow-up says about its privacy. */
function privacyOf({ private: stated, about }: Readonly<Record<string, unknown>>): Pick<Prompt, 'private' | 'about'> {
  const sources = about === undefined ? [] : parseReferences(about)
  return present({
    private: typeof stated === 'boolean' ? stated : undefined,
    about: sources.length === 0 ? undefined : sources
  })
}

function followUpOf(node: Node | undefined): FollowUp | undefined {
  const askNode = node?.kind === 'map' ? at(node, 'ask') : node
  const ask = textOf(askNode)
  if (ask === undefined || askNode?.kind !== 'leaf') return undefined
  const when = itemsOf(at(node, 'when')).map((option) => ({ id: textOf(option) ?? '', node: option }))
  const keys = node?.kind === 'map' ? valueOf(node) : undefined
  const privacy = isRecord(keys) ? privacyOf(keys) : {}
  return { ask: ask.trim(), askNode, ...privacy, ...(pairsOf(node).some(({ key }) => key === 'when') ? { when } : {}) }
}
