import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { run, withLanguage } from '../../../../src/main.ts'
import { contextIn } from '../../../kit/context.ts'
import { filesBelow, launcher } from '../../../kit/program.ts'
import { memoize } from '../../../../src/util/memoize.ts'
import type { Chance } from './random.ts'
import { wordsIn, type Ledger } from './words.ts'
import { programHere } from '../../../kit/needs.ts'

/** What a run of the program gave. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Programs that format Markdown, and the option that makes them write the file. */
export const FORMATTERS = [
  ['prettier', '--write'],
  ['markdownlint-cli2', '--fix']
] as const

/** Whether a program is installed. */
export const isInstalled = memoize((program: string) => programHere(program) !== undefined)

/** What the machines of a simulation share, and the time on one of them, in milliseconds. */
export interface Simulation {
  readonly chance: Chance
  readonly ledger: Ledger
  readonly now: number
  /** Also runs the built program and kills it at random moments, and runs those formatters of Markdown that are installed. */
  readonly isReal?: boolean
}

/** A computer with a journal, settings and a clock of its own, and a learner who does things at random. */
export class Machine {
  readonly name: string
  readonly dir: string
  readonly journal: string
  readonly #chance: Chance
  readonly #ledger: Ledger
  readonly #isReal: boolean
  #now: number

  constructor(name: string, dir: string, { chance, ledger, now, isReal = false }: Simulation) {
    this.#isReal = isReal
    this.name = name
    this.dir = dir
    this.journal = path.join(dir, 'journal')
    this.#chance = chance
    this.#ledger = ledger
    this.#now = now
    fs.mkdirSync(this.journal, { recursive: true })
  }

  /** Runs the program in this process. */
  async run(args: readonly string[], input = ''): Promise<Ran> {
    const own = contextIn(this.dir, { LANG: 'en_GB.UTF-8' })
    const zone = this.name === 'A' ? 'Europe/London' : 'America/New_York'
    const context = { ...own, now: () => new Date(this.#now), zone: () => zone, uuid: () => this.#uuid() }
    context.stdin.end(input)
    const code = await run(args, withLanguage(context, args))
    return { code, ...own.said }
  }

  /** Files that may be entries or drafts, relative to the journal. */
  get live(): string[] {
    return filesBelow(this.journal)
      .filter((file) => file.endsWith('.md') && !file.startsWith('trash') && !path.basename(file).startsWith('.'))
      .filter((file) => !file.startsWith('.'))
      .toSorted()
  }

  /** The words in its trash. */
  get discarded(): string[] {
    const trash = path.join(this.journal, 'trash')
    return filesBelow(trash).flatMap((file) => wordsIn(fs.readFileSync(path.join(trash, file), 'utf8')))
  }

  text(file: string): string {
    return fs.readFileSync(path.join(this.journal, file), 'utf8')
  }

  /** One random step. Returns its name. @throws if the program failed in a way that is not a plain refusal. */
  async step(): Promise<string> {
    this.#now += 1000 * (1 + this.#chance.below(40 * 60))
    const steps = {
      create: () => this.#create(),
      leave: () => this.#leave(),
      change: () => this.#change(),
      append: () => this.#append(),
      tag: () => this.#tag(),
      hand: () => this.#editByHand(),
      delete: () => this.#delete(),
      restore: () => this.#restore(),
      move: () => this.#move(),
      rename: () => this.#rename(),
      date: () => this.#date(),
      doctor: () => this.#run(['doctor', '--fix']),
      ...(this.#isReal ? { kill: () => this.#killed(), format: () => this.#format() } : {})
    }
    const often = ['create', 'create', 'create', 'change', 'append', 'append', 'tag', 'hand', 'hand'] as const
    const name = this.#chance.oneOf([...often, ...(Object.keys(steps) as (keyof typeof steps)[])])
    await steps[name]?.()
    return name
  }

  #uuid(): string {
    const digits = (length: number) => Array.from({ length }, () => this.#chance.below(16).toString(16)).join('')
    return [8, 4, 4, 4, 12].map(digits).join('-')
  }

  async #run(args: readonly string[], input?: string): Promise<Ran> {
    const ran = await this.run(args, input)
    if (/unexpected|    at /.test(ran.stderr)) throw new Error(`${args.join(' ')}: ${ran.stderr}`)
    return ran
  }

  #file(): string | undefined {
    const files = this.live
    return files.length === 0 ? undefined : this.#chance.oneOf(files)
  }

  async #create(): Promise<void> {
    const [what, more] = [this.#ledger.invent(), this.#ledger.invent()]
    const input = JSON.stringify({ what: `It was ${what}.`, 'so-what': 'me', 'so-what.follow_up': `Or ${more}.` })
    const { code, stdout, stderr } = await this.#run(['start', 'three-questions', '--answers', '-'], input)
    if (code !== 0) throw new Error(`start: ${stderr}`)
    this.#ledger.acknowledge([what, more], path.relative(this.journal, stdout.trim()))
  }

  /** Leaves an exercise unfinished. */
  async #leave(): Promise<void> {
    const word = this.#ledger.invent()
    await this.#run(['start', 'three-questions', '--again', '--plain'], `\nUnfinished ${word}`)
    const file = this.live.find((one) => this.text(one).includes(word))
    if (file !== undefined) this.#ledger.acknowledge([word], file)
  }

