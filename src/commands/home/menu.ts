import { ExitCode, LeftError, WentBackError } from '../../context/errors.ts'
import type { MenuItem, MenuOptions } from '../../terminal/renderer.ts'
import { hosted } from '../shared/host.ts'
import type { Home } from './home-state.ts'

/** What an item of a menu does. It ends when the user comes back. @throws LeftError if the user leaves the program. */
export type Action = () => Promise<void>

/**
 * Shows a menu, again after each action with the pointer where it was, until the user goes up a level or no item is left.
 *
 * @throws LeftError if the user leaves the program.
 */
export async function visit(
  items: () => readonly MenuItem<Action>[],
  question: string,
  { renderer }: Pick<Home, 'renderer'>,
  { isFirst = false }: Pick<MenuOptions, 'isFirst'> = {}
): Promise<void> {
  for (let at = 0; ;) {
    const all = items()
    if (all.length === 0) return
    const picked = await renderer.choose(question, all, { at: Math.min(at, all.length - 1), isFirst })
    if (picked.kind === 'back') return
    if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
    at = Math.max(
      0,
      all.findIndex(({ value }) => value === picked.value)
    )
    try {
      await picked.value()
    } catch (error) {
      if (!(error instanceof WentBackError)) throw error
    }
  }
}

/** An item that runs a command, and shows what it says. */
export function commandItem(
  label: string,
  command: () => Promise<unknown>,
  { renderer, context }: Pick<Home, 'renderer' | 'context'>
): MenuItem<Action> {
  return { label, value: () => hosted(renderer, context, command) }
}
