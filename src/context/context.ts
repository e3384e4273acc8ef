import type { Words } from '../words/index.ts'

/** A stream to write to; what the program needs to know of it. */
export interface Output {
  /** Bytes where a text was too long to be held as one. */
  write(text: string | Uint8Array): unknown
  readonly isTTY: boolean
  /** Columns and rows now, 80 and 24 where nobody knows; they change when the window does. */
  readonly columns: number
  readonly rows: number
}

/** V8's code cache, which halves a start. The launcher reads and writes it. */
export interface CodeCache {
  /** Undefined if the environment names no folder for caches. */
  readonly folder?: string
  readonly bytes: number
  /**
   * Why no cache is used; undefined if one is. `shared`: others than the user can change it. `unwritable`: it cannot be
   * written.
   */
  readonly problem?: 'disabled' | 'homeless' | 'shared' | 'unwritable'
}

/** All that comes from outside. Made once in `main.ts`, handed down; tests have a short double of it. */
export interface Context {
  readonly stdin: NodeJS.ReadStream | (NodeJS.ReadableStream & { isTTY?: boolean })
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly cwd: string
  readonly homeDir: string
  /** The folder that holds `exercises/` and the compiled packs. */
  readonly installDir: string
  /** Undefined if the program runs without its launcher. */
  readonly codeCache?: (() => CodeCache) | undefined
  now(): Date
  /** IANA name of the learner's zone. */
  zone(): string
  uuid(): string
  /**
   * Has something done when the process is made to end (a closed terminal, a request to end, Ctrl-C where no
   * keyboard reads it), before it exits with 129, 143 or 130; the returned function takes that back.
   */
  onExit(last: () => void): () => void
  /** The learner's language, as a tag; `words` are English where the program does not speak it. */
  readonly language: string
  /** Waits for a program that has the terminal meanwhile, such as an editor: Ctrl-C is that program's alone. */
  withTerminalReleased<T>(work: () => Promise<T>): Promise<T>
  readonly words: Words
}
