import { attachedKeys, type AttachedKey } from '../../questions/shared/attached.ts'
import { isRecord, present } from '../../util/records.ts'
import type { ZodType } from 'zod'
import { defaultType, isPromptType, questionOf, questions } from '../../questions/index.ts'
import { onOneLine } from '../../text/lines.ts'
import type { Prompt, PromptType, WordedKey } from '../../questions/shared/model.ts'
import { parseReferences } from '../../questions/shared/reference.ts'
import { suggest } from '../../text/suggest.ts'
import type { Pack } from '../model.ts'
import { clauseOf, followUpClause, type Clause } from './condition-parser.ts'
import type { Report } from '../diagnostic.ts'
import { limits } from '../format.ts'
import type {
  AttachedOutline,
  ExerciseOutline,
  FilePart,
  Outline,
  PromptOutline,
  TranslationOutline,
  Wordings
} from './outline.ts'
import { schemas } from './schema.ts'
import { knownKeys, reportIssues } from './schema-issues.ts'
import { wordingsAt, wordingsOf } from './wordings.ts'
import { headOf, at, itemsOf, pairOf, textOf, valueOf, type Node } from '../yaml/tree.ts'

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
  return {
    format,
    manifest: { ...manifest, isValid: invalidPaths(schemas.manifest, manifest).size === 0 },
    exercises: exercises.map((part) => exerciseOutline(part, format)),
    translations: translations.map(({ part, language, span }) => {
      const paths = invalidPaths(schemas.translation, part)
      return { language, span, part: { ...part, isValid: paths.size === 0 }, invalidPaths: paths }
    })
  }
}

/** Reports the errors that a schema finds, and gives their paths. */
function invalidPaths(schema: ZodType, part: FilePart): ReadonlySet<string> {
  const { error } = schema.safeParse(valueOf(part.node), { error: knownKeys })
  return error === undefined ? new Set() : reportIssues(error.issues, part)
}

type Format = Pack['format']

function formatOf({ node }: FilePart): Format {
  const format = at(node, 'format')
  return format !== undefined && valueOf(format) === 2 ? 2 : 1
}

function exerciseOutline(part: FilePart | undefined, format: Format): ExerciseOutline {
  if (part === undefined) return { id: undefined, part: undefined, prompts: [], beforeDiscussion: 0, passages: {} }
  const { node, report } = part
  const invalid = invalidPaths(schemas.exercise, part)
  const [before, after] = ['prompts', 'after_discussion'].map((key) => itemsOf(at(node, key)).slice(0, limits.prompts))
  const nodes = [...(before ?? []), ...(after ?? [])]
  const prompts = nodes.map((each, index) => promptOutline({ ...part, node: each }, index, format))
  const wordings = (key: string) =>
    [...invalid].some((name) => name.split('/', 1)[0] === key) ? undefined : wordingsAt(at(node, key), report)
  const passages = present({ reading: wordings('reading'), discussion: wordings('discussion') })
  return {
    id: textOf(at(node, 'id')),
    part: { ...part, isValid: invalid.size === 0 },
    prompts,
    beforeDiscussion: before?.length ?? 0,
    passages
  }
}

function promptOutline(part: FilePart, index: number, format: Format): PromptOutline {
  const { node, report } = part
  const type = typeOf(node, report)
  const id = textOf(at(node, 'id'))
  const none = { id, index, type, node, prompt: undefined, when: undefined, wordings: {}, attached: [] }
  if (type === undefined) return none
  const keys = valueOf(node)
  const issues = schemas.prompts[type].safeParse(keys, { error: knownKeys }).error?.issues ?? []
  reportIssues(issues, part, schemas.owners)
  const invalid = new Set(issues.map(({ path }) => path[0]))
  const condition = invalid.has('when') ? undefined : at(node, 'when')
  const wordings = wordingsIn(node, (key) => invalid.has(key), report)
  const hasInvalidKey = [...invalid].some((key) => key !== undefined && !COMMON.test(String(key)))
  return {
    ...none,
    when: condition?.kind === 'map' ? clauseOf(condition, report) : undefined,
    wordings,
    attached: attachedKeys.flatMap((key) =>
      invalid.has(key) ? [] : (attachedOf(key, at(node, key), { id: id ?? '', type }, report) ?? [])
    ),
    prompt: hasInvalidKey || !isRecord(keys) ? undefined : parsePrompt(type, keys, wordings, format)
  }
}

/** The texts of a prompt that have several wordings. */
function wordingsIn(node: Node, isInvalid: (key: string) => boolean, report: Report): Wordings<WordedKey> {
  const list = (key: WordedKey) => (isInvalid(key) ? undefined : wordingsAt(at(node, key), report))
  return present({ ask: list('ask'), help: list('help'), example: list('example') })
}

/** The keys of every prompt. If they are invalid, the prompt's own keys are still checked together. */
const COMMON = new RegExp(`^(?:${['id|ask|title|help|example|private|about|when|core', ...attachedKeys].join('|')})$`)

/** The type of a prompt; undefined, and reported, if there is no such type. */
function typeOf(node: Node, report: Report): PromptType | undefined {
  const type = pairOf(node, 'type')?.value
  if (type === undefined) return defaultType
  const known = Object.keys(questions)
  const name = textOf(type)
  if (name !== undefined && isPromptType(name)) return name
  if (type.kind !== 'invalid')
    report('unknown-type', headOf(type), { name: name ?? '', known, near: suggest(name ?? '', known) })
  return undefined
}

/** A prompt whose own keys are valid. Leaves out invalid common keys. */
function parsePrompt(
  type: PromptType,
  keys: Readonly<Record<string, unknown>>,
  outlines: Wordings<WordedKey>,
  format: Format
): Prompt {
  const { ask, help, example } = outlines
  const wordings = present({ ask: wordingsOf(ask), help: wordingsOf(help), example: wordingsOf(example) })
  const text = (key: string) => (typeof keys[key] === 'string' ? keys[key].trim() : undefined)
  const title = text('title')
  return {
    id: text('id') ?? '',
    ask: text('ask') ?? ask?.[0]?.text ?? '',
    ...present({
      title: title === undefined ? undefined : onOneLine(title),
      help: text('help') ?? help?.[0]?.text,
      example: text('example') ?? example?.[0]?.text,
      wordings: Object.keys(wordings).length === 0 ? undefined : wordings,
      core: keys['core'] === true ? true : undefined,
      ...privacyOf(keys)
    }),
    ...questions[type].parse(keys, format)
  } as Prompt
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
