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
