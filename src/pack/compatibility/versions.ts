import { attachedIn } from '../../questions/shared/attached.ts'
import { identityLists } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import type { Pack } from '../model.ts'
import { headOf, at, itemsOf, pairOf, type Node } from '../yaml/tree.ts'
import { exerciseOf, promptOf, type Outline } from '../check/outline.ts'

/** An earlier version of a pack, and the present one with its outline. Neither has errors. */
export interface Versions {
  readonly before: Pack
  readonly pack: Pack
  readonly outline: Outline
}

/** The YAML of the prompt at `exercise/prompt`, and the reporter of its file. An attached question is in the YAML of its prompt. */
export function outlineAt(
  name: string,
  outline: Outline
): { readonly node: Node; readonly report: Report } | undefined {
  const [place = '', id = ''] = name.split('/')
  const exercise = exerciseOf(outline, place)
  const prompt = exercise && promptOf(exercise, attachedIn(id)?.prompt ?? id)
  return exercise?.part === undefined || prompt === undefined
    ? undefined
    : { node: prompt.node, report: exercise.part.report }
}

/** The place of a value, or of its key if it is not a plain value, as far as the keys and ids lead. */
export function spanOf(node: Node, path: readonly string[]): SourceSpan {
  let [here, span]: [Node, SourceSpan] = [node, headOf(node)]
  for (const step of path) {
    const pair = pairOf(here, step)
    const item = itemsOf(here).find((each) =>
      [each, at(each, 'id')].some((name) => name?.kind === 'leaf' && name.value === step)
    )
    if (pair !== undefined) [here, span] = [pair.value, pair.value.kind === 'leaf' ? headOf(pair.value) : pair.keySpan]
    else if (item !== undefined) [here, span] = [item, headOf(at(item, 'id') ?? item)]
    else break
  }
  return span
}

/** The place of a key; if it is not there, the start of the node. */
export function keyOf(node: Node, key: string): SourceSpan {
  return pairOf(node, key)?.keySpan ?? headOf(node)
}

/** The prompt at `exercise/prompt`, attached questions too. */
export function promptAt(name: string, { exercises }: Pack): Prompt | undefined {
  const [place, id] = name.split('/')
  return exercises.find((exercise) => exercise.id === place)?.prompts.find((prompt) => prompt.id === id)
}

/** The list that holds a part; of a column's option, the column; of what a number means for a statement, the statement. */
export function ownerOf(path: string): string {
  return /^(?:(?:columns|statements)\.[^.]+(?=\.)|[^.]+)/.exec(path)?.[0] ?? path
}

/** The name of a part as authors write it: in short if its prompt has one list. */
export function partName(prompt: string, path: string, now: Prompt): string {
  const [list] = identityLists(now)
  const isShort = identityLists(now).length === 1 && path.startsWith(`${list}.`)
  return `${prompt}.${isShort ? path.slice(path.indexOf('.') + 1) : path}`
}

/** The keys and ids that lead to a part in YAML. */
export function placeOf(path: string): string[] {
  const [, column, option] = /^columns\.([^.]+)\.(.+)$/s.exec(path) ?? []
  if (column !== undefined && option !== undefined) return ['columns', column, 'options', option]
  if (path.startsWith('statements.')) return path.split('.')
  const [, list = path, id] = /^([^.]+)\.(.+)$/s.exec(path) ?? []
  return id === undefined ? [list] : [list, id]
}
