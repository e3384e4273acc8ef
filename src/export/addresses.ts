/**
 * Whether an address that a text holds may become a link in a document: a page on the web or a mail address. Everything
 * else, whatever runs or opens something on the reader's computer or leads nowhere from there, stays text.
 */
export function isLinkable(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address)
}
