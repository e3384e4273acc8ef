const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** A text as it can stand in HTML, in an element or a quoted attribute. Control characters become signs that show them. */
export function escaped(text: string): string {
  return withoutControls(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/** Control characters, which neither HTML nor XML may hold, as the signs that stand for them. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, (sign) => {
    const code = sign.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}
