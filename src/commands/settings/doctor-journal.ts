import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import { inspect, mend, type Inspection } from '../../journal/inspection/inspection.ts'
import { conversionOf } from '../../journal/inspection/conversion.ts'
import { isEntryFolder } from '../../journal/names.ts'
import { openJournal, type Journal } from '../../journal/store.ts'
import { visible } from '../../text/visible.ts'
import { translated } from '../../words/index.ts'
import { confirm, journalOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { tell, Ticker } from '../shared/output.ts'

interface InspectionOptions extends GlobalOptions {
  /** Asks nothing. */
  readonly json?: boolean
  /** Repairs what can be repaired without losing anything. */
  readonly fix?: boolean
}

/** The result of one check. */
export interface Finding {
  readonly area: 'settings' | 'journal' | 'packs' | 'terminal' | 'editor' | 'code cache'
  readonly state: 'well' | 'note' | 'wrong'
  /** What was found, and what to do if something is wrong. */
  readonly message: string
  /** The files that this is about, relative to the journal. Every file of the journal is in some finding. */
  readonly files?: readonly string[]
}

/** Inspects the journal, with `fix` repairs it first, and gives the findings. */
export async function journalFindings(options: InspectionOptions, context: Context): Promise<Finding[]> {
  const dir = journalOf(options, context)
  const said = context.words.doctor
  if (!fs.existsSync(dir)) return [{ area: 'journal', state: 'well', message: said.noJournal(dir) }]
  const ticker = new Ticker(options, context)
  try {
    const journal = openJournal(dir)
    const place = { dir, now: context.now().getTime(), platform: context.platform }
    const look = () => inspect(place, (files) => ticker.tick(files))
    const found = look()
    ticker.clear()
    const isToMend = options.fix === true
    const why = isToMend ? whyNotMended(dir, found, context) : undefined
    const isMended = isToMend && why === undefined
    const converted = isToMend ? await reencode(found, journal, options, context) : []
    const left = why === undefined && converted.length === 0 ? found : look()
    return [
      ...(why === undefined ? [] : [why]),
      ...writable(dir, context),
      ...converted,
      ...findingsOf(left, dir, context),
      ...mendable(isMended ? found : left, isMended, context)
    ]
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return [{ area: 'journal', state: 'wrong', message: error.inWords(context.words) }]
  } finally {
    ticker.clear()
  }
}

/** Repairs. Gives a finding if that failed. */
function whyNotMended(dir: string, found: Inspection, { words }: Context): Finding | undefined {
  try {
    mend(dir, found)
    return undefined
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return { area: 'journal', state: 'wrong', message: error.inWords(words) }
  }
}

/** Converts entries to UTF-8. If the encoding is not certain, the user sees the lines first and is asked. */
async function reencode(
  { undecoded }: Inspection,
  journal: Journal,
  options: InspectionOptions,
  context: Context
): Promise<Finding[]> {
  const said = context.words.doctor
  const findings: Finding[] = []
  for (const { file } of undecoded) {
    const conversion = conversionOf(fs.readFileSync(path.join(journal.dir, file)))
    if (conversion === undefined || (conversion.lines.length > 0 && options.json === true)) continue
    for (const { line, text } of conversion.lines) tell(said.lineReads(line, visible(text)), context)
    const isCertain = conversion.lines.length === 0
    if (!isCertain && (await confirm(said.areRight(visible(file)), false, options, context)) !== true) continue
    const copy = journal.reencode(path.join(journal.dir, file), conversion)
    if (copy !== undefined)
      findings.push({ area: 'journal', state: 'well', message: said.reencoded(file, path.relative(journal.dir, copy)) })
  }
  return findings
}

function writable(dir: string, { words }: Context): Finding[] {
  const below = fs.readdirSync(dir).filter((name) => isEntryFolder(name))
  return [dir, ...below.map((name) => path.join(dir, name))]
    .filter((folder) => !isWritable(folder))
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
  const { entries, drafts, deleted, copies, strays, foreign, ours } = found.files
  const well = [...entries, ...drafts, ...deleted, ...ours]
  const finding = (state: Finding['state'], message: string, files: readonly string[]) =>
    ({ area: 'journal', state, message, files }) as const
  return [
    finding('well', said.journal(dir, entries.length, drafts.length, deleted.length), well),
    ...found.unread.map(({ file, why }) => finding('wrong', said.unread(file, translated(why, words)), [file])),
    ...found.undecoded.map(({ file, lines }) => finding('wrong', said.undecoded(file, lines), [file])),
    ...found.repeated.map(({ files }) => finding('wrong', said.repeated(files), files)),
    ...found.spoilt.map(({ file, answers }) => finding('note', said.spoilt(file, answers), [file])),
    ...copies.map((file) => finding('note', said.copy(file), [file])),
    ...strays.map((file) => finding('note', said.stray(file), [file])),
    ...(foreign.length === 0 ? [] : [finding('note', said.foreign(foreign), foreign)])
  ]
}

function mendable({ files, exposed }: Inspection, isMended: boolean, { words }: Context): Finding[] {
  const said = words.doctor
  const kinds = [
    { found: files.leftovers, say: said.remains },
    { found: files.spareCopies, say: said.spareCopies },
    { found: exposed, say: said.exposed }
  ]
  const state = isMended ? 'well' : 'wrong'
  return kinds
    .filter(({ found }) => found.length > 0)
    .map(({ found, say }) => ({ area: 'journal', state, message: say(found.length, isMended), files: found }))
}
