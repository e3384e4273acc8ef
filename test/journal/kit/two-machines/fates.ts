import path from 'node:path'
import type { Machine } from './machine.ts'
import { wordsIn, type Ledger } from './words.ts'

/** What became of all acknowledged words on a machine. */
export interface Fates {
  /** `reflect search` finds them. */
  readonly found: readonly string[]
  /** The program names their files. */
  readonly named: readonly string[]
  /** The copier replaced them by a newer version of the same entry, as it does with every file. */
  readonly overwritten: readonly string[]
  /** The copier never brought them here, as rsync does not if two versions have one size and the same second. */
  readonly undelivered: readonly string[]
  readonly lost: readonly string[]
}

/** Looks for every acknowledged word on a machine. */
export async function fatesOn(
  machine: Machine,
  { ledger, overwritten }: { readonly ledger: Ledger; readonly overwritten: ReadonlySet<string> }
): Promise<Fates> {
  ledger.see(machine.name, machine.journal, machine.live)
  const fates: Record<keyof Fates, string[]> = { found: [], named: [], overwritten: [], undelivered: [], lost: [] }
  const all = await machine.run(['search', 'qz', '--json'])
  const seen = new Set(wordsIn(all.stdout))
  const said = all.stderr + (await namedBy(machine))
  const fateOf = async (word: string, file: string): Promise<keyof Fates> => {
    const isFound = seen.has(word) || (await machine.run(['search', word, '--count'])).stdout.trim() === '1'
    if (isFound) return 'found'
    if (said.includes(path.basename(file))) return 'named'
    if (overwritten.has(word)) return 'overwritten'
    return ledger.hasReached(machine.name, word) ? 'lost' : 'undelivered'
  }
  for (const [word, file] of ledger.kept) {
    fates[await fateOf(word, file)].push(word)
  }
  return { ...fates, lost: fates.lost.map((word) => `${word} in ${ledger.kept.get(word)} on ${machine.name}`) }
}

/** All that `reflect doctor` says, apart from what is well and from files that are not the program's. */
async function namedBy(machine: Machine): Promise<string> {
  const { stdout } = await machine.run(['doctor', '--json'])
  const findings = JSON.parse(stdout) as { state: string; message: string }[]
  return JSON.stringify(findings.filter(({ state, message }) => state !== 'well' && !message.includes('leaves alone')))
}
