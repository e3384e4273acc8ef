import { attachedKeys, type AttachedKey } from '../../questions/shared/attached.ts'
import { isRecord, present } from '../../util/records.ts'
import type { core, ZodType } from 'zod'
import { defaultType, isPromptType, promptFromKeys, questionOf, questions } from '../../questions/index.ts'
import { foldCase } from '../../text/folding.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Prompt, PromptType, WordedKey } from '../../questions/shared/model.ts'
import { wordedKeys, wordedNames } from '../../questions/shared/worded.ts'
import { parseReferences } from '../../questions/shared/reference.ts'
import { suggest } from '../../text/suggest.ts'
import type { Pack } from '../model.ts'
import { clauseOf, followUpClause, type Clause } from './condition-parser.ts'
import { definitionsIn, expandPrompt } from './definitions.ts'
import type { Report } from '../diagnostic.ts'
import type {
  AttachedOutline,
  Definitions,
  ExerciseOutline,
  FilePart,
  Outline,
  PromptOutline,
  TranslationOutline,
  Wordings
} from './outline.ts'
import { ONE_OF, promptsIn, type UncheckedPrompt } from './one-of.ts'
import { schemas } from './schema.ts'
import type { KeyOwners } from './report-issue.ts'
import { knownKeys, reportIssues } from './schema-issues.ts'
import { ourType, type KeyPlace } from '../slips/other-tools.ts'
import { wordingsAt, wordingsOf } from './wordings.ts'
import { headOf, at, itemsOf, pairOf, pairsOf, textOf, valueOf, withoutBlanks, type Node } from '../yaml/tree.ts'

/** The parts of a pack before validation. An exercise is undefined if its file cannot be read. */
export interface UncheckedPack {
  readonly manifest: FilePart
  readonly exercises: readonly (FilePart | undefined)[]
  readonly translations: readonly UncheckedTranslation[]
}

/** A translation before validation. */
export interface UncheckedTranslation extends Pick<TranslationOutline, 'language' | 'span'> {
  readonly part: FilePart
}

/** Validates each part of a pack against its schema, and reports the errors. */
export function validate({ manifest, exercises, translations }: UncheckedPack): Outline {
  const format = formatOf(manifest)
  const invalid = invalidPaths(schemas.manifest(), manifest, 'manifest')
  const definitions = definitionsIn(manifest, invalid)
  return {
    format,
    manifest: { ...manifest, isValid: invalid.size === 0 },
    definitions,
    exercises: inSectionOrder(
      exercises.map((part) => exerciseOutline(part, { format, definitions })),
      manifest.node
    ),
    translations: translations.map(({ part, language, span }) => {
      const paths = invalidPaths(schemas.translation(), { ...part, node: withoutBlanks(part.node) })
      return { language, span, part: { ...part, isValid: paths.size === 0 }, invalidPaths: paths }
    })
  }
}

/** The keys of lists whose items are validated on their own. */
export const PARTS: ReadonlySet<string> = new Set(['exercises', 'prompts', 'after_discussion'])

/** Reports the errors that a schema finds, and gives their paths. */
function invalidPaths(schema: ZodType, part: FilePart, place?: KeyPlace): ReadonlySet<string> {
  const { error } = schema.safeParse(valueOf(part.node, PARTS), { error: knownKeys })
  return error === undefined ? new Set() : reportIssues(error.issues, part, place)
}

/** The exercises in the order of the manifest's sections. Those in none come last. */
function inSectionOrder(exercises: readonly ExerciseOutline[], manifest: Node): readonly ExerciseOutline[] {
  const named = pairsOf(at(manifest, 'sections')).flatMap(({ value }) => itemsOf(at(value, 'exercises')).map(textOf))
  if (named.length === 0) return exercises
  const place = ({ id }: ExerciseOutline) => (named.includes(id) ? named.indexOf(id) : named.length)
  return exercises.toSorted((a, b) => place(a) - place(b))
}

type Format = Pack['format']

/** What the manifest decides for every prompt. */
interface OfManifest {
  readonly format: Format
  readonly definitions: Definitions
}

function formatOf({ node }: FilePart): Format {
  const format = at(node, 'format')
  return format !== undefined && valueOf(format) === 2 ? 2 : 1
}

