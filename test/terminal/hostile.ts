const ESC = '\u001b'
const BEL = '\u0007'
const ST = `${ESC}\\`

/** What no text of others may bring to a terminal: controls, bidi overrides and isolates, lone surrogates, line separators. */
export const rawControl = /[\p{Cc}\p{Surrogate}\u2028-\u202e\u2066-\u2069]/u

/** Texts that try to command a terminal or to mislead its reader. */
export const hostileTexts: readonly string[] = [
  `${ESC}[2J`,
  `${ESC}[H${ESC}[J`,
  `${ESC}[31mred`,
  `${ESC}[1A${ESC}[2Kforged`,
  `${ESC}[?1049h`,
  `${ESC}[?25l`,
  `${ESC}[?2004h`,
  `${ESC}[6n`,
  `${ESC}[c`,
  `${ESC}[8m hidden`,
  `${ESC}[3;1H`,
  `${ESC}[200~pasted${ESC}[201~`,
  `${ESC}c`,
  `${ESC}7${ESC}8`,
  `${ESC}(0`,
  `${ESC}#8`,
  `${ESC}]0;title${BEL}`,
  `${ESC}]2;title${ST}`,
  `${ESC}]8;;https://example.org${ST}link${ESC}]8;;${ST}`,
  `${ESC}]52;c;ZXZpbA==${BEL}`,
  `${ESC}]1337;File=:AAAA${BEL}`,
  `${ESC}]777;notify;a;b${BEL}`,
  `${ESC}P+q544e${ST}`,
  `${ESC}_Gf=100;AAAA${ST}`,
  `${ESC}^privacy${ST}`,
  `${ESC}Xstring${ST}`,
  `${ESC} ${ESC}[31m [2J`,
  `${ESC}${ESC}[[31m31mX`,
  '\u009b2J',
  '\u009d0;title\u009c',
  '\u0090q\u009c',
  '\u0085next line',
  'safe\rforged',
  'rm -rf\b\b\b\b\b\bls    ',
  'ring\u0007\u0007',
  'nul\u0000byte',
  'del\u007f\u007f',
  'shift\u000eout\u000f',
  'form\u000cfeed\u000b',
  'xon\u0011xoff\u0013',
  'a\u202etxt.exe',
  'a\u202d\u202a\u202b\u202c',
  'a\u2066b\u2067c\u2068d\u2069',
  'lone \ud83d surrogate',
  'lone \udc4d surrogate',
  'line\u2028separator\u2029',
  'substitute\u001a\u0004\u001c'
]

/** The text with lone surrogates replaced, as decoding would. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
