import type { Words } from './words/index.ts'

/** A stream to write to; what the program needs to know of it. */
export interface Output {
  write(text: string): unknown
  readonly isTTY: boolean
  /** Columns and rows now; they change when the window does. */
  readonly columns: number
  readonly rows: number
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
  now(): Date
  /** IANA name of the learner's zone. */
  readonly zone: string
  uuid(): string
  readonly words: Words
}
