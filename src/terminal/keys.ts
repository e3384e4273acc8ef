/** A key. `text` is the grapheme that it writes; '' if it writes nothing and has only a `name`. */
export interface Key {
  readonly kind: 'key'
  readonly name: string
  readonly text: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly shift: boolean
}

/** A keystroke, a paste, or the end of the input. */
export type Stroke =
  | Key
  /** A whole paste. Line ends are `\n`. */
  | { readonly kind: 'paste'; readonly text: string }
  /** The terminal is gone, or the program was asked to end. */
  | { readonly kind: 'end' }

/** A key by its name; modifiers are off unless given. */
export function key(name: string, modifiers: Partial<Pick<Key, 'text' | 'ctrl' | 'meta' | 'shift'>> = {}): Key {
  return { kind: 'key', name, text: '', ctrl: false, meta: false, shift: false, ...modifiers }
}

/** Whether a stroke is Ctrl with a letter. */
export function isControl(stroke: Stroke, letter: string): boolean {
  return stroke.kind === 'key' && stroke.ctrl && stroke.name === letter
}
