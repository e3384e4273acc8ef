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
  /** The learner replaced them in the entry, and the trash has a copy that still had them. */
  readonly replaced: readonly string[]
  /** The copier never brought them here, as rsync does not if two versions have one size and the same second. */
  readonly undelivered: readonly string[]
  readonly lost: readonly string[]
}

/** Looks for every acknowledged word on a machine. `discarded` are the words in the trash of any machine. */
export async function fatesOn(
  machine: Machine,
  { ledger, overwritten, discarded }: Record<'overwritten' | 'discarded', ReadonlySet<string>> & { ledger: Ledger }
): Promise<Fates> {
  ledger.see(machine.name, machine.journal, machine.live)
  const fates: Record<keyof Fates, string[]> = {
    found: [],
    named: [],
    overwritten: [],
    replaced: [],
    undelivered: [],
    lost: []
  }
  const all = await machine.run(['search', 'qz', '--json'])
  const seen = new Set(wordsIn(all.stdout))
  const said = all.stderr + (await namedBy(machine))
  const fileOf = (word: string) => ledger.fileOn(machine.name, word) ?? ''
  const fateOf = async (word: string): Promise<keyof Fates> => {
    const isFound = seen.has(word) || (await machine.run(['search', word, '--count'])).stdout.trim() === '1'
    if (isFound) return 'found'
    if (said.includes(path.basename(fileOf(word)))) return 'named'
    if (overwritten.has(word)) return 'overwritten'
    if (ledger.isReplaced(word) && discarded.has(word)) return 'replaced'
    return ledger.hasReached(machine.name, word) ? 'lost' : 'undelivered'
  }
  for (const word of ledger.kept) fates[await fateOf(word)].push(word)
  return { ...fates, lost: fates.lost.map((word) => `${word} in ${fileOf(word)} on ${machine.name}`) }
}

/** All that `reflect doctor` says, apart from what is well and from files that are not the program's. */
async function namedBy(machine: Machine): Promise<string> {
  const { stdout } = await machine.run(['doctor', '--json'])
  const findings = JSON.parse(stdout) as { state: string; message: string }[]
  return JSON.stringify(
    findings.filter(({ state, message }) => state !== 'well' && !message.includes('reflect ignores'))
  )
}
