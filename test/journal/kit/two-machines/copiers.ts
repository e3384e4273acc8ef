import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { filesBelow } from '../../../kit/program.ts'
import type { Machine } from './machine.ts'
import type { Chance } from './random.ts'
import { wordsIn, type Ledger } from './words.ts'

/** Copies between the journals of two machines as another program does. */
export interface Copier {
  readonly name: string
  /** Copies a part of what differs, in any order. `isAll`: everything, as often as it takes. */
  sync(isAll?: boolean): void | Promise<void>
  /** The words that it wrote over, although nobody deleted them. */
  readonly overwritten: ReadonlySet<string>
  /** Ends what it started. */
  close?(): void
}

/** How a program names the copy that it keeps of a file that was changed on both sides. */
const COPY_NAMES = {
  Syncthing: (stem: string, number: number) => `${stem}.sync-conflict-20261125-${String(100000 + number)}-ABCDEFG.md`,
  Dropbox: (stem: string, number: number) =>
    `${stem} (Jo's conflicted copy 2026-11-25${number === 0 ? '' : ` (${number})`}).md`,
  OneDrive: (stem: string, number: number) => `${stem}-LAPTOP-7G2${number === 0 ? '' : `-${number}`}.md`,
  iCloud: (stem: string, number: number) => `${stem} ${number + 2}.md`
} as const

/** The programs that are imitated. */
export const COPIERS = ['Syncthing', 'Dropbox', 'OneDrive', 'iCloud', 'rsync'] as const

/** What a copier works on. */
export interface Job {
  readonly machines: readonly [Machine, Machine]
  readonly chance: Chance
  readonly ledger: Ledger
}

/** An imitation of a program. */
export function copierOf(name: (typeof COPIERS)[number], job: Job): Copier {
  return name === 'rsync' ? new Updater(job) : new Synchroniser(name, job)
}

/** Files below a journal that are copied: `.reflect` too, unless it is ignored. */
function filesOf({ journal }: Machine, ignored: readonly string[]): string[] {
  return filesBelow(journal).filter((file) => !ignored.some((one) => file.startsWith(one)))
}

const IGNORED = ['drafts', 'trash', '.reflect']

/** Keeps both folders equal and knows their last common state. Changes on both sides give a copy; a change beats a deletion. */
class Synchroniser implements Copier {
  readonly name: string
  readonly overwritten = new Set<string>()
  readonly #copyName: (stem: string, number: number) => string
  readonly #job: Job
  readonly #common = new Map<string, string>()
  readonly #ignored: readonly string[]

  constructor(name: keyof typeof COPY_NAMES, job: Job) {
    this.name = name
    this.#job = job
    this.#copyName = COPY_NAMES[name]
    this.#ignored = job.chance.is(0.5) ? IGNORED : ['.reflect/lock']
  }

