import type { ZodType } from 'zod'
import { defaultType, isPromptType, questions } from '../../questions/index.ts'
import { present } from '../../questions/shared/keys.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Prompt, PromptType } from '../../questions/shared/model.ts'
import { nearest } from '../../text/suggest.ts'
import { clauseOf } from './condition-parser.ts'
import type { Clause } from './condition-parser.ts'
import { limits } from '../limits.ts'
import type { ExerciseOutline, FollowUp, Outline, Part, PromptOutline, TranslationOutline } from './outline.ts'
import type { Schemas } from './schema.ts'
import { headOf, knownKeys, reportIssues } from './schema-issues.ts'
import { at, itemsOf, pairOf, pairsOf, textOf, valueOf } from '../yaml/tree.ts'
import type { Node } from '../yaml/tree.ts'

/** A file's YAML, with what its checks need. */
export type FileTree = Omit<Part, 'sound'> & { readonly lost: boolean }

/** The trees of a pack's parts. An exercise without a tree could not be read. */
export interface Trees {
  readonly manifest: FileTree
  readonly exercises: readonly (FileTree | undefined)[]
  readonly translations: readonly TranslationTree[]
}

/** A translation's tree, its language, and where it begins. */
export interface TranslationTree extends Pick<TranslationOutline, 'language' | 'span'> {
  readonly tree: FileTree
}

/** Puts every part of a pack through its schema, each by itself, and reports what fails. */
export function assemble({ manifest, exercises, translations }: Trees, schemas: Schemas): Outline {
  return {
    manifest: { ...manifest, sound: told(schemas.manifest, manifest).size === 0 },
    exercises: exercises.map((tree) => exerciseOutline(tree, schemas)),
    translations: translations.map(({ tree, ...about }) => {
      const complaints = told(schemas.translation, tree)
      return { ...about, part: { ...tree, sound: complaints.size === 0 }, told: complaints }
    })
  }
}

/** Reports what does not pass, and gives the places. */
function told(schema: ZodType, { node, report, lost }: FileTree): ReadonlySet<string> {
  const result = schema.safeParse(valueOf(node), { error: knownKeys })
  return result.success ? new Set() : reportIssues(result.error.issues, node, lost, report)
}

function exerciseOutline(tree: FileTree | undefined, schemas: Schemas): ExerciseOutline {
  if (tree === undefined) return { id: undefined, part: undefined, prompts: [] }
  const part = { ...tree, sound: told(schemas.exercise, tree).size === 0 }
  const nodes = itemsOf(at(tree.node, 'prompts')).slice(0, limits.prompts)
  const prompts = nodes.map((node, index) => promptOutline(node, index, tree, schemas))
  return { id: textOf(at(tree.node, 'id')), part, prompts }
}

function promptOutline(node: Node, index: number, tree: FileTree, schemas: Schemas): PromptOutline {
  const type = typeOf(node, tree)
  const id = textOf(at(node, 'id'))
  const none = { id, index, type, node, prompt: undefined, when: undefined, followUp: undefined }
  if (type === undefined) return none
  const keys = valueOf(node)
  const result = schemas.prompts[type].safeParse(keys, { error: knownKeys })
  const issues = result.error?.issues ?? []
  reportIssues(issues, node, tree.lost, tree.report, schemas.owners)
  const faulty = new Set(issues.map(({ path }) => path[0]))
  const when = faulty.has('when') ? undefined : whenOf(at(node, 'when'), tree)
  const followUp = faulty.has('follow_up') ? undefined : followUpOf(at(node, 'follow_up'))
  const own = [...faulty].some((key) => key !== undefined && !COMMON.has(key))
  return { ...none, when, followUp, prompt: own || node.kind !== 'map' ? undefined : promptOf(type, keys as Keys) }
}

/** What every prompt has. Faults in these hide none in the others. */
const COMMON: ReadonlySet<PropertyKey> = new Set([
  'id',
  'ask',
  'title',
  'help',
  'example',
  'private',
  'when',
  'follow_up'
])

/** The type that a prompt names, or text. Nothing but the type is said of a prompt that names another. */
function typeOf(node: Node, { report }: FileTree): PromptType | undefined {
  const type = pairOf(node, 'type')?.value
  if (type === undefined) return defaultType
  const known = Object.keys(questions)
  const name = textOf(type)
  if (name !== undefined && isPromptType(name)) return name
  if (type.kind !== 'invalid')
    report('unknown-type', headOf(type), { name: name ?? '', known, near: nearest(name ?? '', known) })
  return undefined
}

type Keys = Readonly<Record<string, unknown>>

/** Keys of its own passed the schema; the common ones may not have, and are left out then. */
function promptOf(type: PromptType, keys: Keys): Prompt {
  const text = (key: string) => (typeof keys[key] === 'string' ? keys[key].trim() : undefined)
  const title = text('title')
  return {
    id: text('id') ?? '',
    ask: text('ask') ?? '',
    ...present({
      title: title === undefined ? undefined : onOneLine(title),
      help: text('help'),
      example: text('example')
    }),
    ...(keys['private'] === true ? { private: true as const } : {}),
    ...questions[type].parse(keys)
  } as Prompt
}

function whenOf(node: Node | undefined, { report }: FileTree): Clause | undefined {
  return node?.kind === 'map' ? clauseOf(node, report) : undefined
}

function followUpOf(node: Node | undefined): FollowUp | undefined {
  const askNode = node?.kind === 'map' ? at(node, 'ask') : node
  const ask = textOf(askNode)
  if (ask === undefined || askNode?.kind !== 'leaf') return undefined
  const when = itemsOf(at(node, 'when')).map((option) => ({ id: textOf(option) ?? '', node: option }))
  return { ask: ask.trim(), askNode, ...(pairsOf(node).some(({ key }) => key === 'when') ? { when } : {}) }
}
