import type { Words } from '../words/index.ts'

/** A stream to write to. */
export interface Output {
  /** Takes bytes as well, for content that is too long for one string. */
  write(text: string | Uint8Array): unknown
  readonly isTTY: boolean
  /** The current size of the window; 80 columns and 24 rows if it is unknown. Without a terminal, lines have no end: infinite columns. */
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

/** Everything external: streams, environment, clock, signals. Made once in `main.ts` and passed down; tests make their own. */
export interface Context {
  readonly stdin: NodeJS.ReadStream | (NodeJS.ReadableStream & { isTTY?: boolean })
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** @throws ReflectError if the folder is gone. */
  readonly cwd: string
  /** @throws ReflectError if it is unknown. */
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
   * Adds a hook that runs when a signal ends the process (SIGHUP, SIGTERM, SIGBREAK, or SIGINT if no keyboard reads Ctrl-C), before it exits with
   * 129, 143 or 130. Returns a function that removes the hook.
   */
  onExit(hook: () => void): () => void
  /** The user's language, as a tag. If the program is not translated into it, `words` are English. */
  readonly language: string
  /** The language of the system's windows, as a tag. To ask for it takes a fifth of a start. */
  systemLanguage(): string
  /** Runs the work while another program, such as an editor, uses the terminal: Ctrl-C does not end this one. */
  withTerminalReleased<T>(work: () => Promise<T>): Promise<T>
  readonly words: Words
}
