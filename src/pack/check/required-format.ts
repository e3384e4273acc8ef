import { attachedKeys } from '../../questions/shared/attached.ts'
import { isDerived, quotationsIn } from '../../questions/shared/reference.ts'
import type { Source } from '../../questions/shared/model.ts'
import type { SourceSpan } from '../diagnostic.ts'
import { at, finder, headOf, itemsOf, leavesOf, pairOf, pairsOf, textOf, type Node } from '../yaml/tree.ts'
import { comparisonsIn } from './condition-parser.ts'
import { ONE_OF } from './one-of.ts'
import { clausesOf, promptOf, type ExerciseOutline, type Outline } from './outline.ts'

/** Something that only packs of format 2 can have: the key that it is written for, or what it says. */
interface Use {
  readonly key: string
  readonly span: SourceSpan
}

/** Reports the first thing in a pack of format 1 that needs format 2, so that older programs refuse the pack instead of misreading it. */
export function checkFormat({ format, manifest, exercises }: Outline): void {
  const written = at(manifest.node, 'format')
  if (format !== 1 || written?.kind !== 'leaf' || written.value !== 1) return
  const use = earliest(usesInManifest(manifest.node))
  const fix = { file: manifest.file, edits: [{ start: written.start, end: written.end, text: '2' }] }
  if (use !== undefined) return manifest.report('needs-format', use.span, { key: use.key }, fix)
  for (const exercise of exercises) {
    const first = earliest(usesIn(exercise))
    if (first === undefined) continue
    exercise.part?.report('needs-format', first.span, { key: first.key }, fix)
    return
  }
}

function usesInManifest(manifest: Node): Use[] {
  return [
    ...keysIn(manifest, ['class', 'sections', 'outcomes', 'glossary', 'option_lists', 'scales', 'tutor_notes']),
    ...usesOnRoutes(manifest)
  ]
}

function earliest(uses: readonly Use[]): Use | undefined {
  return uses.toSorted((a, b) => a.span.start - b.span.start)[0]
}

function usesOnRoutes(manifest: Node): Use[] {
  return pairsOf(at(manifest, 'routes')).flatMap(({ value }) => [
    ...keysIn(value, ['self_check']),
    ...itemsOf(at(value, 'exercises')).flatMap((item) => {
      const name = textOf(item)
      return name?.includes('/') === true ? [{ key: name, span: headOf(item) }] : []
    })
  ])
}

/** Those of these keys that a mapping has. */
function keysIn(node: Node | undefined, keys: readonly string[]): Use[] {
  return pairsOf(node).flatMap(({ key, keySpan }) => (keys.includes(key) ? [{ key, span: keySpan }] : []))
}

function usesIn(exercise: ExerciseOutline): Use[] {
  const { part, prompts } = exercise
  if (part === undefined) return []
  return [
    ...keysIn(part.node, ['ask_later', 'outcomes', 'tutor_notes']),
    ...listsIn(part.node, ['reading', 'discussion']),
    ...keysIn(part.node, ['after_discussion']),
    ...['prompts', 'after_discussion'].flatMap((key) => itemsOf(at(part.node, key)).flatMap(usesOfOneOf)),
    ...prompts.flatMap(({ node }) => usesInPrompt(node)),
    ...derivedIn(exercise)
  ]
}

function usesOfOneOf(prompt: Node): Use[] {
  const type = at(prompt, 'type')
  return type !== undefined && textOf(type) === ONE_OF ? [{ key: ONE_OF, span: headOf(type) }] : []
}

const NEW_KEYS = new Set(['core', 'more', 'outcomes', 'return', 'start_with', 'tutor_notes'])
const WORDED = new Set(['ask', 'help', 'example', ...attachedKeys])

function usesInPrompt(node: Node): Use[] {
  const isBound = (key: string) => key === 'min' || key === 'max'
  return pairsOf(node).flatMap(({ key, keySpan, value }) => {
    const needs2 = NEW_KEYS.has(key) || (WORDED.has(key) && isWorded(value)) || (isBound(key) && value.kind === 'map')
    if (needs2) return [{ key, span: keySpan }]
    if (key === 'statements') return itemsOf(value).flatMap((statement) => keysIn(statement, ['labels']))
    return attachedKeys.some((each) => each === key) ? usesInAttached(value) : []
  })
}

function usesInAttached(node: Node | undefined): Use[] {
  const when = pairOf(node, 'when')
  return [...listsIn(node, ['ask']), ...(when?.value.kind === 'map' ? [{ key: 'when', span: when.keySpan }] : [])]
}

/** The keys whose value is a list of wordings. */
function listsIn(node: Node | undefined, keys: readonly string[]): Use[] {
  return pairsOf(node).flatMap(({ key, keySpan, value }) =>
    keys.includes(key) && isWorded(value) ? [{ key, span: keySpan }] : []
  )
}

function isWorded(value: Node): boolean {
  return value.kind === 'list' && value.items.some(({ kind }) => kind === 'map')
}

/** The derived values in conditions and texts. In format 1, `times` can be a prompt. */
function derivedIn(exercise: ExerciseOutline): Use[] {
  const clauses = [
    ...exercise.prompts.flatMap(clausesOf),
    ...Object.values(exercise.passages).flatMap((wordings) => wordings.flatMap(({ when }) => when ?? []))
  ]
  const compared = clauses.flatMap(comparisonsIn).map(({ of, span }) => ({ source: of, span }))
  const quoted = leavesOf(exercise.part?.node).flatMap((leaf) =>
    quotationsIn(textOf(leaf) ?? '').flatMap(({ whole, source }) =>
      source !== undefined && isNew(source, exercise) ? [{ source, span: finder(leaf)(whole) }] : []
    )
  )
  return [...compared, ...quoted].flatMap(({ source, span }) =>
    isDerived(source) && isNew(source, exercise) ? [{ key: source.derive, span }] : []
  )
}

function isNew(source: Source, exercise: ExerciseOutline): boolean {
  return isDerived(source) && (source.derive !== 'times' || promptOf(exercise, 'times') === undefined)
}
