import { attachedIn, attachedKeys } from '../../questions/shared/attached.ts'
import { identities, identityLists, isAttachable, offeredList, takenFrom } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { suggest } from '../../text/suggest.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import type { Pack } from '../model.ts'
import { lastName, newPrompt } from '../renames.ts'
import { at, itemsOf, pairsOf, textOf } from '../yaml/tree.ts'
import { exerciseOf, promptOf, type Outline } from './outline.ts'

/** A name under `renamed` or `retired`: of an exercise, a prompt, an attached question or a part, as it is now or was once. */
interface Name {
  readonly text: string
  readonly exercise: string
  /** With the key at the end for an attached question. */
  readonly prompt?: string | undefined
  /** Of a part: its path in the prompt (see `Identity`). */
  readonly path?: string | undefined
}

/** `exercise`, `exercise/prompt`, `exercise/prompt.follow_up` (or `.more`) or `exercise/prompt.path`. */
const NAME = new RegExp(
  `^([a-z][a-z0-9-]*)(?:/([a-z][a-z0-9-]*(?:\\.(?:${attachedKeys.join('|')}))?)(?:\\.(.+))?)?$`,
  's'
)

function parseName(text: string): Name | undefined {
  const [, exercise, prompt, path] = NAME.exec(text) ?? []
  return exercise === undefined ? undefined : { text, exercise, prompt, path }
}

/**
 * The manifest's `renamed` and `retired`, with the names of parts in full and under the present names of their prompts. Options and
 * rows that a prompt takes from another are renamed and retired with those of the other.
 */
export function renamesIn(outline: Outline): Pick<Pack, 'renamed' | 'retired'> {
  const { pairs, gone } = readNames(outline, () => undefined)
  const renamed = new Map(Object.entries(renamedOf(pairs)))
  const retired = new Set(gone.map(({ name }) => name.text))
  for (const { from, to } of takenLists(outline)) {
    const moved = (name: string) => `${to}${name.slice(from.length)}`
    for (const [before, after] of renamed) if (before.startsWith(from)) renamed.set(moved(before), moved(after))
    for (const name of retired) if (name.startsWith(from)) retired.add(moved(name))
  }
  return { renamed: Object.fromEntries(renamed), retired: [...retired] }
}

/** The lists that prompts take from others, in order: the beginnings of the names of their parts. */
function takenLists(outline: Outline): { readonly from: string; readonly to: string }[] {
  return outline.exercises.flatMap(({ id, prompts }) =>
    prompts.flatMap(({ prompt }) => {
      const source = prompt && takenFrom(prompt)
      const giver = source && promptAt(`${id}/${source.prompt}`, outline)
      const list = giver && offeredList(giver)
      return source === undefined || list === undefined
        ? []
        : [{ from: `${id}/${source.prompt}.${list}.`, to: `${id}/${prompt?.id}.${source.list}.` }]
    })
  )
}

/** Checks `renamed` and `retired`: what has a new name or is retired must be gone, and each new name must exist. */
export function checkRenames(outline: Outline): void {
  const { report } = outline.manifest
  const names = readNames(outline, report)
  const renamed = renamedOf(names.pairs)
  const retired = new Set(names.gone.map(({ name }) => name.text))
  for (const { before, after, keySpan, span } of names.pairs) {
    if (exists(before, outline) === true) report('still-there', keySpan, { name: before.text })
    else if (retired.has(before.text)) report('renamed-and-retired', keySpan, { name: before.text })
    if (!isSameKind(before, after, renamed)) {
      report('renamed-across', span, { before: before.text, after: after.text })
      continue
    }
    const last = lastName(after.text, renamed)
    if (!retired.has(last) && isKnown(last, outline) === false)
      report('unknown-target', span, { name: after.text, near: suggest(after.text, namesLike(after, outline)) })
  }
  for (const { name, span } of names.gone) {
    if (exists(name, outline) === true) report('still-there', span, { name: name.text })
    else checkPromptOfPart(name, span, retired, outline)
  }
}

