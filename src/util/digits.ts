/**
 * The text with every decimal digit of another script (full-width, Arabic-Indic, Devanagari and so on) as 0 to 9.
 * Unicode encodes such digits in contiguous runs of ten, from zero up (Unicode Standard, section 4.6).
 */
export function asciiDigits(text: string): string {
  return text.replaceAll(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let first = code
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
    return String((code - first) % 10)
  })
}
