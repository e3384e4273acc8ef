import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import { byKind, lossesIn } from '../../journal/inspection/losses.ts'
import type { Ledger, Loss } from '../../journal/ledger.ts'
import { Trash } from '../../journal/trash.ts'
import type { LossKind } from '../../words/shared/types.ts'
import { ledgerOf } from '../shared/journal.ts'
import type { Finding, InspectionOptions } from './finding.ts'
import { shellWord } from '../../text/shell-word.ts'

/** The findings about missing and damaged entries, and whether the journal's folder is there to be inspected. */
export interface LossFindings {
  readonly findings: readonly Finding[]
  readonly isThere: boolean
}

/** Looks for entries that are missing or damaged. With `forget` they are not mentioned again, and a folder that is gone is a new journal. */
export function lossFindings(dir: string, { forget }: InspectionOptions, context: Context): LossFindings {
  const ledger = ledgerOf(dir, context)
  const isToForget = forget === true
  try {
    const { losses } = lossesIn(ledger, true)
    return { findings: isToForget ? silenced(losses, ledger, context) : namedIn(losses, dir, context), isThere: true }
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    if (isToForget) ledger.forget()
    const message = isToForget ? context.words.doctor.forgottenJournal(dir) : error.inWords(context.words)
    return { findings: [{ area: 'journal', state: isToForget ? 'well' : 'wrong', message }], isThere: false }
  }
}

function silenced(losses: readonly Loss[], ledger: Ledger, { words }: Context): Finding[] {
  ledger.silence(losses.map(({ path }) => path))
  return [{ area: 'journal', state: 'well', message: words.doctor.forgotten(losses.length) }]
}

/** Entries with two versions, or in another encoding, have a finding of their own, with the line. */
function namedIn(losses: readonly Loss[], dir: string, context: Context): Finding[] {
  const said = context.words.doctor
  const kinds = byKind(losses).filter(([kind]) => kind !== 'versions' && kind !== 'encoding')
  if (kinds.length === 0) return []
  const named = kinds.map(([kind, of]): Finding => {
    const lines = of.map(({ path }) => path)
    return {
      area: 'journal',
      state: 'wrong',
      message: said.lost[kind](lines.length),
      lines,
      files: IS_THERE.has(kind) ? lines : []
    }
  })
  return [...named, ...discarded(losses, dir, context), { area: 'journal', state: 'note', message: said.toForget }]
}

/**
 * The entries of which the journal's trash has a version, with the commands that get them back. The only file of an entry comes there
 * as a copy if two computers disagree about its name: each keeps one file, and removes the other one for both.
 */
function discarded(losses: readonly Loss[], dir: string, { platform, words }: Context): Finding[] {
  const missing = losses.flatMap(({ path, id }) => (id === undefined ? [] : [{ path, id }]))
  if (missing.length === 0) return []
  const ids = new Set(new Trash(dir).list().entries.map(({ id }) => id))
  const found = missing.filter(({ id }) => ids.has(id))
  if (found.length === 0) return []
  const lines = found.flatMap(({ path, id }) => [path, `  reflect journal --restore ${shellWord(id, platform)}`])
  return [{ area: 'journal', state: 'note', message: words.doctor.lostInTrash(found.length), lines }]
}

/** Kinds whose files are there. */
const IS_THERE: ReadonlySet<LossKind> = new Set(['empty', 'zeros', 'encoding', 'damaged', 'bare', 'versions'])