/** The lines of `renamed` and `retired` that can be read. */
interface Names {
  readonly pairs: readonly RenamedLine[]
  readonly gone: readonly { readonly name: Name; readonly span: SourceSpan }[]
}

interface RenamedLine {
  readonly before: Name
  readonly after: Name
  readonly keySpan: SourceSpan
  readonly span: SourceSpan
}

function readNames(outline: Outline, report: Report): Names {
  const { node } = outline.manifest
  const written = pairsOf(at(node, 'renamed')).flatMap(({ key, keySpan, value }) => {
    const target = textOf(value)
    return target === undefined ? [] : [{ key, keySpan, target, span: value }]
  })
  const reader = { outline, report, renamed: Object.fromEntries(written.map(({ key, target }) => [key, target])) }
  const pairs = written.flatMap(({ key, keySpan, target, span }): RenamedLine[] => {
    const after = readName(target, span, 'present', reader)
    const before = readName(key, keySpan, listOf(after), reader)
    return before === undefined || after === undefined ? [] : [{ before, after, keySpan, span }]
  })
  const gone = itemsOf(at(node, 'retired')).flatMap((span) => {
    const text = textOf(span)
    const name = text === undefined ? undefined : readName(text, span, 'gone', reader)
    return name === undefined ? [] : [{ name, span }]
  })
  const renamed = renamedOf(pairs)
  return {
    pairs: pairs.map((line) => ({
      ...line,
      before: inPresentColumn(line.before, renamed),
      after: inPresentColumn(line.after, renamed)
    })),
    gone: gone.map((line) => ({ ...line, name: inPresentColumn(line.name, renamed) }))
  }
}

function renamedOf(pairs: readonly RenamedLine[]): Record<string, string> {
  return Object.fromEntries(pairs.map(({ before, after }) => [before.text, after.text]))
}

/** The name of a column's option with the present name of the column; any other name as it is. */
function inPresentColumn(name: Name, renamed: Pack['renamed']): Name {
  const [, column, option] = /^([^.]+\.columns\.[^.]+)\.(.+)$/s.exec(name.text) ?? []
  if (column === undefined || option === undefined) return name
  const now = lastName(column, renamed)
  return now === column ? name : (parseName(`${now}.${option}`) ?? name)
}

interface Reader {
  readonly outline: Outline
  readonly report: Report
  /** As written. */
  readonly renamed: Pack['renamed']
}

/**
 * Reads a name, and completes that of a part. Reports one that is not a name, or that could be several parts.
 *
 * @param list the list of an earlier part: `options`, `columns`; `present` for a part that the pack should have, `gone` if not known.
 */
function readName(text: string, span: SourceSpan, list: string, reader: Reader): Name | undefined {
  const parsed = parseName(text)
  if (parsed === undefined) reader.report('bad-name', span, { text })
  const name = parsed && namedPart(parsed, reader)
  if (name?.prompt === undefined || name.path === undefined) return name
  const place = newPrompt(name.exercise, name.prompt, reader)
  const prompt = promptAt(place, reader.outline)
  const paths = prompt === undefined ? [name.path] : fullPaths(name.path, list, prompt)
  const [path = name.path, ...others] = paths
  if (others.length === 0) return parseName(`${place}.${path}`)
  reader.report('ambiguous-part', span, { name: text, known: paths.map((each) => `${place}.${each}`) })
  return undefined
}

/** A name that looks like that of an attached question, as that of a part if nothing can be attached so to its prompt. */
function namedPart(name: Name, reader: Reader): Name {
  const attached = attachedIn(name.prompt ?? '')
  if (attached === undefined || name.path !== undefined) return name
  const prompt = promptAt(newPrompt(name.exercise, attached.prompt, reader), reader.outline)
  const isPart = prompt !== undefined && !isAttachable(attached.key, prompt)
  return isPart ? { ...name, prompt: attached.prompt, path: attached.key } : name
}

