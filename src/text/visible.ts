/** Characters that a text may hide from its reader, and how they are shown in terminals, documents and diagnostics. Pure. */

/* Patterns with Unicode properties are made in functions, because each takes 1 to 5 % of a start. */

/** The kinds of characters that a pack is searched for, each with its code. */
export function hiddenKinds() {
  return [
    // C0 and C1 controls but newline and tab. A carriage return has gone by now if it ends a line.
    { code: 'control-character', pattern: /(?![\n\t])\p{Cc}/u },
    // Embeddings, overrides and isolates: they reorder what is read (CVE-2021-42574).
    { code: 'bidi-override', pattern: /[\u202a-\u202e\u2066-\u2069]/u },
    // Half of a surrogate pair.
    { code: 'broken-character', pattern: /\p{Surrogate}/u },
    // What Unicode says may be left out of sight, and separators that are no newline; not variation selectors. A joiner is at home
    // in emoji and between letters of scripts that join; elsewhere it hides.
    {
      code: 'invisible-character',
      pattern:
        /(?![\u200c\u200d]|\p{Variation_Selector}|[\u202a-\u202e\u2066-\u2069])[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d]/u
    }
  ] as const
}

/** Whether a text may have characters of these kinds. Letters of Europe, digits and common signs are certain to be none. */
export function mayHide(text: string): boolean {
  return /[^\n\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff]/.test(
    text
  )
}

/** Tried first: most texts have none of these, and a class without properties is quicker. Joiners only matter with `hidden`. */
const SUSPECT = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/ // oxlint-disable-line no-control-regex -- they are looked for
let any: RegExp | undefined

/** All kinds, and line ends. */
function anyHidden(): RegExp {
  const sources = ['[\\n\\t]', ...hiddenKinds().map(({ pattern }) => pattern.source)]
  return (any ??= new RegExp(sources.join('|'), 'gu'))
}

/** The same length, with a harmless character for each control. */
export function withoutControls(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}/gu, '\ufffd')
}

/** The same length, without the emoji whose tags are what they should be: the flags of England, Scotland and Wales. */
export function withoutFlags(text: string): string {
  return text.replaceAll(/\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu, (flag) => ' '.repeat(flag.length))
}

/** A character by its number, as in `\u{202e}`. */
export function numbered(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

/** What `visible` keeps or shows besides. */
interface Visibility {
  /** The text may have several lines: newlines stay. */
  readonly newlines?: boolean
  /** For authors, who look for a mistake: characters without a shape are shown as well, and a tab takes one column. */
  readonly hidden?: boolean
}

/**
 * Text from a pack, a file, a name, an answer or a message, safe for a terminal: characters that could command the terminal or reorder
 * the line (C0 and C1 controls, DEL, bidi controls, line separators, lone surrogates) become signs, such as `␛` or `\u{202e}`.
 * Nothing is left out. A tab becomes spaces.
 */
export function visible(text: string, { newlines = false, hidden: isAll = false }: Visibility = {}): string {
  if (!isAll && !SUSPECT.test(text)) return text
  // What could command a terminal or reorder its lines.
  const pattern = isAll ? anyHidden() : /[\p{Cc}\p{Surrogate}\u2028-\u202e\u2066-\u2069]/gu
  return text.replaceAll(pattern, (character) => {
    if (character === '\n' && newlines) return character
    if (character === '\t') return isAll ? ' ' : '    '
    return signFor(character)
  })
}

/** Text for HTML and XML, which cannot contain control characters: these become signs. Tabs and newlines stay. */
export function withoutInvalidXml(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]|[\p{Surrogate}\ufffe\uffff]/gu, signFor)
}

/** The symbol for a C0 control or DEL; for other characters their number. */
function signFor(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : numbered(character)
}