  sync(isAll = false): void {
    const { machines, chance } = this.#job
    const evicts = this.name === 'iCloud'
    if (evicts) this.#download(isAll)
    for (let hasChanged = true; hasChanged; hasChanged = isAll && hasChanged) {
      hasChanged = false
      const all = [...new Set(machines.flatMap((machine) => filesOf(machine, this.#ignored)))]
      const paths = [...new Set([...all, ...this.#common.keys()])].toSorted(() => chance.next() - 0.5)
      for (const file of paths) if (isAll || chance.is(0.7)) hasChanged = this.#syncFile(file) || hasChanged
    }
    if (evicts && !isAll) this.#evict()
  }

  #syncFile(file: string): boolean {
    const [a, b] = this.#job.machines
    const [ofA, ofB, common] = [hashOf(a, file), hashOf(b, file), this.#common.get(file)]
    if (isPlaceholder(file) || isEvicted(a, file) || isEvicted(b, file)) return false
    if (ofA === ofB) this.#remember(file, ofA)
    else if (ofA === common || (ofA === undefined && ofB !== common)) this.#copy(file, b, a)
    else if (ofB === common || ofB === undefined) this.#copy(file, a, b)
    else this.#keepBoth(file)
    return ofA !== ofB
  }

  /** The newer or the older one gets a new name, on its own machine. */
  #keepBoth(file: string): void {
    const [winner, loser] = this.#job.chance.is(0.5) ? this.#job.machines : this.#job.machines.toReversed()
    if (winner === undefined || loser === undefined) return
    fs.renameSync(path.join(loser.journal, file), path.join(loser.journal, this.#nameOfCopy(file)))
    this.#copy(file, winner, loser)
  }

  #nameOfCopy(file: string): string {
    const stem = path.join(path.dirname(file), path.basename(file, '.md'))
    const isTaken = (name: string) => this.#job.machines.some(({ journal }) => fs.existsSync(path.join(journal, name)))
    let number = 0
    while (isTaken(this.#copyName(stem, number))) number++
    return this.#copyName(stem, number)
  }

  #copy(file: string, from: Machine, to: Machine): void {
    copyFile(file, from, to)
    this.#remember(file, hashOf(from, file))
  }

  #remember(file: string, hash: string | undefined): void {
    if (hash === undefined) this.#common.delete(file)
    else this.#common.set(file, hash)
  }

  /** Takes content away from a machine and leaves a placeholder. */
  #evict(): void {
    const { machines, chance } = this.#job
    const machine = chance.oneOf(machines)
    const one = machine.live.find((file) => this.#common.get(file) === hashOf(machine, file) && chance.is(0.1))
    if (one === undefined) return
    fs.writeFileSync(path.join(machine.journal, placeholderOf(one)), 'bplist00')
    fs.renameSync(path.join(machine.journal, one), path.join(machine.dir, `evicted-${encodeURIComponent(one)}`))
  }

  #download(isAll: boolean): void {
    for (const machine of this.#job.machines)
      for (const kept of fs.readdirSync(machine.dir).filter((name) => name.startsWith('evicted-')))
        if (isAll || this.#job.chance.is(0.3)) {
          const file = decodeURIComponent(kept.slice('evicted-'.length))
          fs.rmSync(path.join(machine.journal, placeholderOf(file)), { force: true })
          const isTaken = fs.existsSync(path.join(machine.journal, file))
          const target = path.join(machine.journal, isTaken ? this.#nameOfCopy(file) : file)
          fs.mkdirSync(path.dirname(target), { recursive: true })
          fs.renameSync(path.join(machine.dir, kept), target)
        }
  }
}

function placeholderOf(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.icloud`)
}

function isPlaceholder(file: string): boolean {
  return path.basename(file).endsWith('.icloud')
}

function isEvicted({ journal }: Machine, file: string): boolean {
  return fs.existsSync(path.join(journal, placeholderOf(file)))
}

/** `rsync -au` in both directions: the newer file wins, nothing is deleted, no copy is kept. */
class Updater implements Copier {
  readonly name = 'rsync'
  readonly overwritten = new Set<string>()
  readonly #job: Job

  constructor(job: Job) {
    this.#job = job
  }

  sync(): void {
    const [a, b] = this.#job.machines
    for (const [from, to] of [
      [a, b],
      [b, a]
    ] as const)
      for (const file of filesOf(from, ['.reflect'])) this.#update(file, from, to)
  }

  #update(file: string, from: Machine, to: Machine): void {
    if (hashOf(from, file) === hashOf(to, file)) return
    const [source, target] = [from, to].map(({ journal }) => path.join(journal, file))
    const isOlder =
      (target !== undefined && fs.existsSync(target) ? fs.statSync(target).mtimeMs : 0) >=
      fs.statSync(source ?? '').mtimeMs
    if (isOlder) return
    const before = target !== undefined && fs.existsSync(target) ? wordsIn(to.text(file)) : []
    copyFile(file, from, to)
    const now = new Set(wordsIn(to.text(file)))
    for (const word of before) if (!now.has(word)) this.overwritten.add(word)
  }
}

function hashOf({ journal }: Machine, file: string): string | undefined {
  const target = path.join(journal, file)
  return fs.existsSync(target) ? createHash('sha256').update(fs.readFileSync(target)).digest('hex') : undefined
}

/** Makes a file on one machine what it is on the other, with its time; deletes it if it is not there. */
function copyFile(file: string, from: Machine, to: Machine): void {
  const [source, target] = [path.join(from.journal, file), path.join(to.journal, file)]
  if (!fs.existsSync(source)) return fs.rmSync(target, { force: true })
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.copyFileSync(source, target)
  const { atime, mtime } = fs.statSync(source)
  fs.utimesSync(target, atime, mtime)
}
