/**
 * Whether an address in a text may become a link in a document: web pages and mail addresses only. Addresses that could run
 * or open something on the reader's computer, and relative ones, stay text.
 */
export function isLinkable(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address)
}
