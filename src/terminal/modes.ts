/** Modes of the terminal that this program needs or must not have. Sources: xterm's ctlseqs; kitty keyboard protocol. */

const ESC = '\u001b'
/** Terminals that do not know kitty's sequences may take them for "restore the cursor", so its place is saved first. */
const SAVE_CURSOR = `${ESC}7`
/** Kitty's protocol: the mode of the program before is put on a stack, and taken from it at the end. */
const [KITTY_PUSH, KITTY_POP] = [`${ESC}[>0u`, `${ESC}[<u`]
const [PASTES_ON, PASTES_OFF] = [`${ESC}[?2004h`, `${ESC}[?2004l`]
/**
 * Off: mouse reports, focus events, win32-input-mode, modifyOtherKeys, cursor keys and keypad in application mode. A program that
 * crashed may have left them on.
 */
const LEFT_ON = `${ESC}[?1000;1002;1003;1006;1004;9001;1l${ESC}[>4;0m${ESC}>`

/** Written when a keyboard is taken. */
export const TAKE_KEYBOARD = SAVE_CURSOR + KITTY_PUSH + LEFT_ON + PASTES_ON

/** Written when it is given back: undoes only what was set. */
export const RELEASE_KEYBOARD = SAVE_CURSOR + KITTY_POP + PASTES_OFF

/** Makes the cursor visible. */
export const SHOW_CURSOR = `${ESC}[?25h`
