import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { missingIgnoreLines } from '../../journal/inspection/ignored.ts'
import { inspect, type Inspection } from '../../journal/inspection/inspection.ts'
import { entryFolders } from '../../journal/entry-folders.ts'
import { TRASH, isSystemFile } from '../../journal/names.ts'
import type { Unread } from '../../journal/reading.ts'
import { openJournal } from '../../journal/store.ts'
import { translated } from '../../words/index.ts'
import { folderFault, journalOf } from '../shared/options.ts'
import { Ticker } from '../shared/output.ts'
import { copyFindings, placeIn, repair, separate } from './doctor-fix.ts'
import { lossFindings } from './doctor-losses.ts'
import type { Finding, InspectionOptions } from './finding.ts'

/** Inspects the journal, with `fix` repairs it first, and gives the findings: what is well, wrong, and worth a note. @throws UsageError if `newId` names no copy. */
export async function journalFindings(options: InspectionOptions, context: Context): Promise<Finding[]> {
  const dir = journalOf(options, context)
  const { findings: losses, isThere } = lossFindings(dir, options, context)
  if (!isThere) return [...losses]
  const fault = folderFault(dir, context)
  if (fault !== undefined) return [{ area: 'journal', state: 'wrong', message: fault }]
  if (!fs.existsSync(dir)) return [{ area: 'journal', state: 'well', message: context.words.doctor.noJournal(dir) }]
  const ticker = new Ticker(options, context)
  const place = { dir, now: context.now().getTime(), platform: context.platform }
  const look = () => inspect(place, (files) => ticker.tick(files))
  try {
    const journal = openJournal(dir)
    const first = look()
    ticker.clear()
    const separated = options.newId === undefined ? [] : [separate(options.newId, { found: first, journal, context })]
    const found = separated.length === 0 ? first : look()
    ticker.clear()
    const done = options.fix === true ? await repair({ found, journal, options, context }) : []
    const left = options.fix === true ? look() : found
    const isKnown = new Set(done.flatMap(({ files = [] }) => files))
    const unmerged = left.copies.filter(({ copy }) => !isKnown.has(copy))
    const findings = [
      ...separated,
      ...done,
      ...writable(dir, context),
      ...findingsOf(left, dir, context),
      ...copyFindings(unmerged, context),
      ...mendable(found, left, context),
      // `repair` has shown them and asked.
      ...(options.fix === true && options.json !== true ? [] : ignorable(dir, context))
    ]
    const of = (state: Finding['state']) => findings.filter((finding) => finding.state === state)
    return [...of('well'), ...losses, ...of('wrong'), ...of('note')]
  } catch (error) {
    if (!(error instanceof ReflectError) || error instanceof UsageError) throw error
    return [{ area: 'journal', state: 'wrong', message: error.inWords(context.words) }]
  } finally {
    ticker.clear()
  }
}

function writable(dir: string, { words }: Context): Finding[] {
  const folders = [...entryFolders(dir).folders.map(({ folder }) => folder), path.join(dir, TRASH)]
  return folders
    .filter((folder) => fs.existsSync(folder) && !isWritable(folder))
    .map((folder) => ({ area: 'journal', state: 'wrong', message: words.journal.notAllowed(folder) }))
}

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

function findingsOf(found: Inspection, dir: string, { words }: Context): Finding[] {
  const said = words.doctor
  const { entries, drafts, deleted, ours } = found.files
  const system = found.files.foreign.filter((file) => isSystemFile(path.basename(file)))
  const foreign = found.files.foreign.filter((file) => !system.includes(file))
  const { unmarked } = found
  // Nothing is wrong with them.
  const misnamed = new Set(found.files.misnamed)
  const well = [...entries, ...drafts, ...deleted, ...ours, ...system]
  const finding = (state: Finding['state'], message: string, files: readonly string[]): Finding => ({
    area: 'journal',
    state,
    message,
    files
  })
  const each =
    <T extends { readonly file: string }>(
      kind: 'unread' | 'utf16' | 'undecoded' | 'versions' | 'faulty' | 'spoilt',
      state: Finding['state'],
      say: (one: T) => string
    ) =>
    (one: T): Finding => ({ kind, ...finding(state, say(one), [one.file]) })
  const faults = found.faulty.flatMap(({ file, faults: all }) => all.map(({ why }) => ({ file, why })))
  return [
    finding('well', said.journal(dir, entries.length, drafts.length, deleted.length), well),
    ...found.unread.map((one) =>
      each('unread', misnamed.has(one.file) ? 'note' : 'wrong', ({ file, why }: Unread) =>
        said.unread(file, translated(why, words))
      )(one)
    ),
    ...found.undecoded.map(each('undecoded', 'wrong', ({ file, lines }) => said.undecoded(file, lines))),
    ...(unmarked.length === 0 ? [] : [finding('wrong', said.unmarked(unmarked), unmarked)]),
    ...found.versions.map(each('versions', 'wrong', ({ file, line }) => words.journal.twoVersions(file, line))),
    ...found.utf16.map((file) => ({ file })).map(each('utf16', 'note', ({ file }) => said.utf16(file))),
    ...faults.map(each('faulty', 'note', ({ file, why }) => said.faulty(file, translated(why, words)))),
    ...found.spoilt.map(each('spoilt', 'note', ({ file, answers }) => said.spoilt(file, answers))),
    ...(foreign.length === 0 ? [] : [finding('note', said.foreign(foreign), foreign)])
  ]
}

/** Lines for the lists of ignored files of other programs. */
function ignorable(dir: string, { words }: Context): Finding[] {
  return missingIgnoreLines(dir).map(({ program, file, lines }) => ({
    area: 'journal',
    state: 'note',
    message: words.doctor.ignore(program, placeIn(dir, file)),
    lines
  }))
}

/** What `mend` repairs: `before` was found, `after` is left. */
function mendable(before: Inspection, after: Inspection, { words }: Context): Finding[] {
  const said = words.doctor
  const kinds = [
    { found: before.files.leftovers, left: after.files.leftovers, say: said.remains },
    { found: before.exposed, left: after.exposed, say: said.exposed }
  ]
  return kinds
    .filter(({ found }) => found.length > 0)
    .map(({ found, left, say }) => {
      const isMended = left.length === 0
      return {
        area: 'journal',
        state: isMended ? 'well' : 'wrong',
        message: say(isMended ? found.length : left.length, isMended),
        files: found
      }
    })
}
