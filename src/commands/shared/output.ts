import type { Context } from '../../context/context.ts'
import type { Unread } from '../../journal/list.ts'
import { visible } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'
import { translated } from '../../words/index.ts'
import { page } from '../../terminal/pager.ts'

/** Writes lines to standard output; on a terminal that they do not fit, through the pager. */
export async function print(lines: readonly string[], context: Context): Promise<void> {
  const text = `${lines.join('\n').trimEnd()}\n`
  const { stdout } = context
  if (stdout.isTTY && lines.length >= stdout.rows) {
    if (await page(text, context)) return
  }
  stdout.write(text)
}

/**
 * Says a sentence on standard error, free of what could command a terminal; on one it is broken between words. Several lines
 * are left as they are: there may be words of the learner's own among them, to be copied.
 */
export function tell(sentence: string, { stderr }: Pick<Context, 'stderr'>): void {
  const said = visible(sentence, { newlines: true })
  const lines = stderr.isTTY && !said.includes('\n') ? wrap(said, stderr.columns) : [said]
  stderr.write(`${lines.join('\n')}\n`)
}

/** Says a sentence beside the data, but for those who wish it quiet. */
export function say(sentence: string, { quiet }: { readonly quiet?: boolean }, context: Pick<Context, 'stderr'>): void {
  if (quiet !== true) tell(sentence, context)
}

/** Names a file that is left out because it does not read, and says why. */
export function sayUnread({ file, why }: Unread, context: Context): void {
  const { words } = context
  tell(words.commands.journal.unread(visible(file), visible(translated(why, words))), context)
}

/** Writes a JSON array as `printJson` does, but each item as soon as it is made, so that there may be very many. */
export function printJsonItems<T>(
  items: readonly T[],
  jsonOf: (item: T, index: number) => object,
  context: Context
): void {
  for (const [index, item] of items.entries()) {
    const json = JSON.stringify(jsonOf(item, index), undefined, 2).replaceAll('\n', '\n  ')
    passOn(`${index === 0 ? '[' : ','}\n  ${json}`, context)
  }
  passOn(items.length === 0 ? '[]\n' : '\n]\n', context)
}

/** Writes one JSON document to standard output. */
export function printJson(value: unknown, context: Context): void {
  passOn(`${JSON.stringify(value, undefined, 2)}\n`, context)
}

/** Writes something to standard output as it is; to a terminal, which it must not steer, what can be seen of it. */
export function passOn(content: string | Uint8Array, { stdout }: Pick<Context, 'stdout'>): void {
  stdout.write(stdout.isTTY ? visible(Buffer.from(content).toString(), { newlines: true }) : content)
}