/** The paths that a written one can mean: itself, if it begins with a list of the prompt; else in which lists its part can be. */
function fullPaths(path: string, list: string, prompt: Prompt): readonly string[] {
  const lists = identityLists(prompt)
  if (lists.length === 0 || lists.some((each) => path.startsWith(`${each}.`))) return [path]
  const known = identities(prompt).map((identity) => identity.path)
  const present = lists.filter((each) => known.includes(`${each}.${path}`))
  if (list === 'present' && present.length > 0) return present.map((each) => `${each}.${path}`)
  const used = lists.filter((each) => known.some((one) => one.startsWith(`${each}.`)))
  const possible = lists.includes(list) ? [list] : used.length > 0 ? used : lists
  return [...new Set([...possible, ...present])].map((each) => `${each}.${path}`)
}

/** The list of a part: `options`, `columns`; `gone` for another name. */
function listOf(name: Name | undefined): string {
  return name?.path?.split('.', 1)[0] ?? 'gone'
}

/** The prompt at `exercise/prompt`; undefined if it is not in the pack, or cannot be read. */
function promptAt(place: string, outline: Outline): Prompt | undefined {
  const [exercise = '', prompt = ''] = place.split('/')
  const found = exerciseOf(outline, exercise)
  return found && promptOf(found, prompt)?.prompt
}

/** Whether something has this name now; undefined if a fault elsewhere hides the answer. */
function exists({ exercise: id, prompt, path }: Name, outline: Outline): boolean | undefined {
  const exercise = exerciseOf(outline, id)
  if (exercise === undefined) return outline.exercises.some((other) => other.id === undefined) ? undefined : false
  if (prompt === undefined) return true
  if (exercise.part === undefined) return undefined
  const of = attachedIn(prompt)
  const found = promptOf(exercise, of?.prompt ?? prompt)
  if (found === undefined || (of !== undefined && !found.attached.some(({ key }) => key === of.key))) return false
  if (path === undefined) return true
  return found.prompt && identities(found.prompt).some((identity) => identity.path === path)
}

function isKnown(text: string, outline: Outline): boolean | undefined {
  const name = parseName(text)
  return name !== undefined && exists(name, outline)
}

/** Whether both names are of exercises, or of prompts, or of parts in one list of one prompt; of options, in one column. */
function isSameKind(before: Name, after: Name, renamed: Pack['renamed']): boolean {
  if ((before.prompt === undefined) !== (after.prompt === undefined)) return false
  if (before.path === undefined || after.path === undefined) return before.path === after.path
  const [one, other] = [before, after].map((name) => ownerOf(name))
  return (
    one !== undefined && other !== undefined && (one === other || lastName(one, renamed) === lastName(other, renamed))
  )
}

/** The list that a part belongs to, with its prompt; of a column's option, the column. */
function ownerOf({ exercise, prompt, path = '' }: Name): string {
  const [owner = ''] = /^columns\.[^.]+(?=\.)|^[^.]+/.exec(path) ?? []
  return `${exercise}/${prompt}.${owner}`
}

/** What an unknown new name may have been meant to be. */
function namesLike({ exercise: id, prompt, path }: Name, outline: Outline): string[] {
  if (prompt === undefined) return outline.exercises.flatMap((exercise) => exercise.id ?? [])
  const part = path === undefined ? undefined : promptAt(`${id}/${prompt}`, outline)
  if (part !== undefined) return identities(part).map((identity) => `${id}/${prompt}.${identity.path}`)
  return outline.exercises.flatMap(({ id: other, prompts }) => prompts.flatMap((each) => `${other}/${each.id}`))
}

/** A retired part must belong to a prompt that is in the pack or retired itself. */
function checkPromptOfPart(name: Name, span: SourceSpan, retired: ReadonlySet<string>, outline: Outline): void {
  const { exercise, prompt, path } = name
  if (path === undefined || retired.has(exercise) || retired.has(`${exercise}/${prompt}`)) return
  if (exists({ ...name, path: undefined }, outline) !== false) return
  const near = suggest(`${exercise}/${prompt}`, namesLike({ ...name, path: undefined }, outline))
  outline.manifest.report('unknown-prompt', span, { name: `${exercise}/${prompt}`, near })
}
