import fs from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { withMarkers } from '../../entry/codec.ts'
import type { MergedCopy } from '../../journal/copies.ts'
import { conversionOf } from '../../journal/inspection/conversion.ts'
import { addIgnoreLines, missingIgnoreLines } from '../../journal/inspection/ignored.ts'
import { mend, type CopyOf, type Inspection } from '../../journal/inspection/inspection.ts'
import { isConflictCopy, stemOf } from '../../journal/names.ts'
import type { Journal } from '../../journal/store.ts'
import { decode } from '../../text/decode.ts'
import { visible } from '../../text/visible.ts'
import { typedPath } from '../../text/typed-path.ts'
import { groupBy } from '../../util/group-by.ts'
import { exerciseOf } from '../exercises/resume.ts'
import { confirm, packsOf } from '../shared/options.ts'
import { tell } from '../shared/output.ts'
import type { Finding, InspectionOptions } from './finding.ts'
import { isOneFile } from '../../storage/fs-errors.ts'
import { shellWord } from '../../text/shell-word.ts'

/** What a repair works on. */
export interface Repair {
  readonly found: Inspection
  readonly journal: Journal
  readonly options: InspectionOptions
  readonly context: Context
}

/** Repairs what can be repaired without losing anything, asks about the rest, and gives what was done and what was not. */
export async function repair(job: Repair): Promise<Finding[]> {
  return [...mended(job), ...(await reencoded(job)), ...marked(job), ...(await united(job)), ...(await ignored(job))]
}

/** Deletes leftovers and removes the access of others. A finding says if that failed. */
function mended({ found, journal: { dir }, context: { words } }: Repair): Finding[] {
  try {
    mend(dir, found)
    return []
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return [{ area: 'journal', state: 'wrong', message: error.inWords(words) }]
  }
}

/** Converts entries to UTF-8. If the encoding is not certain, the user sees the lines first and is asked. */
async function reencoded({ found, journal, options, context }: Repair): Promise<Finding[]> {
  const said = context.words.doctor
  const findings: Finding[] = []
  for (const file of [...found.utf16, ...found.undecoded.map((one) => one.file)]) {
    const conversion = conversionOf(fs.readFileSync(join(journal.dir, file)))
    if (conversion === undefined || (conversion.lines.length > 0 && options.json === true)) continue
    for (const { line, text } of conversion.lines) tell(said.lineReads(line, visible(text)), context)
    const isCertain = conversion.lines.length === 0
    if (!isCertain && (await confirm(said.areRight(visible(file)), false, options, context)) !== true) continue
    const copy = journal.reencode(join(journal.dir, file), conversion)
    if (copy !== undefined)
      findings.push({ area: 'journal', state: 'well', message: said.reencoded(file, relative(journal.dir, copy)) })
  }
  return findings
}

/** Writes lost markers back where the pack is known. The file as it was stays beside the entry. */
function marked({ found, journal, context }: Repair): Finding[] {
  const files = found.unmarked.filter((file) => {
    const path = join(journal.dir, file)
    const { head } = journal.read(path)
    const prompts = exerciseOf({ ...head, file: path }, packsOf({}, context, head.language))?.exercise.prompts
    const before = fs.readFileSync(path)
    const after = prompts && withMarkers(decode(before, { keepMark: true }).text, prompts)
    return after !== undefined && journal.reencode(path, { before, after }) !== undefined
  })
  return summary(files, context.words.doctor.marked)
}

/** Merges copies into their entries. A copy that shares no answer with its entry may become an entry of its own. */
async function united({ found, journal, options, context }: Repair): Promise<Finding[]> {
  const { doctor: said } = context.words
  const results: (MergedCopy & CopyOf)[] = []
  const separated: string[] = []
  for (const { copy, kept } of found.copies) {
    const result = journal.mergeCopy(join(journal.dir, kept), join(journal.dir, copy))
    const isOwn = result.isOther && (await mayBeOwn({ copy, kept }, options, context))
    if (isOwn) journal.giveId(join(journal.dir, copy), context.uuid())
    if (isOwn) separated.push(copy)
    else results.push({ ...result, copy, kept })
  }
  const of = (kind: MergedCopy['kind']) => results.filter((result) => result.kind === kind)
  const files = (list: readonly CopyOf[]) => list.map(({ copy }) => copy)
  return [
    ...summary(files(of('same')), said.copies.same),
    ...summary(files(of('merged')), said.copies.merged),
    ...separated.map((file): Finding => ({ area: 'journal', state: 'well', message: said.copies.separated(file) })),
    ...of('unread').map(({ copy, kept }): Finding => ({
      area: 'journal',
      state: 'wrong',
      message: said.copies.unread(copy, kept),
      files: [copy]
    })),
    ...of('differs').map((result) => differing(result, context))
  ]
}

