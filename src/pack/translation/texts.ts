import { translatedPrompt } from '../../questions/index.ts'
import type { ExerciseOutline, Outline, PromptOutline } from '../check/outline.ts'
import type { WordingOutline } from '../check/wordings.ts'
import { at, pairsOf, textOf, type Node } from '../yaml/tree.ts'

/** The texts that a translation file may have, in its structure. `undefined` is a part that cannot be read. */
export interface TextTree extends ReadonlyMap<string, TextTree | string | undefined> {}

/** The key of exercises and prompts without a valid id: other keys beside it may be valid. */
export const UNKNOWN_ID = ''

type MutableTree = Map<string, MutableTree | string | undefined>

/** The texts of a pack in its own language. */
export function textsIn({ manifest, definitions, exercises }: Outline): TextTree {
  const tree: MutableTree = new Map()
  putTexts(tree, [], manifest.node, ['title', 'summary'])
  for (const { key, value } of pairsOf(at(manifest.node, 'routes'))) putTexts(tree, ['routes', key], value, ['title'])
  for (const [list, named] of definitions)
    for (const [name, { translate }] of named)
      translate((own, words) => {
        put(tree, [list, name, ...own], words)
        return words
      })
  const aboutClass = at(manifest.node, 'class')
  if (aboutClass !== undefined) putTexts(tree, ['class'], aboutClass, ['name'])
  for (const { key, value } of pairsOf(at(manifest.node, 'sections')))
    putTexts(tree, ['sections', key], value, ['title'])
  for (const { key, value } of pairsOf(at(manifest.node, 'outcomes'))) put(tree, ['outcomes', key], textOf(value))
  for (const { key, value } of pairsOf(at(manifest.node, 'glossary'))) {
    put(tree, ['glossary', key, 'meaning'], textOf(value))
    put(tree, ['glossary', key, 'term'], key)
  }
  for (const exercise of exercises) putExercise(tree, exercise)
  return tree
}

/** How many texts a tree has. */
export function countTexts(texts: TextTree): number {
  return [...texts.values()].reduce(
    (sum: number, text) => sum + (typeof text === 'string' ? 1 : text === undefined ? 0 : countTexts(text)),
    0
  )
}

function putExercise(tree: MutableTree, { id = UNKNOWN_ID, part, prompts, passages }: ExerciseOutline): void {
  const name = ['exercises', id]
  if (part === undefined || id === UNKNOWN_ID) return put(tree, name, undefined)
  putTexts(tree, name, part.node, ['title', 'purpose'])
  for (const key of ['reading', 'discussion'] as const) putPassage(tree, [...name, key], part.node, passages[key])
  for (const prompt of prompts) putPrompt(tree, [...name, 'prompts'], prompt)
}

function putPrompt(
  tree: MutableTree,
  place: readonly string[],
  { id = UNKNOWN_ID, prompt, shared, attached }: PromptOutline
): void {
  const name = [...place, id]
  if (prompt === undefined || id === UNKNOWN_ID) return put(tree, name, undefined)
  translatedPrompt(prompt, (own, words) => {
    if (!shared.some((texts) => isBelow(own, texts.place))) put(tree, [...name, ...own], words)
    return words
  })
  for (const { key, ask, wordings } of attached) {
    if (wordings === undefined) put(tree, [...name, key], ask)
    else putWordings(tree, [...name, key], wordings)
  }
}

/** Whether a name begins with all of another one. */
function isBelow(name: readonly string[], place: readonly string[]): boolean {
  return place.every((step, index) => name[index] === step)
}

function putPassage(
  tree: MutableTree,
  name: readonly string[],
  node: Node,
  wordings: readonly WordingOutline[] | undefined
): void {
  if (wordings === undefined) putTexts(tree, name.slice(0, -1), node, name.slice(-1))
  else putWordings(tree, name, wordings)
}

function putWordings(tree: MutableTree, name: readonly string[], wordings: readonly WordingOutline[]): void {
  for (const [index, { text }] of wordings.entries()) put(tree, [...name, String(index + 1)], text)
}

function putTexts(tree: MutableTree, place: readonly string[], node: Node, keys: readonly string[]): void {
  for (const key of keys) {
    const text = textOf(at(node, key))
    if (text !== undefined) put(tree, [...place, key], text)
  }
}

function put(tree: MutableTree, name: readonly string[], text: string | undefined): void {
  const [first = '', ...rest] = name
  if (rest.length === 0) return void tree.set(first, text)
  const below = tree.get(first)
  if (below instanceof Map) return put(below, rest, text)
  const branch: MutableTree = new Map()
  tree.set(first, branch)
  put(branch, rest, text)
}
