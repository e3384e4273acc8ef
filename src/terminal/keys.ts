/** A key. What it writes is in `text`, one grapheme at a time; a key that writes nothing has a `name` only. */
export interface Key {
  readonly kind: 'key'
  readonly name: string
  readonly text: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly shift: boolean
}

/** What reaches a prompt from the keyboard. */
export type Stroke =
  | Key
  /** Everything that was pasted at once; line ends are `\n`. */
  | { readonly kind: 'paste'; readonly text: string }
  /** The terminal is gone, or the program was asked to end. */
  | { readonly kind: 'end' }

/** A key by its name; modifiers are off unless given. */
export function key(name: string, modifiers: Partial<Pick<Key, 'text' | 'ctrl' | 'meta' | 'shift'>> = {}): Key {
  return { kind: 'key', name, text: '', ctrl: false, meta: false, shift: false, ...modifiers }
}

/** Tab or Ctrl-D: done, on. */
export function isDone({ name, ctrl, shift }: Key): boolean {
  return (name === 'tab' && !shift) || (ctrl && name === 'd')
}

/** Ctrl and a letter. */
export function isControl(stroke: Stroke, letter: string): boolean {
  return stroke.kind === 'key' && stroke.ctrl && stroke.name === letter
}
