/**
 * Keys by the numbers that terminals send for them. Pure. Sources: the kitty keyboard protocol
 * (https://sw.kovidgoyal.net/kitty/keyboard-protocol/), modifyOtherKeys of xterm (ctlseqs, "CSI 27 ; modifier ; code ~"),
 * and win32-input-mode (Windows Terminal, spec #4999).
 */
import { key, type Key } from './keys.ts'

/** The keys that a control character stands for (C0 and DEL); none for other characters. */
export function controlKeys(code: number): Key[] {
  if (code === 0x09) return [key('tab')]
  if (code === 0x0a || code === 0x0d) return [key('enter')]
  if (code === 0x08 || code === 0x7f) return [key('backspace')]
  if (code === 0x1b) return [key('escape')]
  if (code === 0) return [key('space', { ctrl: true })]
  if (code < 0x1b) return [key(String.fromCharCode(code + 0x60), { ctrl: true })]
  return code <= 0x1f ? [key(String.fromCharCode(code + 0x40), { ctrl: true })] : []
}

/** The key that writes a grapheme. */
export function textKey(text: string): Key {
  return key(text === ' ' ? 'space' : text, { text })
}

/** Modifier keys that are held. */
export interface Modifiers {
  readonly shift: boolean
  readonly meta: boolean
  readonly ctrl: boolean
}

/** The modifiers in a parameter of a sequence: 1 plus a bit each for Shift, Alt and Ctrl. Other bits are locks. */
export function modifiersIn(parameter: number | undefined): Modifiers {
  const flags = Math.max(0, (parameter || 1) - 1)
  return { shift: (flags & 1) > 0, meta: (flags & 2) > 0, ctrl: (flags & 4) > 0 }
}

/** The functional keys of kitty's protocol that have a name or write a character. */
const KITTY_FIRST = 57_399
const KITTY_KEYS = [
  ...'0123456789./*-+',
  'enter',
  '=',
  ',',
  'left',
  'right',
  'up',
  'down',
  'pageup',
  'pagedown',
  'home',
  'end',
  'insert',
  'delete'
]

/**
 * The key of a Unicode code point with modifiers, as an older terminal would send it. `typed` is the text that the key
 * writes, if the terminal says so. None for a key that does nothing here, such as Shift alone.
 */
export function keysOfCode(code: number, held: Modifiers, typed?: string): Key[] {
  if (code >= 0xe000 && code <= 0xf8ff) {
    const name = KITTY_KEYS[code - KITTY_FIRST]
    if (name === undefined) return []
    return [name.length === 1 ? textKey(name) : key(name, held)]
  }
  if (!isScalar(code)) return []
  if (code < 0x20 || code === 0x7f) return controlKeys(code).map((found) => ({ ...found, ...held, ctrl: held.ctrl }))
  const character = String.fromCodePoint(code)
  if (typed !== undefined && typed !== '') return [textKey(typed)]
  if (held.ctrl) return withControl(character, held)
  if (held.meta) return [key(character.toLowerCase(), { meta: true, shift: held.shift })]
  return [textKey(held.shift ? character.toUpperCase() : character)]
}

function withControl(character: string, held: Modifiers): Key[] {
  const code = character.toUpperCase().charCodeAt(0)
  if (character === '/') return controlKeys(0x1f)
  if (code !== 0x20 && (code < 0x40 || code > 0x5f)) return [key(character.toLowerCase(), held)]
  return controlKeys(code & 0x1f).map((found) => ({ ...found, shift: held.shift, meta: held.meta }))
}

function isScalar(code: number): boolean {
  return code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
}

/** Keys by their virtual code on Windows. F1 to F12 are 0x70 to 0x7B. */
const WINDOWS_KEYS: Readonly<Record<number, string>> = {
  0x08: 'backspace',
  0x09: 'tab',
  0x0d: 'enter',
  0x1b: 'escape',
  0x21: 'pageup',
  0x22: 'pagedown',
  0x23: 'end',
  0x24: 'home',
  0x25: 'left',
  0x26: 'up',
  0x27: 'right',
  0x28: 'down',
  0x2d: 'insert',
  0x2e: 'delete'
}
const [ALT_KEY, FIRST_F, LAST_F] = [0x12, 0x70, 0x7b]
/** The control key state of a console. */
const [RIGHT_ALT, ANY_ALT, LEFT_CTRL, ANY_CTRL, SHIFT] = [0x01, 0x03, 0x08, 0x0c, 0x10]
/** A key that is held down longer repeats in another event. */
const MOST_REPEATS = 100

/** The keys of an event of win32-input-mode: `Vk;Sc;Uc;Kd;Cs;Rc`. */
export function windowsKeys([vk = 0, , unicode = 0, isDown = 0, state = 0, repeats = 1]: readonly number[]): Key[] {
  // Alt and digits type a character, which comes when Alt is released.
  if (isDown === 0 && !(vk === ALT_KEY && unicode > 0)) return []
  const isAltGr = (state & RIGHT_ALT) > 0 && (state & LEFT_CTRL) > 0
  const held = { shift: (state & SHIFT) > 0, meta: (state & ANY_ALT) > 0, ctrl: (state & ANY_CTRL) > 0 }
  const found = windowsKey(vk, unicode, isAltGr || isDown === 0 ? { ...held, meta: false, ctrl: false } : held)
  return Array.from({ length: Math.min(MOST_REPEATS, Math.max(1, repeats)) }, () => found).flat()
}

function windowsKey(vk: number, unicode: number, held: Modifiers): Key[] {
  const name = WINDOWS_KEYS[vk] ?? (vk >= FIRST_F && vk <= LAST_F ? `f${vk - FIRST_F + 1}` : undefined)
  if (name !== undefined) return [key(name, held)]
  if (unicode === 0 || unicode > 0xffff) return []
  if (unicode < 0x20 || unicode === 0x7f) return controlKeys(unicode).map((found) => ({ ...found, meta: held.meta }))
  const character = String.fromCharCode(unicode)
  return held.meta ? [key(character.toLowerCase(), { meta: true, shift: held.shift })] : [textKey(character)]
}