function exerciseOutline(part: FilePart | undefined, ofManifest: OfManifest): ExerciseOutline {
  if (part === undefined) return { id: undefined, part: undefined, prompts: [], beforeDiscussion: 0, passages: {} }
  const { node, report } = part
  const invalid = invalidPaths(schemas.exercise(), part, 'exercise')
  const id = textOf(at(node, 'id'))
  const [before, after] = ['prompts', 'after_discussion'].map((key) => promptsIn(at(node, key), id ?? '', part))
  const all = [...(before ?? []), ...(after ?? [])]
  const prompts = all.map((each, index) => promptOutline(each, part, index, ofManifest))
  const wordings = (key: string) =>
    [...invalid].some((name) => name.split('/', 1)[0] === key) ? undefined : wordingsAt(at(node, key), report)
  const passages = present({ reading: wordings('reading'), discussion: wordings('discussion') })
  return {
    id,
    part: { ...part, isValid: invalid.size === 0 },
    prompts,
    beforeDiscussion: before?.length ?? 0,
    passages
  }
}

function promptOutline(
  unchecked: UncheckedPrompt,
  { report, ...file }: FilePart,
  index: number,
  { format, definitions }: OfManifest
): PromptOutline {
  const { node, shared: defined } = expandPrompt(unchecked.node, definitions, report)
  const shared = [...unchecked.shared, ...defined]
  const part = { ...file, report, node }
  const { type, isCertain } = typeOf(node, report)
  const id = textOf(at(node, 'id'))
  const none = { id, index, type, node, shared, prompt: undefined, when: undefined, wordings: {}, attached: [] }
  const keys = valueOf(node)
  const found = schemas.prompt(type).safeParse(keys, { error: knownKeys }).error?.issues ?? []
  const issues = isCertain ? found : found.flatMap((issue) => ofAnyType(issue, node) ?? [])
  reportIssues(issues, part, 'prompt', isCertain ? owners : undefined)
  const invalid = new Set(issues.map(({ path }) => path[0]))
  const condition = invalid.has('when') ? undefined : at(node, 'when')
  const wordings = wordingsIn(node, (key) => invalid.has(key), report)
  const hasInvalidKey = [...invalid].some((key) => key !== undefined && !isCommonKey(String(key)))
  return {
    ...none,
    when: condition?.kind === 'map' ? clauseOf(condition, report) : undefined,
    wordings,
    attached: attachedKeys.flatMap((key) =>
      invalid.has(key) ? [] : (attachedOf(key, at(node, key), { id: id ?? '', type }, report) ?? [])
    ),
    prompt: !isCertain || hasInvalidKey || !isRecord(keys) ? undefined : parsePrompt(type, keys, wordings, format)
  }
}

/** The texts of a prompt that have several wordings. */
function wordingsIn(node: Node, isInvalid: (key: string) => boolean, report: Report): Wordings<WordedKey> {
  const lists = wordedNames.map((name) => {
    const key = wordedKeys[name]
    return [name, isInvalid(key) ? undefined : wordingsAt(at(node, key), report)]
  })
  return present(Object.fromEntries(lists))
}

/** The keys of every prompt. If they are invalid, the prompt's own keys are still checked together. */
const COMMON = new RegExp(
  `^(?:${['id|ask|title|help|example|start_with|tutor_notes|outcomes|private|about|when|core', ...attachedKeys].join('|')})$`
)

function isCommonKey(key: string): boolean {
  return COMMON.test(key)
}

/** The type of a prompt; if there is no such type, it is reported, and the type that the prompt is most like is given. */
function typeOf(node: Node, report: Report): { readonly type: PromptType; readonly isCertain: boolean } {
  const type = pairOf(node, 'type')?.value
  if (type === undefined) return { type: defaultType, isCertain: true }
  const known = [...Object.keys(questions), ONE_OF]
  const name = textOf(type) ?? ''
  if (isPromptType(name)) return { type: name, isCertain: true }
  const ours = known.find((each) => foldCase(each) === foldCase(name).replaceAll(/[_ ]/g, '-')) ?? ourType(name)
  const near = ours === undefined ? suggest(name, known) : [ours]
  const [meant = '', ...others] = near
  const isCertain = isPromptType(meant) && others.length === 0 && hasKeysOf(meant, node)
  const fix = isCertain ? [{ start: type.start, end: type.end, text: meant }] : undefined
  if (type.kind !== 'invalid') report('unknown-type', headOf(type), { name, known, near }, fix)
  return { type: isPromptType(meant) ? meant : typeLike(node), isCertain: false }
}

const owners: KeyOwners = {
  types: (key) => schemas.owners().get(key) ?? [],
  fits: (type, node) => isPromptType(type) && hasKeysOf(type, node)
}

/** Whether a prompt has the keys that a type cannot do without. */
function hasKeysOf(type: PromptType, node: Node): boolean {
  const { error } = schemas.prompt(type).safeParse({ ...recordOf(node), type }, { error: knownKeys })
  return (error?.issues ?? []).every(
    ({ path }) => path.length !== 1 || pairOf(node, String(path[0])) !== undefined || isCommonKey(String(path[0]))
  )
}

