const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—']
])

/** Decodes numeric entities and the named ones that people write by hand; others stay as they are. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:([a-z]+)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g, (entity, name, decimal, hex) =>
    typeof name === 'string' ? (NAMED.get(name) ?? entity) : signOf(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
  )
}

/** CommonMark 6.2: an invalid code point becomes the replacement character. */
function signOf(code: number): string {
  const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isSign ? String.fromCodePoint(code) : '\ufffd'
}