  /** Replaces the first answer of an entry. */
  async #change(): Promise<void> {
    await this.#answer(`Rather ${this.#ledger.invent()}.\n.\n\n\n`)
  }

  /** Adds a line to the first answer: plain mode takes "+" for the answer so far, if it does at all. */
  async #append(): Promise<void> {
    const file = this.#file()
    if (file === undefined) return
    const [answer] = /(?<=\n\n)[^\n>#<-][^\n]*qz[^\n]*/.exec(this.text(file)) ?? []
    if (answer !== undefined) await this.#answer(`${answer}\nAlso ${this.#ledger.invent()}.\n.\n\n\n`, file)
  }

  async #answer(typed: string, file = this.#file()): Promise<void> {
    if (file === undefined || file.startsWith('drafts')) return
    const [own, before] = [wordsIn(this.text(file)), this.#wordsOf(file)]
    await this.#run(['edit', path.join(this.journal, file), '--plain'], `1\n${typed}`)
    const holder = this.live.find((one) => wordsIn(typed).every((word) => this.text(one).includes(word)))
    if (holder === undefined) return
    const now = new Set(wordsIn(this.text(holder)))
    this.#ledger.replace(own.filter((word) => !now.has(word)))
    this.#releaseReplaced(before)
    this.#ledger.acknowledge(wordsIn(typed), holder)
  }

  /** The words of an entry and of its drafts, which a new answer takes the place of. */
  #wordsOf(file: string): string[] {
    const id = /^id: .*$/m.exec(this.text(file))?.[0] ?? '\0'
    return this.live.map((one) => this.text(one)).flatMap((text) => (text.includes(id) ? wordsIn(text) : []))
  }

  #releaseReplaced(before: readonly string[]): void {
    const now = new Set(this.live.flatMap((one) => wordsIn(this.text(one))))
    this.#ledger.release(before.filter((word) => !now.has(word)))
  }

  /** Lets a formatter write an entry's file anew. */
  #format(): void {
    const file = this.#file()
    const formatters = FORMATTERS.filter(([program]) => isInstalled(program))
    if (file === undefined || formatters.length === 0) return
    const [program, option] = this.#chance.oneOf(formatters)
    spawnSync(program, [option, path.basename(file)], { cwd: path.dirname(path.join(this.journal, file)) })
  }

  /** Starts the built program and kills it after up to a quarter of a second. What it said it had saved must be there. */
  #killed(): void {
    const word = this.#ledger.invent()
    const file = this.#file()
    const isNew = file === undefined || file.startsWith('drafts') || this.#chance.is(0.5)
    const before = isNew ? [] : this.#wordsOf(file)
    const [args, input] = isNew
      ? [['start', 'three-questions', '--answers', '-'], JSON.stringify({ what: `Cut ${word}.`, 'so-what': 'me' })]
      : [['edit', path.join(this.journal, file), '--plain'], `1\nCut ${word}.\n.\n\n\n`]
    const { stdout } = spawnSync(process.execPath, [launcher(), ...args], {
      input,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.dir,
        REFLECT_HOME: path.join(this.dir, 'home'),
        REFLECT_JOURNAL: this.journal,
        TZ: 'Europe/London'
      },
      timeout: 30 + this.#chance.below(250),
      killSignal: 'SIGKILL'
    })
    const holder = this.live.find((one) => this.text(one).includes(word))
    if (holder !== undefined) this.#releaseReplaced(before)
    if (stdout.trimEnd().endsWith('.md') && stdout.endsWith('\n')) this.#ledger.acknowledge([word], holder ?? stdout)
  }

  async #tag(): Promise<void> {
    const file = this.#file()
    if (file === undefined) return
    const word = this.#ledger.invent()
    const { code } = await this.#run(['edit', path.join(this.journal, file), '--tag', word])
    if (code === 0) this.#ledger.acknowledge([word], file)
  }

  /** Another program adds a line to an answer, or a note under the title. */
  #editByHand(): void {
    const file = this.#file()
    if (file === undefined) return
    const word = this.#ledger.invent()
    const text = this.text(file)
    const after = this.#chance.is(0.8)
      ? `${text.trimEnd()}\n\nBy hand ${word}.\n`
      : text.replace(/^# .*$/m, (title) => `${title}\n\nNote ${word}.`)
    fs.writeFileSync(path.join(this.journal, file), after)
    if (after.includes(word)) this.#ledger.acknowledge([word], file)
  }

  /** Deletes an entry with its copies, or one of its copies. */
  async #delete(): Promise<void> {
    const file = this.#file()
    if (file === undefined || !this.#chance.is(0.5)) return
    const before = this.#wordsOf(file)
    const { code } = await this.#run(['delete', path.join(this.journal, file), '--yes'])
    if (code === 0) this.#releaseReplaced(before)
  }

  async #restore(): Promise<void> {
    const files = filesBelow(path.join(this.journal, 'trash')).filter((file) => file.endsWith('.md'))
    if (files.length === 0) return
    const file = this.#chance.oneOf(files)
    const words = wordsIn(fs.readFileSync(path.join(this.journal, 'trash', file), 'utf8'))
    const { code } = await this.#run(['journal', '--restore', path.join(this.journal, 'trash', file)])
    const holder = this.live.find((one) => words.every((word) => this.text(one).includes(word)))
    if (code === 0 && holder !== undefined) this.#ledger.acknowledge(words, holder)
  }

  #move(): void {
    const file = this.#file()
    if (file !== undefined && !file.startsWith('drafts'))
      this.#renameTo(
        file,
        path.join(this.#chance.oneOf(['work', '2026/clinic', 'deep/er/still', '']), path.basename(file))
      )
  }

  #rename(): void {
    const file = this.#file()
    const names = ['My own name', 'Copy of it', 'conflicted copy of my feelings', '2026-01-01-three-questions']
    if (file !== undefined && !file.startsWith('drafts'))
      this.#renameTo(file, path.join(path.dirname(file), `${this.#chance.oneOf(names)} ${this.#chance.below(1000)}.md`))
  }

  #renameTo(file: string, to: string): void {
    const [from, target] = [path.join(this.journal, file), path.join(this.journal, to)]
    if (fs.existsSync(target)) return
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.renameSync(from, target)
  }

  async #date(): Promise<void> {
    const file = this.#file()
    if (file === undefined) return
    const day = `2026-${String(1 + this.#chance.below(11)).padStart(2, '0')}-1${this.#chance.below(10)}`
    await this.#run(['edit', path.join(this.journal, file), '--date', day])
  }
}