function recordOf(node: Node): Readonly<Record<string, unknown>> {
  const keys = valueOf(node)
  return isRecord(keys) ? keys : {}
}

/** The type with most of the keys that a prompt has. */
function typeLike(node: Node): PromptType {
  const counts = new Map<PromptType, number>()
  for (const { key } of pairsOf(node))
    for (const owner of schemas.owners().get(key) ?? []) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? defaultType
}

/** An issue as far as it does not depend on the type, which is not known. */
function ofAnyType(issue: core.$ZodIssue, node: Node): core.$ZodIssue | undefined {
  const [key] = issue.path
  if (key === 'type') return undefined
  if (issue.code === 'unrecognized_keys' && key === undefined) {
    const keys = issue.keys.filter((each) => !schemas.owners().has(each))
    return keys.length === 0 ? undefined : { ...issue, keys }
  }
  return pairOf(node, String(key)) === undefined && !isCommonKey(String(key)) ? undefined : issue
}

/** A prompt whose own keys are valid. Leaves out invalid common keys. */
function parsePrompt(
  type: PromptType,
  keys: Readonly<Record<string, unknown>>,
  outlines: Wordings<WordedKey>,
  format: Format
): Prompt {
  const { ask, help, example, startWith } = outlines
  const several = Object.entries(outlines).flatMap(([key, list]) =>
    list === undefined ? [] : [[key, wordingsOf(list)]]
  )
  const wordings: Prompt['wordings'] = Object.fromEntries(several)
  const text = (key: string) => (typeof keys[key] === 'string' ? keys[key].trim() : undefined)
  const title = text('title')
  const common = {
    id: text('id') ?? '',
    ask: text('ask') ?? ask?.[0]?.text ?? '',
    ...present({
      title: title === undefined ? undefined : onOneLine(title),
      help: text('help') ?? help?.[0]?.text,
      example: text('example') ?? example?.[0]?.text,
      tutorNotes: text('tutor_notes'),
      startWith: text('start_with') ?? startWith?.[0]?.text,
      wordings: several.length === 0 ? undefined : wordings,
      outcomes: outcomesIn(keys),
      core: keys['core'] === true ? (true as const) : undefined,
      ...privacyOf(keys)
    })
  }
  return promptFromKeys(type, common, keys, format)
}

/** The outcomes that an exercise or a prompt names, each once; undefined if it names none. */
export function outcomesIn({ outcomes }: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  if (typeof outcomes === 'string') return [outcomes]
  return Array.isArray(outcomes) ? [...new Set(outcomes.filter((each) => typeof each === 'string'))] : undefined
}

/** What a prompt or an attached question says about its privacy. */
function privacyOf({ private: stated, about }: Readonly<Record<string, unknown>>): Pick<Prompt, 'private' | 'about'> {
  const sources = about === undefined ? [] : parseReferences(about)
  return present({
    private: typeof stated === 'boolean' ? stated : undefined,
    about: sources.length === 0 ? undefined : sources
  })
}

function attachedOf(
  key: AttachedKey,
  node: Node | undefined,
  prompt: { readonly id: string; readonly type: PromptType },
  report: Report
): AttachedOutline | undefined {
  const askNode = node?.kind === 'map' ? at(node, 'ask') : node
  const wordings = wordingsAt(askNode, report)
  const ask = textOf(askNode)?.trim() ?? wordings?.[0]?.text
  if (ask === undefined || askNode === undefined || node === undefined) return undefined
  const keys = node?.kind === 'map' ? valueOf(node) : undefined
  const privacy = isRecord(keys) ? privacyOf(keys) : {}
  const length = at(node, 'under')
  const under = length && Number.parseInt(String(valueOf(length)), 10)
  return {
    key,
    node,
    ask,
    askNode,
    ...privacy,
    ...present({ wordings, under, when: followUpWhen(node, prompt, report) })
  }
}

/** The condition of a follow-up. A list of options needs a prompt that has options. */
function followUpWhen(
  node: Node | undefined,
  { id, type }: { readonly id: string; readonly type: PromptType },
  report: Report
): Clause | undefined {
  const pair = node?.kind === 'map' ? pairOf(node, 'when') : undefined
  if (pair === undefined) return undefined
  const isFit = pair.value.kind !== 'list' || questionOf({ type }).isSelection === true
  if (!isFit) report('follow-up-without-options', pair.keySpan, {})
  return isFit ? followUpClause(pair.value, id, report) : undefined
}
