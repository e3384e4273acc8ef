/** What a plain text must not be, in small letters: something that YAML, in either of its versions, takes for another kind of value. */
const TYPED = /^(?:null|true|false|yes|no|on|off|y|n|[-+.]?\d[\d_,.:eE+-]*|0[xo][\da-f]+|[-+]?\.(?:inf|nan))$/
const VERSION = /^\d+\.\d+\.\d+$/
/** What is sure to need no quotes. */
const SIMPLE = /^[A-Za-z0-9][!"$-9;-~]*(?: [!"$-9;-~]+)*$/
const IN_LIST = /^[^,[\]{}:#]*$/
/** A time with its offset, and nothing else that looks like a number. */
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[-+]\d{2}:\d{2})$/

/** A text as a YAML value on one line: as it is where that is safe, else in double quotes as JSON writes it. */
export function writeScalar(text: string): string {
  if (TIME.test(text)) return text
  return isPlain(text) && (!TYPED.test(text.toLowerCase()) || VERSION.test(text)) ? text : quoted(text)
}

/**
 * Whether a text needs no quotes: words that begin with a letter or digit and hold nothing that YAML reads as a sign. The
 * pattern that knows all letters takes a fiftieth of a start to be made, so it stands where it is first used.
 */
function isPlain(text: string): boolean {
  return SIMPLE.test(text) || /^[\p{L}\p{N}](?:[^\p{C}\p{Z}:#]| (?! |#|$)|[:#](?! |$))*$/u.test(text)
}

/** Texts as a YAML list on one line. */
export function writeTexts(texts: readonly string[]): string {
  return `[${texts.map((text) => (IN_LIST.test(text) ? writeScalar(text) : quoted(text))).join(', ')}]`
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
