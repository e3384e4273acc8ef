import { decoded } from '../../markdown/entities.ts'
import { asMarkdown, clean } from './clean.ts'

/** A picture in a text: what it shows and its address. */
interface Picture {
  readonly alt: string
  readonly address: string
}

/** Markdown made of HTML, and the pictures that were in it. */
export interface FromHtml {
  readonly markdown: string
  readonly pictures: readonly Picture[]
}

const TAG = /<!--[^]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g
const BLOCK =
  /^(?:p|div|section|article|h[1-6]|ul|ol|table|tr|blockquote|pre|hr|dl|dt|dd|fieldset|legend|figure|form|body|html|thead|tbody)$/
/** Elements whose text nobody reads. */
const SILENT = /<(script|style|head|template)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)/gi

/** HTML, as editors of other programs write it, as Markdown. Its words all stay; of its looks, emphasis, lists and links do. */
export function fromHtml(html: string): FromHtml {
  const pictures: Picture[] = []
  let markdown = ''
  let at = 0
  const source = html.replaceAll(SILENT, ' ')
  for (const found of source.matchAll(TAG)) {
    markdown += wordsOf(source.slice(at, found.index))
    at = found.index + found[0].length
    const [, slash, name = '', attributes = ''] = found
    if (name.toLowerCase() === 'img') pictures.push(pictureOf(attributes))
    else markdown += markFor(name.toLowerCase(), slash === '/', attributes)
  }
  return { markdown: tidy(markdown + wordsOf(source.slice(at))), pictures }
}

function wordsOf(html: string): string {
  return asMarkdown(clean(decoded(html)).replaceAll(/\s+/g, ' '))
}

function markFor(name: string, isEnd: boolean, attributes: string): string {
  if (name === 'br') return '\n'
  if (name === 'li') return isEnd ? '' : '\n- '
  if (name === 'td' || name === 'th') return isEnd ? ' ' : ''
  if (name === 'strong' || name === 'b') return isEnd ? '\ue002' : '\ue001'
  if (name === 'em' || name === 'i') return isEnd ? '\ue004' : '\ue003'
  if (name === 'a') return linkMark(isEnd, attributes)
  return BLOCK.test(name) ? '\n\n' : ''
}

/** The address follows the words, as text. */
function linkMark(isEnd: boolean, attributes: string): string {
  const address = attributeOf(attributes, 'href')
  return isEnd || !/^https?:\/\/[^\s()<>]+$/.test(address) ? '' : `<${address}> `
}

function pictureOf(attributes: string): Picture {
  return { alt: attributeOf(attributes, 'alt'), address: attributeOf(attributes, 'src') }
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes)
  return clean(decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')).trim()
}

/** Emphasis around words only, and no more than one empty line. */
function tidy(text: string): string {
  return text
    .replaceAll(/(?<![ \t\n])[ \t\n]*\n[ \t\n]*/g, (space) => (/\n[^]*\n/.test(space) ? '\n\n' : '\n'))
    .replaceAll(/\ue001(\s*)([^\ue001\ue002]*?)(\s*)\ue002/g, (_, before, words, after) =>
      around('**', before, words, after)
    )
    .replaceAll(/\ue003(\s*)([^\ue003\ue004]*?)(\s*)\ue004/g, (_, before, words, after) =>
      around('*', before, words, after)
    )
    .replaceAll(/[\ue001-\ue004]/g, '')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/\n{2,}/g, '\n\n')
    .trim()
}

function around(mark: string, before: string, words: string, after: string): string {
  return words === '' || words.includes('\n') ? before + words + after : `${before}${mark}${words}${mark}${after}`
}
