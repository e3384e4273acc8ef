import type { Context } from '../../context/context.ts'
import type { Theme } from '../../display/theme.ts'
import { Keyboard } from '../keyboard.ts'
import { looking } from './looking.ts'
import type { LinesFor } from './parts/pages.ts'
import { show } from './prompt.ts'
import { Session } from './session.ts'
import { Clipboard } from '../writing/clipboard.ts'

/**
 * Shows the output of a command in pages, until it is closed. What was seen stays on the screen. Gives false if the user presses Ctrl-C.
 */
export async function pageOutput(
  lines: LinesFor,
  {
    context,
    theme
  }: { readonly context: Pick<Context, 'stdin' | 'stdout' | 'env' | 'platform' | 'onExit' | 'words'>; theme: Theme }
): Promise<boolean> {
  const session = new Session(context, new Keyboard(context.stdin), theme)
  const forget = context.onExit(() => session.end())
  const shared = { theme, words: context.words, clipboard: new Clipboard() }
  try {
    const ended = await show(looking(lines, [], shared, { isOutput: true }), session)
    return ended.kind !== 'leave'
  } finally {
    forget()
    session.close()
  }
}
