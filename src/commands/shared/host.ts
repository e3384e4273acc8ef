import { measure } from '../../display/measure.ts'
import { ExitCode, LeftError, ReflectError } from '../../context/errors.ts'
import type { Context } from '../../context/context.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { joinBlocks, wrapSentence } from '../../display/wrap.ts'
import { fsErrorIn } from '../../storage/fs-errors.ts'

/*
 * The home screen runs commands too. What such a command asks, says and prints appears on that screen, because the terminal belongs to it.
 */

/** A screen that runs a command, and what the command said that was not shown yet. */
interface Host {
  readonly renderer: Renderer
  readonly said: string[]
}

const hosts = new WeakMap<object, Host>()

/** The screen that runs the present command; undefined if it was called from the command line. */
export function hostOf(context: object): Host | undefined {
  return hosts.get(context)
}

/**
 * Runs a command on a screen. At the end, what it said, or why it failed, is shown until the user goes on.
 *
 * @throws LeftError if the user leaves the command or the program.
 */
export async function hosted(renderer: Renderer, context: Context, command: () => Promise<unknown>): Promise<void> {
  const host: Host = { renderer, said: [] }
  hosts.set(context, host)
  try {
    await command().catch((error: unknown) => host.said.push(sentenceOf(error, context)))
    await showSaid(host)
  } finally {
    hosts.delete(context)
  }
}

function sentenceOf(error: unknown, { words }: Context): string {
  const known = error instanceof ReflectError ? error : fsErrorIn(error)
  if (known === undefined || known instanceof LeftError) throw error
  return known.inWords(words)
}

/** Shows what a command said, and lines after it, until the user goes on. @throws LeftError if the user leaves the program. */
export async function showSaid({ renderer, said }: Host, lines: (columns: number) => readonly string[] = () => []) {
  const sentences = said.splice(0)
  const before = (columns: number) =>
    sentences.flatMap((each) => (each.includes('\n') ? each.split('\n') : wrapSentence(each, measure(columns))))
  const all = (columns: number) => joinBlocks([before(columns), lines(columns)])
  if (all(80).length === 0) return
  const picked = await renderer.look(all, [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}
