const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Escapes text for HTML elements and quoted attributes. Control characters become visible symbols. */
export function escaped(text: string): string {
  return withoutControls(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/** Replaces control characters, which HTML and XML cannot contain, by the symbols for them. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, (sign) => {
    const code = sign.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}

/**
 * Whether an address in a text may become a link in a document: web pages and mail addresses only. Addresses that could run
 * or open something on the reader's computer, and relative ones, stay text.
 */
export function isLinkable(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address)
}
