import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Copier, Job } from './copiers.ts'
import type { Machine } from './machine.ts'
import { wordsIn } from './words.ts'

/** Real programs that copy between folders, as they are installed on this computer. */
export const REAL = ['git', 'unison', 'rsync', 'syncthing'] as const

/** A copier that runs a real program. `dir` is a folder for its own files. Close it at the end. */
export async function realCopierOf(name: (typeof REAL)[number], dir: string, job: Job): Promise<Copier> {
  fs.mkdirSync(dir, { recursive: true })
  switch (name) {
    case 'git':
      return new Git(dir, job)
    case 'unison':
      return new Unison(dir, job)
    case 'rsync':
      return new Rsync(job)
    case 'syncthing':
      return Syncthing.start(dir, job)
  }
}

/** Commits on both machines, merges through a common repository, and commits conflicts with their marks. */
class Git implements Copier {
  readonly name = 'git'
  readonly overwritten = new Set<string>()
  readonly #machines: readonly Machine[]
  readonly #env: NodeJS.ProcessEnv

  constructor(dir: string, { machines }: Job) {
    this.#machines = machines
    const author = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' }
    const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' }
    this.#env = { PATH: process.env['PATH'] ?? '', HOME: dir, GIT_CONFIG_NOSYSTEM: '1', ...author, ...committer }
    const hub = path.join(dir, 'hub.git')
    this.#git(dir, 'init', '-q', '--bare', '-b', 'main', hub)
    for (const { journal } of machines) {
      this.#git(journal, 'init', '-q', '-b', 'main')
      this.#git(journal, 'remote', 'add', 'origin', hub)
    }
    const [first, second] = machines
    // The lines that `reflect doctor` offers. If all files of a folder were moved to the trash, git would move new files there too.
    fs.writeFileSync(path.join(first.journal, '.gitignore'), '/drafts/\n/trash/\n.reflect*\n')
    this.#git(first.journal, 'add', '-A')
    this.#git(first.journal, 'commit', '-qm', 'first')
    this.#git(first.journal, 'push', '-q', 'origin', 'main')
    this.#git(second.journal, 'pull', '-q', 'origin', 'main')
  }

  sync(isAll = false): void {
    for (const { journal } of isAll ? [...this.#machines, ...this.#machines] : this.#machines) {
      this.#commit(journal)
      this.#git(journal, 'pull', '-q', '--no-rebase', '--no-edit', 'origin', 'main')
      this.#commit(journal)
      this.#git(journal, 'push', '-q', 'origin', 'HEAD:main')
    }
  }

  #commit(journal: string): void {
    this.#git(journal, 'add', '-A')
    this.#git(journal, 'commit', '-qm', 'state')
  }

  /** The exit code does not matter: nothing to commit and a conflict are errors for git. */
  #git(cwd: string, ...args: readonly string[]): void {
    spawnSync('git', args, { cwd, env: this.#env })
  }
}

/** Keeps a copy of the losing side of a conflict. */
class Unison implements Copier {
  readonly name = 'unison'
  readonly overwritten = new Set<string>()
  readonly #dir: string
  readonly #job: Job

  constructor(dir: string, job: Job) {
    this.#dir = dir
    this.#job = job
  }

  sync(isAll = false): void {
    const roots = this.#job.machines.map(({ journal }) => journal)
    const options = ['-batch', '-auto', '-copyonconflict', '-prefer', 'newer', '-ui', 'text', '-silent', '-times']
    for (let run = 0; run < (isAll ? 3 : 1); run++)
      spawnSync('unison', [...roots, ...options, '-ignore', 'Path .reflect', '-ignore', 'Name .reflect-*.tmp'], {
        env: { PATH: process.env['PATH'] ?? '', HOME: this.#dir, UNISON: path.join(this.#dir, 'unison') }
      })
  }
}

/** `rsync -au` in both directions: the newer file wins, and nothing is kept of the older one. */
class Rsync implements Copier {
  readonly name = 'rsync'
  readonly overwritten = new Set<string>()
  readonly #machines: Job['machines']

  constructor({ machines }: Job) {
    this.#machines = machines
  }

  sync(): void {
    const [a, b] = this.#machines
    for (const [from, to] of [
      [a, b],
      [b, a]
    ] as const) {
      const before = to.live.map((file) => [file, wordsIn(to.text(file))] as const)
      execFileSync('rsync', ['-au', '--exclude', '.reflect*', `${from.journal}/`, `${to.journal}/`])
      for (const [file, words] of before) {
        const now = new Set(wordsIn(to.text(file)))
        for (const word of words) if (!now.has(word)) this.overwritten.add(word)
      }
    }
  }
}

/** Two instances that only know each other and only scan when told to. */
class Syncthing implements Copier {
  readonly name = 'syncthing'
  readonly overwritten = new Set<string>()
  readonly #peers: readonly Peer[]

