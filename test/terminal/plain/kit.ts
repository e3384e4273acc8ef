import { PassThrough } from 'node:stream'
import type { Answer, Prompt } from '../../../src/questions/shared/model.ts'
import { plainRenderer } from '../../../src/terminal/plain/index.ts'
import type { AskRequest, Renderer, AskResult } from '../../../src/terminal/renderer.ts'
import { english } from '../../../src/words/index.ts'

/** A plain renderer at the end of a pipe. */
export interface Piped {
  readonly renderer: Renderer
  readonly input: PassThrough
  /** All that was said. */
  said(): string
}

/** A renderer that reads these lines (or this exact text), and then the end of input; keys where `isTTY`. */
export function piped(
  script: readonly string[] | string | Uint8Array,
  { isTTY = false, env = {} }: { isTTY?: boolean; env?: Record<string, string> } = {}
): Piped {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode() {} })
  const said: string[] = []
  input.end(isLines(script) ? script.map((line) => `${line}\n`).join('') : script)
  const stdout = { write: (text: string) => said.push(text), isTTY, columns: 80, rows: 24 }
  const renderer = plainRenderer({
    context: {
      stdin: input,
      stdout,
      env,
      platform: 'linux',
      homeDir: '/home/ada',
      cwd: '/home/ada',
      words: english,
      now: () => new Date('2026-11-23T12:00:00Z'),
      onExit: () => () => {},
      withTerminalReleased: (work) => work()
    }
  })
  return { renderer, input, said: () => said.join('') }
}

function isLines(script: readonly string[] | string | Uint8Array): script is readonly string[] {
  return Array.isArray(script)
}

/** What came of one question. */
export interface Outcome {
  readonly told: AskResult
  readonly said: string
  /** Everything that was kept on the way, in order. */
  readonly kept: readonly (Answer | undefined)[]
}

/** Asks one question and answers it with these lines; or with these keys, where `isTTY`. */
export async function answered(
  prompt: Prompt,
  script: readonly string[] | string,
  { isTTY = false, ...rest }: Partial<AskRequest> & { isTTY?: boolean } = {}
): Promise<Outcome> {
  const { renderer, said } = piped(script, { isTTY })
  const kept: (Answer | undefined)[] = []
  const told = await renderer.ask({
    prompt,
    progress: { done: 28, minutesLeft: 6 },
    private: false,
    keep: (answer) => kept.push(answer),
    ...rest
  })
  renderer.close()
  return { told, said: said(), kept }
}

/** How a line of text is typed so that it is neither a command nor the end. */
export function typed(line: string): string {
  if (/^\.+$/.test(line)) return `${line}.`
  return line.startsWith(':') ? `:${line}` : line
}
