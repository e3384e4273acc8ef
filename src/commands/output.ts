import type { Context } from '../context.ts'
import type { Unread } from '../journal/list.ts'
import { visible } from '../terminal/width.ts'
import { spoken } from '../words/index.ts'

/** Writes lines to standard output; on a terminal that they do not fit, through the pager. */
export async function print(lines: readonly string[], context: Context): Promise<void> {
  const text = `${lines.join('\n').trimEnd()}\n`
  const { stdout } = context
  if (stdout.isTTY && lines.length >= stdout.rows) {
    const { page } = await import('../terminal/pager.ts')
    if (await page(text, context)) return
  }
  stdout.write(text)
}

/** Names a file that is left out because it does not read, and says why. */
export function sayUnread({ file, why }: Unread, { words, stderr }: Context): void {
  stderr.write(`${words.commands.journal.unread(visible(file), visible(spoken(why, words)))}\n`)
}

/** Writes one JSON document to standard output. */
export function printJson(value: unknown, context: Context): void {
  context.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`)
}