  private constructor(peers: readonly Peer[]) {
    this.#peers = peers
  }

  static async start(dir: string, { machines }: Job): Promise<Syncthing> {
    const first = Math.floor(20_000 + Math.random() * 20_000)
    const peers = machines.map((machine, index) => new Peer(path.join(dir, machine.name), machine, first + 2 * index))
    await Promise.all(peers.map((peer) => peer.start(peers)))
    for (const peer of peers) await peer.isConnected()
    return new Syncthing(peers)
  }

  async sync(isAll = false): Promise<void> {
    for (let round = 0; round < (isAll ? 3 : 1); round++) {
      for (const peer of this.#peers) await peer.scan()
      for (const peer of this.#peers) await peer.isIdle(this.#peers)
    }
  }

  close(): void {
    for (const peer of this.#peers) peer.stop()
  }
}

/** One instance of Syncthing. */
class Peer {
  readonly id: string
  readonly port: number
  readonly #home: string
  readonly #machine: Machine
  #process: ChildProcess | undefined

  constructor(home: string, machine: Machine, port: number) {
    this.#home = home
    this.#machine = machine
    this.port = port
    execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder'], { stdio: 'ignore' })
    this.id = execFileSync('syncthing', [`--home=${home}`, '--device-id'], { encoding: 'utf8' }).trim()
    fs.mkdirSync(path.join(machine.journal, '.stfolder'), { recursive: true })
    fs.writeFileSync(path.join(machine.journal, '.stignore'), '.reflect*\n')
  }

  /** Starts the instance, and waits until it takes commands. */
  start(peers: readonly Peer[]): Promise<void> {
    fs.writeFileSync(path.join(this.#home, 'config.xml'), this.#config(peers))
    const child = spawn('syncthing', ['serve', `--home=${this.#home}`, '--no-browser', '--no-restart'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '', HOME: this.#home, STNOUPGRADE: '1' }
    })
    this.#process = child
    return new Promise((resolve, reject) => {
      child.on('exit', () => reject(new Error('syncthing has ended')))
      child.stdout.on('data', (log: Buffer) => {
        if (log.includes('GUI and API listening')) resolve()
      })
    })
  }

  stop(): void {
    this.#process?.kill('SIGKILL')
  }

  #config(peers: readonly Peer[]): string {
    const devices = peers.map(
      ({ id, port }) => `<device id="${id}" name="x"><address>tcp://127.0.0.1:${port + 1}</address></device>`
    )
    const shared = peers.map(({ id }) => `<device id="${id}"></device>`)
    return `<configuration version="36">
      <folder id="j" path="${this.#machine.journal}" type="sendreceive" rescanIntervalS="0" fsWatcherEnabled="false">
        <filesystemType>basic</filesystemType>${shared.join('')}<maxConflicts>-1</maxConflicts>
      </folder>
      ${devices.join('')}
      <gui enabled="true"><address>127.0.0.1:${this.port}</address><apikey>key</apikey></gui>
      <options>
        <listenAddress>tcp://127.0.0.1:${this.port + 1}</listenAddress>
        <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
        <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><reconnectionIntervalS>1</reconnectionIntervalS>
        <urAccepted>-1</urAccepted><crashReportingEnabled>false</crashReportingEnabled>
        <autoUpgradeIntervalH>0</autoUpgradeIntervalH><startBrowser>false</startBrowser>
      </options>
    </configuration>`
  }

  async #ask(request: string, method = 'GET'): Promise<Record<string, unknown>> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/rest/${request}`, {
      method,
      headers: { 'X-API-Key': 'key' }
    })
    const text = await answer.text()
    return text === '' ? {} : JSON.parse(text)
  }

  /** Waits until the instance is connected. */
  async isConnected(): Promise<void> {
    for (;;) {
      const { connections } = await this.#ask('system/connections')
      if (JSON.stringify(connections).includes('"connected":true')) return
      await this.#ask('events?events=DeviceConnected&timeout=1')
    }
  }

  async scan(): Promise<void> {
    await this.#ask('db/scan?folder=j', 'POST')
  }

  /** Waits until this instance and all others have the same files. */
  async isIdle(peers: readonly Peer[]): Promise<void> {
    for (;;) {
      const { state, needTotalItems } = await this.#ask('db/status?folder=j')
      const others = await Promise.all(
        peers.filter((peer) => peer !== this).map(({ id }) => this.#ask(`db/completion?folder=j&device=${id}`))
      )
      if (state === 'idle' && needTotalItems === 0 && others.every(({ completion }) => completion === 100)) return
      await this.#ask('events?events=StateChanged,FolderCompletion&timeout=1&limit=1')
    }
  }
}
