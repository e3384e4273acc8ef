import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { fillIn, type AnswersFault } from '../../interview/answers.ts'
import { isUnanswered } from '../../entry/model.ts'
import { finishedEntry } from '../../interview/entry.ts'
import { discussionSection } from '../../interview/shown-discussion.ts'
import { view } from '../../interview/view.ts'
import { entryJson } from '../../export/json.ts'
import { languagesFor } from '../../words/index.ts'
import { present } from '../../util/records.ts'
import { codeOf } from '../../util/system-calls.ts'
import type { Journal } from '../../journal/store.ts'
import { suggest } from '../../text/suggest.ts'
import { findExercise, type FoundExercise } from '../../pack/find.ts'
import { ambiguousRoute, findRoutes, isOnRoute, type FoundRoute } from '../../pack/routes.ts'
import type { Pack } from '../../pack/model.ts'
import { excerpt } from '../../questions/shared/checking.ts'
import { decode } from '../../text/decode.ts'
import { isoTime } from '../../dates/time.ts'
import { newSession, sceneOf } from '../session/opening.ts'
import { printJson } from '../shared/output.ts'
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml'
import { typedPath } from '../../text/typed-path.ts'

/** The options of `start --answers`. */
export interface AnswersOptions {
  readonly exercise?: string | undefined
  /** A file, or `-` for standard input. */
  readonly answers: string
  readonly tag?: readonly string[]
  readonly route?: string
  readonly json?: boolean
}

/**
 * Makes a finished entry from a file of answers without asking anything, and prints its path.
 *
 * @throws UsageError if no exercise is named, the file cannot be read, or answers are wrong: it names every fault.
 */
export async function runAnswers(
  options: AnswersOptions,
  packs: readonly Pack[],
  journal: Journal,
  context: Context
): Promise<void> {
  const words = context.words.commands.answers
  if (options.exercise === undefined) throw new UsageError(words.whichExercise)
  const { pack, exercise } = findExercise(packs, options.exercise, context.words)
  const values = parsed(await bytesOf(options.answers, context), options.answers, context)
  const opening = { pack, exercise, journal, context }
  const { route: name, ...others } = options
  const route = name === undefined ? undefined : routeThrough({ pack, exercise }, name, packs, context)
  const { heading } = newSession(opening, { ...others, ...present({ route }) })
  const scene = sceneOf(opening, heading)
  const filled = fillIn(scene, values, { language: heading.language, languages: languagesFor(context.words) })
  if (!filled.ok) {
    const lines = filled.faults.map((fault) => `  ${excerpt(fault.prompt)}: ${inWords(fault, context)}`)
    throw new UsageError([words.doNotFit(nameOf(options.answers, context), exercise.id), ...lines].join('\n'))
  }
  const seen = view(scene, filled.walk)
  const parts = present({ heading, words: scene.words, discussion: discussionSection(scene, seen) })
  const entry = finishedEntry(parts, seen, isoTime(context.now()))
  if (isUnanswered(entry)) throw new UsageError(words.noAnswer(nameOf(options.answers, context), exercise.id))
  const { file } = journal.add(entry)
  if (options.json === true) printJson(entryJson(entry, file), context)
  else context.stdout.write(`${file}\n`)
}

/** The route that a name means; of several, the only one that leads through the exercise. @throws UsageError if none or several do. */
function routeThrough(found: FoundExercise, name: string, packs: readonly Pack[], { words }: Context): FoundRoute {
  const [first, ...others] = findRoutes(packs, name, words)
  if (others.length === 0) return first
  const [only, ...more] = [first, ...others].filter((route) => isOnRoute(found, route))
  if (only === undefined || more.length > 0) throw ambiguousRoute([first, ...others], name, words)
  return only
}

function inWords(fault: AnswersFault, context: Context): string {
  const words = context.words.commands.answers
  switch (fault.kind) {
    case 'unknown':
      return words.unknownPrompt(suggest(fault.prompt, fault.known))
    case 'hidden':
      return words.hidden
    case 'wrong': {
      const found = fault.fault
      return context.words.faults.sentence('what' in found ? { ...found, what: excerpt(found.what) } : found)
    }
  }
}

/** How a source is called in a sentence. */
export function nameOf(source: string, { words }: Context): string {
  return source === '-' ? words.commands.answers.standardInput : source
}

/** The bytes of a file, or of standard input for `-`. @throws UsageError if the file cannot be read. */
export async function bytesOf(source: string, context: Context): Promise<Buffer> {
  if (source !== '-') {
    try {
      return fs.readFileSync(typedPath(source, context))
    } catch (cause) {
      const { notThere, unreadable } = context.words.commands.answers
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new UsageError(codeOf(cause) === 'ENOENT' ? notThere(source) : unreadable(source, why), { cause })
    }
  }
  const chunks: Buffer[] = []
  for await (const chunk of context.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** The prompt ids and values of a mapping. JSON is tried first, because it is exact, and faster for a long text. */
function parsed(bytes: Buffer, source: string, context: Context): ReadonlyMap<string, unknown> {
  const words = context.words.commands.answers
  const name = nameOf(source, context)
  const { text, fault: foreign } = decode(bytes)
  if (foreign !== undefined) throw new UsageError(context.words.commands.notUtf8(name, foreign.encoding))
  const value = fromJson(text) ?? fromYaml(text, (line, what) => new UsageError(words.notYaml(name, line, what)))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UsageError(words.notAMapping(name))
  return new Map(Object.entries(value))
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fromYaml(text: string, fault: (line: number, what: string) => UsageError): unknown {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, logLevel: 'error' })
  const [error] = document.errors
  if (error !== undefined) throw fault(lineCounter.linePos(error.pos[0]).line, error.message)
  // A number that YAML would change, such as 1.000 to 1, is read by the rules of the pack's language.
  const pairs = isMap(document.contents) ? document.contents.items : []
  for (const { value } of pairs)
    if (isScalar(value) && typeof value.value === 'number' && value.source !== String(value.value))
      value.value = value.source
  return document.toJS({ maxAliasCount: 0 })
}
