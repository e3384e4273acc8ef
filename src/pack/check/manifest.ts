import { nearest } from '../../text/suggest.ts'
import { parseReference } from '../../questions/shared/reference.ts'
import type { Report } from '../diagnostic.ts'
import { exerciseOf, promptOf } from './outline.ts'
import type { Outline } from './outline.ts'
import { isLanguage } from '../patterns.ts'
import { headOf } from './schema-issues.ts'
import { at, itemsOf, pairsOf, textOf } from '../yaml/tree.ts'
import type { Node } from '../yaml/tree.ts'

/** Checks the manifest against the exercises, and the exercises' ties to each other. */
export function checkManifest(outline: Outline): void {
  const { node, report } = outline.manifest
  checkLanguage(at(node, 'language'), report)
  checkUrl(at(at(node, 'source'), 'url'), report)
  for (const { value } of pairsOf(at(node, 'routes'))) checkRoute(at(value, 'exercises'), outline)
  for (const { key, keySpan, value } of pairsOf(at(node, 'renamed'))) {
    if (exists(key, outline)) report('still-there', keySpan, { name: key })
    const target = textOf(value)
    if (target !== undefined && exists(target, outline) === false) report('unknown-target', value, { name: target })
  }
  for (const item of itemsOf(at(node, 'retired'))) {
    const name = textOf(item)
    if (name !== undefined && exists(name, outline)) report('still-there', item, { name })
  }
  checkRevisits(outline)
}

function checkLanguage(node: Node | undefined, report: Report): void {
  const language = textOf(node)
  if (language !== undefined && node !== undefined && !isLanguage(language))
    report('bad-language', node, { text: language })
}

function checkUrl(node: Node | undefined, report: Report): void {
  const url = textOf(node)
  if (url === undefined || node === undefined || !url.startsWith('https://')) return
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || parsed.username !== '' || /\s/.test(url)) report('bad-url', headOf(node), { text: url })
}

function checkRoute(exercises: Node | undefined, outline: Outline): void {
  const { report } = outline.manifest
  const seen = new Set<string>()
  for (const item of itemsOf(exercises)) {
    const id = textOf(item)
    if (id === undefined) continue
    checkExercise(id, item, outline, report)
    if (seen.has(id)) report('repeated-in-route', item, { name: id })
    seen.add(id)
  }
}

function checkExercise(id: string, node: Node, outline: Outline, report: Report): void {
  const known = outline.exercises.flatMap((exercise) => exercise.id ?? [])
  if (known.includes(id) || known.length < outline.exercises.length) return
  report('unknown-exercise', node, { name: id, near: nearest(id, known) })
}

/** Whether a name of `renamed` or `retired` names something; undefined where that cannot be told. */
function exists(name: string, outline: Outline): boolean | undefined {
  const reference = parseReference(name)
  if (reference === undefined || reference.part !== undefined) return false
  const { exercise: id = reference.prompt, prompt } = reference
  const exercise = exerciseOf(outline, id)
  if (exercise === undefined) return outline.exercises.some((other) => other.id === undefined) ? undefined : false
  if (reference.exercise === undefined) return true
  return exercise.part === undefined ? undefined : promptOf(exercise, prompt) !== undefined
}

/** What is looked back on exists, is another exercise, and does not wait for this one in turn. */
function checkRevisits(outline: Outline): void {
  for (const { id, part } of outline.exercises) {
    const node = at(at(part?.node, 'revisit'), 'exercise')
    const target = textOf(node)
    if (part === undefined || node === undefined || target === undefined) continue
    if (target === id) part.report('revisits-itself', node, {})
    else if (id !== undefined && closesCircle(id, outline)) part.report('revisits-in-a-circle', node, { name: target })
    else checkExercise(target, node, outline, part.report)
  }
}

/** Whether an exercise is the first of some that wait for each other. */
function closesCircle(id: string, outline: Outline): boolean {
  const order = outline.exercises.map((exercise) => exercise.id)
  let next = waitsFor(id, outline)
  for (let steps = 0; next !== undefined && next !== id && steps < order.length; steps++) {
    if (order.indexOf(next) < order.indexOf(id)) return false
    next = waitsFor(next, outline)
  }
  return next === id
}

function waitsFor(id: string, outline: Outline): string | undefined {
  return textOf(at(at(exerciseOf(outline, id)?.part?.node, 'revisit'), 'exercise'))
}
