/** Characters that a text may hide from its reader, and how they are shown. Pure. */

/** C0 and C1 controls but newline and tab. A carriage return has gone by now where it ends a line. */
const CONTROL = /(?![\n\t])\p{Cc}/u
/** Embeddings, overrides and isolates: they reorder what is read (CVE-2021-42574). */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u
/** Half of a surrogate pair. */
const HALF = /\p{Surrogate}/u
/** What Unicode says may be left out of sight, and separators that are no newline; not variation selectors, and not joiners. */
const INVISIBLE =
  /(?![\u200c\u200d]|\p{Variation_Selector}|[\u202a-\u202e\u2066-\u2069])[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u
/** A joiner is at home in emoji and between letters of scripts that join; elsewhere it hides. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d]/u
/** The flags of England, Scotland and Wales end in tags. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu

/** The kinds of characters that a pack is searched for, each with its code. */
export const hidden = [
  { code: 'control-character', pattern: CONTROL },
  { code: 'bidi-override', pattern: BIDI },
  { code: 'broken-character', pattern: HALF },
  { code: 'invisible-character', pattern: new RegExp(`${INVISIBLE.source}|${STRAY_JOINER.source}`, 'u') }
] as const

const ANY = new RegExp([CONTROL, BIDI, HALF, INVISIBLE, STRAY_JOINER].map(({ source }) => source).join('|'), 'gu')

/** The same length, with a harmless character for each control. */
export function withoutControls(text: string): string {
  return text.replaceAll(new RegExp(CONTROL, 'gu'), '\ufffd')
}

/** The same length, without the emoji whose tags are what they should be. */
export function withoutFlags(text: string): string {
  return text.replaceAll(FLAG, (flag) => ' '.repeat(flag.length))
}

/** A character by its number, as in `\u{202e}`. */
export function numbered(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/** The text with whatever is hidden in it shown by its number; tabs become one space. Safe for a terminal. */
export function visible(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(ANY, numbered)
}
