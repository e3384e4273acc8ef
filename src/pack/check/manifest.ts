import { isId, STEP } from '../../questions/shared/keys.ts'
import { dayAfter } from '../../dates/spans.ts'
import { suggest } from '../../text/suggest.ts'
import type { Fix, Report } from '../diagnostic.ts'
import type { Pack } from '../model.ts'
import { newExercise } from '../renames.ts'
import { parseStep, type Step } from '../routes.ts'
import { isDevice, isLanguage, patterns, timeSpanOf } from '../format.ts'
import { severalIn } from '../slips/conditions.ts'
import { headOf, at, itemsOf, pairOf, pairsOf, textOf, type Node } from '../yaml/tree.ts'
import { instead, renamed } from '../slips/names.ts'
import { languageIn } from '../slips/shapes.ts'
import { exerciseOf, type FilePart, type Outline } from './outline.ts'
import { checkRenames } from './renames.ts'
import { fileKey } from '../../text/folding.ts'

/**
 * Checks the manifest against the exercises, and the `revisit` keys of the exercises.
 *
 * @param others reads the packs through which its routes may lead; without it, what is in other packs is not checked.
 */
export function checkManifest(outline: Outline, others?: () => readonly Pack[]): void {
  const { node, report } = outline.manifest
  checkLanguage(at(node, 'language'), report)
  checkUrl(at(at(node, 'source'), 'url'), report)
  checkLanguage(at(at(node, 'class'), 'language'), report)
  for (const { value } of pairsOf(at(node, 'routes'))) checkRoute(at(value, 'exercises'), outline, others)
  checkSections(outline)
  checkOutcomes(outline)
  checkRenames(outline)
  checkRevisits(outline)
}

/** The id in the guide and in examples, which tutors who follow them to the letter all have. */
const TEMPLATE_ID = 'my-pack'

/** Warns if learners may already have another pack with the id of this one. */
export function checkOwnId(
  { id: name, ...pack }: Pack,
  { node, report }: FilePart,
  isBundledId: (pack: Pack) => boolean
): void {
  const place = at(node, 'id')
  if (place === undefined) return
  if (name === TEMPLATE_ID) report('template-id', place, { name })
  else if (isBundledId({ id: name, ...pack })) report('bundled-id', place, { name })
}

function checkLanguage(node: Node | undefined, report: Report): void {
  const language = textOf(node)
  if (language !== undefined && node !== undefined && !isLanguage(language))
    report('bad-language', node, { text: language }, languageFix(language, node))
}

function languageFix(language: string, { start, end }: Node): Fix | undefined {
  const meant = languageIn(language)
  return meant === undefined || !isLanguage(meant) ? undefined : [{ start, end, text: meant }]
}

function checkUrl(node: Node | undefined, report: Report): void {
  const url = textOf(node)
  if (url === undefined || node === undefined || !url.startsWith('https://')) return
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || parsed.username !== '' || /\s/.test(url)) report('bad-url', headOf(node), { text: url })
}

/** An exercise may be listed as `pack/exercise`. */
function checkRoute(exercises: Node | undefined, outline: Outline, others: (() => readonly Pack[]) | undefined): void {
  const { report, node } = outline.manifest
  const here = textOf(at(node, 'id')) ?? ''
  const seen = new Set<string>()
  for (const item of itemsOf(exercises)) {
    const name = textOf(item)
    if (name === undefined) continue
    const step = parseStep(name, here)
    const full = `${step.pack}/${step.exercise}`
    if (step.pack === here) checkExercise(step.exercise, item, outline, outline.manifest)
    else if (others !== undefined && STEP.test(name)) checkElsewhere(step, item, others(), report)
    if (seen.has(full)) report('repeated-in-route', item, { name })
    seen.add(full)
  }
}

