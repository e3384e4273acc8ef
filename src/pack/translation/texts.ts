import { translatedPrompt } from '../../questions/index.ts'
import type { ExerciseOutline, Outline, PromptOutline } from '../check/outline.ts'
import { at, pairsOf, textOf } from '../yaml/tree.ts'
import type { Node } from '../yaml/tree.ts'

/**
 * The texts of a pack that learners read, by their names: in the shape that the file of a translation has. `undefined`
 * stands for a part that could not be read, in which anything may be.
 */
export interface TextTree extends ReadonlyMap<string, TextTree | string | undefined> {}

/** Where this is among the names, one of them is not known. */
export const NAMELESS = ''

type Growing = Map<string, Growing | string | undefined>

/** The texts of a pack as it is written. */
export function textsIn({ manifest, exercises }: Outline): TextTree {
  const tree: Growing = new Map()
  putTexts(tree, [], manifest.node, ['title', 'summary'])
  for (const { key, value } of pairsOf(at(manifest.node, 'routes'))) putTexts(tree, ['routes', key], value, ['title'])
  for (const exercise of exercises) putExercise(tree, exercise)
  return tree
}

function putExercise(tree: Growing, { id = NAMELESS, part, prompts }: ExerciseOutline): void {
  const name = ['exercises', id]
  if (part === undefined || id === NAMELESS) return put(tree, name, undefined)
  putTexts(tree, name, part.node, ['title', 'purpose', 'reading', 'discussion'])
  for (const prompt of prompts) putPrompt(tree, [...name, 'prompts'], prompt)
}

function putPrompt(tree: Growing, place: readonly string[], { id = NAMELESS, prompt, followUp }: PromptOutline): void {
  const name = [...place, id]
  if (prompt === undefined || id === NAMELESS) return put(tree, name, undefined)
  translatedPrompt(prompt, (own, words) => {
    put(tree, [...name, ...own], words)
    return words
  })
  if (followUp !== undefined) put(tree, [...name, 'follow_up'], followUp.ask)
}

function putTexts(tree: Growing, place: readonly string[], node: Node, keys: readonly string[]): void {
  for (const key of keys) {
    const text = textOf(at(node, key))
    if (text !== undefined) put(tree, [...place, key], text)
  }
}

function put(tree: Growing, name: readonly string[], text: string | undefined): void {
  const [first = '', ...rest] = name
  if (rest.length === 0) return void tree.set(first, text)
  const below = tree.get(first)
  if (below instanceof Map) return put(below, rest, text)
  const branch: Growing = new Map()
  tree.set(first, branch)
  put(branch, rest, text)
}
