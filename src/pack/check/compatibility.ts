import type { Prompt } from '../../questions/shared/model.ts'
import { groupBy } from '../../util/group-by.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import type { Exercise, Pack } from '../model.ts'
import { inNewNames } from '../new-names.ts'
import { privatePrompts } from '../privacy.ts'
import { newExercise, newPart, newPrompt } from '../renames.ts'
import { at, itemsOf, pairOf, type Node } from '../yaml/tree.ts'
import { lossesOf, type Loss } from './losses.ts'
import { exerciseOf, promptOf, type Outline } from './outline.ts'
import { headOf } from './schema-issues.ts'
import { compareSemver } from './semver.ts'
import { suggestedLines, successors } from './suggested-lines.ts'

/** An earlier version of a pack, and the present one with its outline. */
interface Versions {
  readonly before: Pack
  readonly pack: Pack
  readonly outline: Outline
}

/** The same with the names of the prompts that are private, each in the names of its version. */
interface WithPrivacy extends Versions {
  readonly wasPrivate: ReadonlySet<string>
  readonly isPrivate: ReadonlySet<string>
}

/** Reports what answers to an earlier version lose in this one, unless its manifest says what became of it. */
export function compareVersions(versions: Versions): void {
  const { before, pack, outline } = versions
  const { node, report } = outline.manifest
  const version = at(node, 'version')
  if (version !== undefined && compareSemver(pack.version, before.version) <= 0)
    report('version-not-raised', headOf(version), { now: pack.version, before: before.version })
  const exercises = inNewNames(before, pack)
  compareExercises(exercises, versions)
  const isPrivate = privatePrompts(pack.exercises)
  const wasPrivate = privatePrompts(before.exercises)
  for (const exercise of exercises) comparePrompts(exercise, { ...versions, wasPrivate, isPrivate })
}

/** An exercise or a prompt by the last step of its name, and by its title or question. */
interface Named {
  readonly id: string
  readonly label: string
  readonly name: string
}

function compareExercises(exercises: readonly Exercise[], { pack, outline }: Versions): void {
  const { node, report } = outline.manifest
  const named = ({ id, title }: Exercise): Named => ({ id, label: title, name: id })
  const present = new Set(pack.exercises.map(({ id }) => id))
  const former = new Set(exercises.map(({ id }) => newExercise(id, pack)))
  const gone = exercises.filter(({ id }) => !present.has(newExercise(id, pack)) && !isExerciseRetired(id, pack))
  const added = pack.exercises.filter(({ id }) => !former.has(id))
  reportGone(gone.map(named), added.map(named), keyOf(node, 'exercises'), report)
}

/** Compares the prompts of an exercise, wherever they are now. Those that are gone with their exercise are not named. */
function comparePrompts(exercise: Exercise, versions: WithPrivacy): void {
  const { pack, outline } = versions
  const reported = new Set<string>()
  const gone: Prompt[] = []
  for (const prompt of exercise.prompts) {
    const name = newPrompt(exercise.id, prompt.id, pack)
    const now = promptAt(name, pack)
    if (now === undefined) gone.push(prompt)
    else comparePrompt({ exercise: exercise.id, before: prompt, now, name }, reported, versions)
  }
  const here = exerciseOf(outline, newExercise(exercise.id, pack))
  if (here?.part === undefined) return
  const { node, report } = here.part
  const named =
    (place: string) =>
    (prompt: Prompt): Named => ({ id: prompt.id, label: prompt.ask, name: `${place}/${prompt.id}` })
  const former = new Set(exercise.prompts.map(({ id }) => newPrompt(exercise.id, id, pack)))
  const all = pack.exercises.find(({ id }) => id === here.id)?.prompts ?? []
  const added = groupBy(
    all.filter(({ id }) => !former.has(`${here.id}/${id}`)),
    kindOf
  )
  const lost = gone.filter(
    ({ id }) => !isPromptRetired(exercise.id, id, pack) && !gone.some((other) => id === `${other.id}.follow_up`)
  )
  for (const [kind, prompts] of groupBy(lost, kindOf)) {
    const others = added.get(kind) ?? []
    reportGone(prompts.map(named(exercise.id)), others.map(named(here.id ?? '')), keyOf(node, 'prompts'), report)
  }
}

/** What a prompt must have in common with one that takes its place. */
function kindOf({ id, type }: Prompt): string {
  return id.endsWith('.follow_up') ? 'follow-up' : type
}

function reportGone(gone: readonly Named[], added: readonly Named[], span: SourceSpan, report: Report): void {
  for (const [{ name }, next] of successors(gone, added))
    report('went-away', span, { name, ...suggestedLines(name, next?.name) })
}

/** A prompt of an earlier version, with its exercise at that time, and the present one, with its name. */
interface PromptVersions {
  readonly exercise: string
  readonly before: Prompt
  readonly now: Prompt
  readonly name: string
}

/** Reports the losses of a prompt. A follow-up shares condition and privacy with its prompt, so they are reported once. */
function comparePrompt(
  { exercise, before, now, name }: PromptVersions,
  reported: Set<string>,
  { pack, outline, wasPrivate, isPrivate }: WithPrivacy
): void {
  const isRetired = (path: string) => newPart(exercise, before.id, path, pack) === undefined
  const isPublicNow = wasPrivate.has(`${exercise}/${before.id}`) && !isPrivate.has(name)
  const [place = '', id = ''] = name.split('/')
  const [parent = id] = id.split('.')
  const here = exerciseOf(outline, place)
  const found = here && promptOf(here, parent)
  if (here?.part === undefined || found === undefined) return
  for (const loss of lossesOf({ before, now, name, isRetired, isPublicNow })) {
    reported.add(`${name} ${loss.code}`)
    if (parent !== id && reported.has(`${place}/${parent} ${loss.code}`)) continue
    const keys = parent === id ? loss.place : ['follow_up', ...loss.place]
    reportLoss(loss, spanOf(found.node, keys), here.part.report)
  }
}

function reportLoss<L extends Loss>({ code, details }: L, span: SourceSpan, report: Report): void {
  report(code, span, details)
}

/** The place of a value, or of its key if it is no plain value, as far as the keys and ids lead. */
function spanOf(node: Node, path: readonly string[]): SourceSpan {
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

function keyOf(node: Node, key: string): SourceSpan {
  return pairOf(node, key)?.keySpan ?? headOf(node)
}

function promptAt(name: string, { exercises }: Pack): Prompt | undefined {
  const [place, id] = name.split('/')
  return exercises.find((exercise) => exercise.id === place)?.prompts.find((prompt) => prompt.id === id)
}

function isExerciseRetired(id: string, pack: Pack): boolean {
  return pack.retired.includes(id) || pack.retired.includes(newExercise(id, pack))
}

/** Whether a prompt is retired, under any of its names. A follow-up is retired with its prompt. */
function isPromptRetired(exercise: string, id: string, pack: Pack): boolean {
  const [parent = id] = id.split('.')
  const names = [parent, id].flatMap((each) => [`${exercise}/${each}`, newPrompt(exercise, each, pack)])
  return names.some((name) => pack.retired.includes(name))
}
