import { isPromptType, questions } from '../questions/index.ts'
import { onOneLine } from '../questions/lines.ts'
import type { Prompt, PromptType } from '../questions/model.ts'
import { nearest } from '../nearest.ts'
import { clauseOf } from './clause.ts'
import type { Clause } from './clause.ts'
import type { ExerciseOutline, FollowUp, Outline, Part, PromptOutline } from './outline.ts'
import type { Schemas } from './schema.ts'
import { headOf, knownKeys, reportIssues } from './shape.ts'
import { at, itemsOf, pairOf, pairsOf, textOf, valueOf } from './tree.ts'
import type { Node } from './tree.ts'

/** A file's YAML, with what its checks need. */
export type FileTree = Omit<Part, 'sound'> & { readonly lost: boolean }

/** Puts every part of a pack through its schema, each by itself, and reports what fails. An exercise without a tree could not be read. */
export function assemble(manifest: FileTree, exercises: readonly (FileTree | undefined)[], schemas: Schemas): Outline {
  return {
    manifest: { ...manifest, sound: passes(schemas.manifest, manifest.node, manifest) },
    exercises: exercises.map((tree) => exerciseOutline(tree, schemas))
  }
}

function passes(schema: Schemas['manifest'], node: Node, { report, lost }: FileTree): boolean {
  const result = schema.safeParse(valueOf(node), { error: knownKeys })
  if (!result.success) reportIssues(result.error.issues, node, lost, report)
  return result.success
}

function exerciseOutline(tree: FileTree | undefined, schemas: Schemas): ExerciseOutline {
  if (tree === undefined) return { id: undefined, part: undefined, prompts: [] }
  const part = { ...tree, sound: passes(schemas.exercise, tree.node, tree) }
  const prompts = itemsOf(at(tree.node, 'prompts')).map((node, index) => promptOutline(node, index, tree, schemas))
  return { id: textOf(at(tree.node, 'id')), part, prompts }
}

function promptOutline(node: Node, index: number, tree: FileTree, schemas: Schemas): PromptOutline {
  const type = typeOf(node, tree)
  const id = textOf(at(node, 'id'))
  const none = { id, index, type, node, prompt: undefined, when: undefined, followUp: undefined }
  if (type === undefined) return none
  const result = schemas.prompts[type].safeParse(valueOf(node), { error: knownKeys })
  if (!result.success) reportIssues(result.error.issues, node, tree.lost, tree.report)
  const { data } = result
  const faults = result.success ? [] : result.error.issues.map(({ path }) => path[0])
  const when = faults.includes('when') ? undefined : whenOf(at(node, 'when'), tree)
  const followUp = faults.includes('follow_up') ? undefined : followUpOf(at(node, 'follow_up'))
  return { ...none, when, followUp, prompt: result.success ? promptOf(type, data as Keys) : undefined }
}

/** The type that a prompt names, or text. Nothing but the type is said of a prompt that names another. */
function typeOf(node: Node, { report }: FileTree): PromptType | undefined {
  const type = pairOf(node, 'type')?.value
  if (type === undefined) return 'text'
  const known = Object.keys(questions)
  const name = textOf(type)
  if (name !== undefined && isPromptType(name)) return name
  if (type.kind !== 'spoilt')
    report('unknown-type', headOf(type), { name: name ?? '', known, near: nearest(name ?? '', known) })
  return undefined
}

interface Keys {
  readonly [key: string]: unknown
  readonly id: string
  readonly ask: string
  readonly title?: string
  readonly help?: string
  readonly example?: string
  readonly private?: boolean
}

function promptOf(type: PromptType, keys: Keys): Prompt {
  const { id, ask, title, help, example } = keys
  return {
    id,
    ask: ask.trim(),
    ...(title === undefined ? {} : { title: onOneLine(title) }),
    ...(help === undefined ? {} : { help: help.trim() }),
    ...(example === undefined ? {} : { example: example.trim() }),
    ...(keys.private === true ? { private: true as const } : {}),
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
