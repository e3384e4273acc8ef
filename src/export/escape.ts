import { withoutInvalidXml } from '../text/visible.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Escapes text for HTML elements and quoted attributes. Control characters become visible symbols. */
export function escaped(text: string): string {
  return withoutInvalidXml(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/**
 * Whether an address in a text may become a link in a document: web pages and mail addresses only. Addresses that could run
 * or open something on the reader's computer, and relative ones, stay text.
 */
export function isLinkable(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address)
}
