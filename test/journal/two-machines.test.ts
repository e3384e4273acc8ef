import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { isLong } from '../kit/long.ts'
import { COPIERS, copierOf, type Copier, type Job } from './kit/two-machines/copiers.ts'
import { FORMATTERS, Machine, isInstalled } from './kit/two-machines/machine.ts'
import { Chance } from './kit/two-machines/random.ts'
import { fatesOn, type Fates } from './kit/two-machines/fates.ts'
import { REAL, realCopierOf } from './kit/two-machines/real-copiers.ts'
import { Ledger } from './kit/two-machines/words.ts'
import { needLong } from '../kit/needs.ts'

/** Random steps on each machine. */
const STEPS = Number(process.env['REFLECT_STEPS'] ?? (isLong ? 500 : 15))
const SEEDS = isLong ? [1, 2, 3] : [inject('seed')]
/** Milliseconds. */
const TIMEOUT = 3_600_000
const START = Date.parse('2026-11-23T09:00:00Z')

/** Two machines in a temporary folder. Their clocks differ by 37 minutes. */
function twoMachines(seed: number, isReal = false) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-two-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }))
  const [chance, ledger] = [new Chance(seed), new Ledger()]
  const machine = (name: string, now: number) =>
    new Machine(name, path.join(dir, name), { chance, ledger, now, isReal })
  return { dir, chance, ledger, machines: [machine('A', START), machine('B', START - 37 * 60_000)] as const }
}

/** Lets both machines do `steps` random things, with a copier between them, and looks for all words at the end. */
async function simulate(
  { copier, machines, chance, ledger }: Job & { copier: Copier },
  steps: number
): Promise<Fates[]> {
  for (let step = 0; step < steps; step++) {
    for (const machine of machines) await machine.step()
    for (const machine of machines) ledger.see(machine.name, machine.journal, machine.live)
    if (chance.is(0.2)) await copier.sync()
  }
  await copier.sync(true)
  for (const machine of [...machines, ...machines]) {
    await machine.run(['doctor', '--fix'])
    await copier.sync(true)
  }
  const discarded = new Set(machines.flatMap((machine) => machine.discarded))
  const { overwritten } = copier
  const fates: Fates[] = []
  for (const machine of machines) fates.push(await fatesOn(machine, { ledger, overwritten, discarded }))
  return fates
}

describe('two machines, each with a journal, and a program that copies between them', () => {
  it.each(COPIERS.flatMap((name) => SEEDS.map((seed) => [name, seed] as const)))(
    'lose no acknowledged word: as %s does, seed %i',
    async (name, seed) => {
      const { chance, ledger, machines } = twoMachines(seed)
      const copier = copierOf(name, { machines, chance, ledger })
      const fates = await simulate({ copier, machines, chance, ledger }, STEPS)
      report(`like ${name}`, seed, fates)
      expect(fates.map(({ lost }) => lost)).toEqual([[], []])
    },
    TIMEOUT
  )

  it.each(REAL.flatMap((name) => SEEDS.map((seed) => [name, seed] as const)))(
    'lose no acknowledged word: with the real %s, and the program killed now and then, seed %i',
    async (name, seed) => {
      needLong()
      for (const program of [name, ...FORMATTERS.map(([formatter]) => formatter)])
        if (!isInstalled(program)) process.stderr.write(`SKIPPED: ${program} is not installed\n`)
      if (!isInstalled(name)) return
      const { chance, ledger, machines, dir } = twoMachines(seed, true)
      const copier = await realCopierOf(name, path.join(dir, 'copier'), { machines, chance, ledger })
      onTestFinished(() => copier.close?.())
      const fates = await simulate({ copier, machines, chance, ledger }, STEPS)
      report(name, seed, fates)
      expect(fates.map(({ lost }) => lost)).toEqual([[], []])
    },
    TIMEOUT
  )
})

function report(name: string, seed: number, fates: readonly Fates[]): void {
  const sum = (key: keyof Fates) => fates.reduce((total, one) => total + one[key].length, 0)
  const kinds = ['found', 'named', 'overwritten', 'replaced', 'undelivered', 'lost'] as const
  const all = kinds.reduce((total, kind) => total + sum(kind), 0)
  const counts = kinds.map((kind) => `${sum(kind)} ${kind}`).join(', ')
  process.stdout.write(`${name}, seed ${seed}: 2 × ${STEPS} steps, ${all} words looked for: ${counts}\n`)
}
