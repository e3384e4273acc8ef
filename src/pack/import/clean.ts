import { unixLines } from '../../text/lines.ts'
import { hiddenKinds } from '../../text/visible.ts'

/** Text of a document without characters that a pack must not have, with ordinary spaces and line ends. */
export function clean(text: string): string {
  const lines = unixLines(text)
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll(/[\v\f\u2028\u2029\u0085]/g, '\n')
  return hiddenKinds()
    .reduce((rest, { pattern }) => rest.replaceAll(new RegExp(pattern, 'gu'), ''), lines)
    .replaceAll(/\{(?=\{)/g, '{ ')
}

/** Plain text as Markdown that shows the same signs. Line ends stay. */
export function asMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*<[\]|~$]|(?<![\p{L}\p{N}_])_(?!__)|(?<!__)_(?![\p{L}\p{N}_])/gu, String.raw`\$&`)
    .replaceAll(/^([ \t]*)(#{1,6}(?=\s|$)|>|[-+=](?=[\s=-]|$))/gm, String.raw`$1\$2`)
    .replaceAll(/^([ \t]*\d{1,9})([.)])(?=\s|$)/gm, String.raw`$1\$2`)
    .replaceAll(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll(/^(?: {4,}|\t)/gm, '')
}

/** The text between the marks of Markdown: good enough to recognise words, not to show them. */
export function asPlain(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/(?<!\\)(\*{1,3}|`+|~~|<\/?\w[^<>]*>)/g, '')
    .replaceAll(/(?<![\p{L}\p{N}\\_])_(?=[^\s_])|(?<=[^\s_\\])_(?![\p{L}\p{N}_])/gu, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&amp;', '&')
}
