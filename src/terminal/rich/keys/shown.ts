import { withArrows, type Theme } from '../../../display/theme.ts'
import { width } from '../../../display/width.ts'
import { wrap } from '../../../display/wrap.ts'
import type { Words } from '../../../words/index.ts'
import type { Hint } from './footer.ts'
import type { Binding, Mode } from './map.ts'

/** What it takes to name keys. */
interface KeyContext {
  readonly theme: Theme
  readonly words: Words
}

/** The keys of a mode for the footer. No two have the same label. */
export function hintsOf(mode: Mode, { words }: Pick<KeyContext, 'words'>): Hint[] {
  const seen = new Set<string>()
  return mode.flatMap(({ purpose, shown }): Hint[] => {
    const [, label]: readonly [string, string?] = words.walk.rich.purposes[purpose]
    if (label === undefined || seen.has(label)) return []
    seen.add(label)
    return [{ key: keyName(shown, words), label, isNeeded: purpose === 'help' || purpose === 'leave' }]
  })
}

/** How a language calls keys of the map. */
function keyName(shown: string, { walk }: Words): string {
  const { space, letters, yesNo } = walk.rich.keyNames
  return shown
    .replaceAll(/(?<!-)Space/g, () => space)
    .replace('A–Z', () => letters)
    .replace('Y/N', () => yesNo)
}

/** The keys of a mode for its help page: what each does, in the order of the map. */
export function keyLines(mode: Mode, columns: number, { theme, words }: KeyContext): string[] {
  const rows = mode.map((binding): [names: string, does: string] => [
    withArrows(keyName(theme.hasMacKeys ? macNames(namesOf(binding)) : namesOf(binding), words), theme),
    words.walk.rich.purposes[binding.purpose][0]
  ])
  const names = Math.min(Math.max(...rows.map(([name]) => width(name))) + 2, Math.max(14, Math.floor(columns / 3)))
  return rows.flatMap(([name, does]) => {
    const lines = wrap(does, columns - names)
    const below = lines.map((line) => ' '.repeat(names) + line)
    if (width(name) + 2 > names) return [theme.accent(name), ...below]
    return [theme.accent(name) + ' '.repeat(names - width(name)) + (lines[0] ?? ''), ...below.slice(1)]
  })
}

/** Keys that Terminal.app does not send, and the keys with the same purpose that it sends. */
const ON_MAC: Readonly<Record<string, string>> = {
  'Ctrl-←, Ctrl-→': 'Option-←, Option-→',
  'Ctrl-Home, Ctrl-End': 'Ctrl-X <, Ctrl-X >'
}

/** Names of keys as they are on the keyboard of a Mac. */
function macNames(names: string): string {
  return (ON_MAC[names] ?? names)
    .replaceAll(/\bF(?=\d)/g, 'Fn-F')
    .replaceAll('Delete', 'Fn-Delete')
    .replaceAll('Backspace', 'Delete')
}

/** The shown key, and all keys of what not every terminal sends by the shown one. */
function namesOf({ shown, keys }: Binding): string {
  const names = Object.keys(keys)
  return /^(?:F\d+|\?|Esc|Shift-Tab|Tab)$/.test(shown) && new Set(Object.values(keys)).size <= 2
    ? names.filter((name) => !name.startsWith('Alt-')).join(', ')
    : shown
}
