import { own } from '../../../util/records.ts'
import type { Key } from '../../keys.ts'
import type { Clipboard } from '../../writing/clipboard.ts'
import type { Action, Mode } from './map.ts'

/** An action with what it needs. */
export interface Act {
  readonly action: Action
  /** The text that the key writes; '' for other keys. */
  readonly text: string
  /** Whether moving the cursor selects. */
  readonly selects: boolean
  readonly clipboard: Clipboard
}

/** The action of a key, with what it needs; undefined if it does nothing. */
export function actFor(
  mode: Mode,
  key: Key,
  { clipboard }: { readonly clipboard: Clipboard },
  isPrefixed = false
): Act | undefined {
  const action = actionOf(mode, key, isPrefixed)
  return action && { action, text: key.text, selects: key.shift, clipboard }
}

/** The first of two keys. */
const PREFIX = 'Ctrl-X'

/** Names that differ from those of the decoder by more than a capital. */
const NAMES: Readonly<Record<string, string>> = { escape: 'Esc', pageup: 'PageUp', pagedown: 'PageDown' }

/** The action of a key, or of one after `PREFIX`; undefined if it does nothing in this mode. */
function actionOf(mode: Mode, key: Key, isPrefixed: boolean): Action | undefined {
  const known = tableOf(mode)
  const find = (shift: boolean) => known.get((isPrefixed ? `${PREFIX} ` : '') + nameOf(key, shift))
  const found = find(key.shift) ?? (key.shift ? find(false) : undefined)
  return found ?? (!isPrefixed && key.text !== '' && !key.ctrl && !key.meta ? 'type' : undefined)
}

/** Whether a key is the first of two. */
export function isPrefix(key: Key): boolean {
  return nameOf(key, false) === PREFIX
}

/** A key as the map writes it. */
function nameOf({ name, text, ctrl, meta }: Key, shift: boolean): string {
  const isTyped = text !== '' && name !== 'space' && !ctrl && !meta
  if (isTyped) return text
  const held = `${ctrl ? 'Ctrl-' : ''}${meta ? 'Alt-' : ''}${shift ? 'Shift-' : ''}`
  return held + (own(NAMES, name) ?? name.charAt(0).toUpperCase() + name.slice(1))
}

const tables = new WeakMap<Mode, ReadonlyMap<string, Action>>()

/** The keys of a mode. The first binding of a key counts. */
function tableOf(mode: Mode): ReadonlyMap<string, Action> {
  const known = tables.get(mode)
  if (known !== undefined) return known
  const table = new Map(mode.toReversed().flatMap(({ keys }) => Object.entries(keys)))
  tables.set(mode, table)
  return table
}