/** Each exercise is in one section at most, and a section ends after it opens. */
function checkSections(outline: Outline): void {
  const { report, node } = outline.manifest
  const seen = new Set<string>()
  for (const { value } of pairsOf(at(node, 'sections'))) {
    for (const item of itemsOf(at(value, 'exercises'))) {
      const name = textOf(item)
      if (name === undefined) continue
      checkExercise(name, item, outline, outline.manifest)
      if (seen.has(name)) report('in-two-sections', item, { name })
      seen.add(name)
    }
    checkDays(value, report)
  }
}

/** What exercises and prompts name as outcomes is one of the manifest. */
function checkOutcomes({ manifest, exercises }: Outline): void {
  const outcomes = pairsOf(at(manifest.node, 'outcomes'))
  const known = outcomes.map(({ key }) => key)
  for (const { part, prompts } of exercises) {
    if (part === undefined) continue
    for (const node of namedIn([part, ...prompts])) {
      const name = textOf(node) ?? ''
      if (name === '' || known.includes(name)) continue
      const written = outcomes.filter(({ value }) => textOf(value)?.trim() === name.trim()).map(({ key }) => key)
      const near = written.length > 0 ? written : suggest(name, known)
      const several = severalIn(name, known)
      part.report(
        'not-defined',
        node,
        { name, list: 'outcomes', near },
        instead(node, several === undefined ? near : [several])
      )
    }
  }
}

/** The outcomes that an exercise and its prompts name, each place once: the prompts of a `one-of` have its own list. */
function namedIn(nodes: readonly { readonly node: Node }[]): ReadonlySet<Node> {
  return new Set(
    nodes.flatMap(({ node }) => {
      const named = at(node, 'outcomes')
      return named?.kind === 'leaf' ? [named] : itemsOf(named)
    })
  )
}

function checkDays(section: Node, report: Report): void {
  const due = at(section, 'due')
  const [opens, ends] = [textOf(at(section, 'opens')), textOf(due)].map(
    (text = '') => patterns.offset.test(text) && dayAfter('2001-01-01', timeSpanOf(text))
  )
  if (due !== undefined && opens && ends && ends <= opens) report('due-before-opens', headOf(due), {})
}

function checkElsewhere({ pack: id, exercise }: Step, node: Node, others: readonly Pack[], report: Report): void {
  const pack = others.find((each) => each.id === id)
  if (pack === undefined) return report('pack-not-here', node, { name: id })
  const known = pack.exercises.map((each) => each.id)
  if (known.includes(newExercise(exercise, pack))) return
  const near = suggest(exercise, known)
  const steps = near.map((each) => `${id}/${each}`)
  report('unknown-elsewhere', node, { name: exercise, pack: id, near }, instead(node, steps))
}

function checkExercise(id: string, node: Node, outline: Outline, { report, lines }: FilePart): void {
  const known = outline.exercises.flatMap((exercise) => exercise.id ?? [])
  if (known.includes(id) || known.length < outline.exercises.length) return
  const titled = outline.exercises.filter(({ part }) => textOf(at(part?.node, 'title')) === id)
  const near =
    titled.length === 1 ? titled.flatMap((each) => each.id ?? []) : suggest(id.replace(/\.ya?ml$/i, ''), known)
  const isName = node.kind === 'leaf' && node.value === id && near.every(isId)
  report('unknown-exercise', node, { name: id, near }, isName ? instead(node, near) : renamed(node, id, near, lines))
}

/** The exercise to revisit must exist, and there must be no cycle of several. An exercise of format 2 may revisit itself. */
function checkRevisits(outline: Outline): void {
  for (const { id, part } of outline.exercises) {
    const node = at(at(part?.node, 'revisit'), 'exercise')
    const target = textOf(node)
    if (part === undefined || node === undefined || target === undefined) continue
    const isItself = target === id
    if (isItself && outline.format === 1) part.report('revisits-itself', node, {})
    else if (isItself) continue
    else if (id !== undefined && startsCycle(id, outline)) part.report('revisits-in-a-circle', node, { name: target })
    else checkExercise(target, node, outline, part)
  }
}

