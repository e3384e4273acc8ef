import { promptFromKeys, questionOf, questions } from '../../questions/index.ts'
import type { PromptType } from '../../questions/shared/model.ts'
import { MOST_OPTIONS, parseOptions, translatedOptions } from '../../questions/shared/options.ts'
import type { Say } from '../../questions/shared/question.ts'
import { isRecord } from '../../util/records.ts'
import type { Report } from '../diagnostic.ts'
import { at, pairsOf, valueOf, type Node, type Pair } from '../yaml/tree.ts'
import { checkOptions } from './names.ts'
import type { Definitions, FilePart } from './outline.ts'
import { checkKeysOf } from './prompts.ts'

/** The key of the manifest that lists options for several prompts. */
export const OPTION_LISTS = 'option_lists'

/** The definitions of a manifest. Reports their errors. `invalid` has the paths that the schema has reported. */
export function definitionsIn(manifest: FilePart, invalid: ReadonlySet<string>): Definitions {
  const read = (list: string, check: Check, translate: Translate) => {
    const found = pairsOf(at(manifest.node, list)).map((pair) => {
      const isValid = ![...invalid].some((path) => `${path}/`.startsWith(`${list}/${pair.key}/`) || path === list)
      const node = isValid && isSound(pair, manifest, check) ? pair.value : undefined
      return [pair.key, { node, translate: (say: Say) => node && translate(node, say) }] as const
    })
    return [list, new Map(found)] as const
  }
  return new Map([
    read(OPTION_LISTS, checkList, translateList),
    ...definers().map(({ type, list }) => read(list, checkAs(type), translateAs(type)))
  ])
}

type Check = (pair: Pair, part: FilePart) => void
type Translate = (node: Node, say: Say) => void

/** The prompt types some of whose keys can be defined. */
function definers(): { readonly type: PromptType; readonly list: string }[] {
  return Object.values(questions).flatMap(({ type, defined }) => (defined ? [{ type, list: defined.list }] : []))
}

function isSound(pair: Pair, manifest: FilePart, check: Check): boolean {
  let isFaulty = false
  const report: Report = (...finding) => {
    isFaulty = true
    manifest.report(...finding)
  }
  check(pair, { ...manifest, report })
  return !isFaulty
}

function checkList({ keySpan, value }: Pair, part: FilePart): void {
  const count = parseOptions(valueOf(value)).length
  if (count === 0) part.report('no-options', keySpan, {})
  if (count > MOST_OPTIONS) part.report('too-much', keySpan, { most: MOST_OPTIONS, many: true })
  checkOptions(value, part)
}

function translateList(node: Node, say: Say): void {
  translatedOptions(parseOptions(valueOf(node)), [], say)
}

const checkAs =
  (type: PromptType): Check =>
  ({ value }, { report }) =>
    checkKeysOf({ type, prompt: definedAs(type, value), node: value }, report)

const translateAs =
  (type: PromptType): Translate =>
  (node, say) =>
    questionOf({ type }).translated?.(definedAs(type, node), say)

/** A prompt with nothing but what is defined. */
function definedAs(type: PromptType, node: Node) {
  const keys = valueOf(node)
  return promptFromKeys(type, { id: '', ask: '' }, isRecord(keys) ? keys : {}, 2)
}