/** A copy that has words of its own, and the commands that show and end it. */
function differing({ copy, kept, titles }: MergedCopy & CopyOf, { platform, words }: Context): Finding {
  const said = words.doctor.copies
  const word = (name: string) => shellWord(name, platform)
  const commands = [
    [`reflect show ${word(stemOf(copy))}`, said.show],
    [`reflect edit ${word(stemOf(kept))}`, said.edit],
    [`reflect delete ${word(stemOf(copy))}`, said.delete],
    [`reflect doctor --new-id ${word(copy)}`, said.separate]
  ] as const
  return {
    area: 'journal',
    state: 'wrong',
    kind: 'differs',
    message: said.differs(copy, kept),
    lines: [...titles.map((title) => `- ${title}`), ...commands.flatMap(([command, what]) => [command, `  ${what}`])],
    files: [copy]
  }
}

function summary(files: readonly string[], say: (files: number) => string): Finding[] {
  return files.length === 0 ? [] : [{ area: 'journal', state: 'well', message: say(files.length) }]
}

/** Asks whether a copy is an entry of its own. Enter says yes unless a program that synchronises folders named the copy. */
async function mayBeOwn({ copy, kept }: CopyOf, options: InspectionOptions, context: Context): Promise<boolean> {
  if (options.json === true) return false
  const question = context.words.doctor.copies.isOwn(visible(copy), visible(kept))
  return (await confirm(question, !isConflictCopy(basename(copy)), options, context)) === true
}

/** A path as a finding names it: relative to the journal's folder if it is there. */
export function placeIn(dir: string, file: string): string {
  const place = relative(dir, file)
  return place.startsWith('..') || isAbsolute(place) ? file : place
}

/** Adds the missing lines to lists of ignored files, if the user agrees. */
async function ignored({ journal: { dir }, options, context }: Repair): Promise<Finding[]> {
  const said = context.words.doctor
  const findings: Finding[] = []
  if (options.json === true) return findings
  for (const list of missingIgnoreLines(dir)) {
    const place = placeIn(dir, list.file)
    tell(said.ignore(list.program, visible(place)), context)
    tell(`${list.lines.map((line) => `    ${line}`).join('\n')}\n`, context)
    if ((await confirm(said.addLines(visible(place)), false, options, context)) !== true) continue
    addIgnoreLines(list)
    findings.push({ area: 'journal', state: 'well', message: said.linesAdded(place) })
  }
  return findings
}

/**
 * Makes a copy an entry of its own. `name` is a path, also one relative to the journal's folder.
 *
 * @throws UsageError if the file has not the id of another file of the journal.
 */
export function separate(name: string, { found, journal, context }: Omit<Repair, 'options'>): Finding {
  const typed = typedPath(name, context)
  const path = fs.existsSync(typed) || isAbsolute(name) ? typed : join(journal.dir, name)
  const files = found.copies.flatMap(({ copy, kept }) => [copy, kept])
  const file = fs.existsSync(path) ? files.find((each) => isOneFile(join(journal.dir, each), path)) : undefined
  if (file === undefined) throw new UsageError(({ doctor }) => doctor.copies.isNoCopy(path))
  journal.giveId(path, context.uuid())
  return { area: 'journal', state: 'well', message: context.words.doctor.copies.separated(file) }
}

/** What there is to say about copies before they are merged: one finding, with a line for each folder. */
export function copyFindings(copies: readonly CopyOf[], { words }: Context): Finding[] {
  if (copies.length === 0) return []
  const said = words.doctor.copies
  const files = copies.map(({ copy }) => copy)
  const folders = [...groupBy(files, dirname)]
  const [[only = ''] = []] = folders
  const lines = folders.map(([folder, own]) => said.inFolder(folder, own.length))
  return [
    {
      area: 'journal',
      state: 'wrong',
      message: folders.length === 1 ? said.found(files.length, only) : said.found(files.length),
      ...(folders.length === 1 ? {} : { lines }),
      files
    }
  ]
}