/** Whether an exercise is the first one, in the pack's order, of a cycle of `revisit` keys. */
function startsCycle(id: string, outline: Outline): boolean {
  const order = outline.exercises.map((exercise) => exercise.id)
  let next = revisitedBy(id, outline)
  for (let steps = 0; next !== undefined && next !== id && steps < order.length; steps++) {
    if (order.indexOf(next) < order.indexOf(id)) return false
    next = revisitedBy(next, outline)
  }
  return next === id
}

function revisitedBy(id: string, outline: Outline): string | undefined {
  return textOf(at(at(exerciseOf(outline, id)?.part?.node, 'revisit'), 'exercise'))
}

/** Checks the manifest's list of exercise files against the files of the pack. */
export function checkFiles(manifest: FilePart, exercises: readonly Node[], files: readonly string[]): void {
  const listed = new Map<string, string>()
  for (const node of exercises) {
    const name = textOf(node)
    if (name !== undefined) checkFile(name, node, listed, files, manifest)
  }
  const place = pairOf(manifest.node, 'exercises')?.keySpan ?? { start: 0, end: 0 }
  const others = files.filter(
    (file) =>
      /\.ya?ml$/i.test(file) && !patterns.translation.test(file) && file !== manifest.file && !listed.has(fileKey(file))
  )
  const isSingleFile = exercises.length > 0 && listed.size === 0
  if (!isSingleFile && pairOf(manifest.node, 'exercises')?.value.kind === 'list')
    for (const name of others.toSorted()) manifest.report('not-listed', place, { name })
  checkCollisions(files, manifest)
}

function checkFile(
  name: string,
  node: Node,
  listed: Map<string, string>,
  files: readonly string[],
  { report, file }: FilePart
): void {
  const place = headOf(node)
  const before = listed.get(fileKey(name))
  listed.set(fileKey(name), name)
  listed.set(fileKey(baseName(name)), name)
  const isThere = files.includes(name)
  const meant = isThere || name === file ? undefined : onlyLike(name, files)
  if (meant !== undefined) listed.set(fileKey(meant), meant)
  const fix = meant === undefined ? undefined : namedAlike(meant, name, node)
  if (!patterns.fileName.test(name)) report('bad-file-name', place, { text: name }, fix)
  else if (isDevice(name)) report('device-name', place, { name })
  else if (before !== undefined) report('listed-twice', place, { name })
  else if (name === file) report('lists-itself', place, { name })
  else if (!isThere)
    report('no-such-file', place, { name, near: meant === undefined ? suggest(name, files) : [meant] }, fix)
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

/** A file's name without folders, endings, case and characters without a shape. */
function stem(name: string): string {
  return fileKey(
    baseName(name)
      .replace(/(?:\.(?:ya?ml|txt))*$/i, '')
      .replaceAll(/[\p{Cf}\p{Zs}_-]+/gu, '')
  )
}

/** The one file that differs from a name in these only. */
function onlyLike(name: string, files: readonly string[]): string | undefined {
  const like = files.filter(
    (each) => /\.(?:ya?ml|txt)$/i.test(each) && !each.includes('/') && stem(each) === stem(name)
  )
  return like.length === 1 ? like[0] : undefined
}

/** Names the file as it is called, or calls it as it is named if it cannot keep its name. */
function namedAlike(file: string, name: string, { start, end }: Node): Fix | undefined {
  if (patterns.fileName.test(file) && /\.ya?ml$/i.test(file)) return [{ start, end, text: file }]
  return patterns.fileName.test(name) ? { from: file, to: name } : undefined
}

function checkCollisions(files: readonly string[], { report }: FilePart): void {
  const seen = new Map<string, string>()
  for (const name of files.toSorted()) {
    const key = fileKey(name)
    const first = seen.get(key)
    if (first !== undefined) report('names-collide', { start: 0, end: 0 }, { name, first })
    seen.set(key, name)
  }
}
