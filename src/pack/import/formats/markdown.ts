import { readMarkdown, type Token, type Tokens } from '../../../markdown/read.ts'
import { own } from '../../../util/records.ts'
import type { Outline, Place, Point } from '../outline.ts'
import { asPlain, clean } from '../clean.ts'
import { fromHtml } from '../html.ts'
import { lineBlocks, splitMarker, type Block, type LineBase, type Line } from '../recognise/blocks.ts'
import { withHeadings } from '../recognise/headings.ts'
import type { AddedWords } from '../recognise/questions.ts'
import { outlineOf } from '../recognise/sections.ts'

/** The outline of Markdown. Front matter may have a title and a language. */
export function readMarkdownFile(source: string, added: AddedWords): Outline {
  const text = clean(source)
  const [front = ''] = /^---\n[^]*?\n(?:---|\.\.\.)\n/.exec(text) ?? []
  const bold = new WeakSet<Line>()
  const blocks = new MarkdownReader(bold).read(readMarkdown(text.slice(front.length)), front.split('\n').length - 1)
  const outline = outlineOf(
    withHeadings(blocks, (line) => ({ isBold: bold.has(line) })),
    added
  )
  const [title, language] = ['title', 'lang(?:uage)?'].map((key) => valueIn(front, key))
  return {
    ...outline,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    points: frontPoints(front)
  }
}

function valueIn(front: string, key: string): string | undefined {
  const found = new RegExp(`^${key}:[ \\t]*(.+)$`, 'im').exec(front)?.[1]?.trim()
  return found?.replace(/^(["'])(.*)\1$/, '$2')
}

function frontPoints(front: string): Point[] {
  const others = front
    .split('\n')
    .filter((line) => /^\w[^:]*:\s*\S/.test(line) && !/^(?:title|lang|language):/i.test(line))
  return others.length === 0 ? [] : [{ code: 'front-matter', detail: others.join('; ') }]
}

type Readers = Readonly<Record<string, (token: Tokens.Generic, place: Place, depth: number) => Block[]>>

class MarkdownReader {
  readonly #bold: WeakSet<Line>
  readonly #readers: Readers = {
    heading: (token, place) => [
      {
        kind: 'heading',
        level: Number(token['depth']),
        text: inline(token.text ?? '').replace(/^\*\*([^*]+)\*\*$/, '$1'),
        place,
        points: picturesIn(token.raw)
      }
    ],
    list: (token, place, depth) => this.#list(token as Tokens.List, place, depth),
    table: (token, place) => [tableOf(token as Tokens.Table, place)],
    hr: (token, place) => (/^ {0,3}_/.test(token.raw) ? [{ kind: 'blank', lines: 1, place }] : []),
    html: (token, place) => this.#html(token.raw, place),
    space: () => [],
    def: (token, place) => this.#lines(token.raw, { place }),
    code: (token, place) => [{ kind: 'line', text: fenced(token.text ?? token.raw), marker: 'none', depth: 0, place }],
    blockquote: (token, place, depth) => this.#inner(token, place, depth)
  }

  constructor(bold: WeakSet<Line>) {
    this.#bold = bold
  }

  read(tokens: readonly Token[], before: number): Block[] {
    let line = before
    return tokens.flatMap((token) => {
      const place = { at: 'line', number: line + 1 } as const
      line += token.raw.split('\n').length - 1
      return this.#blocksOf(token as Tokens.Generic, place, 0)
    })
  }

  #blocksOf(token: Tokens.Generic, place: Place, depth: number): Block[] {
    const read = own(this.#readers, token.type)
    return read === undefined ? this.#lines(token.raw, { place, depth }) : read(token, place, depth)
  }

  #inner(token: Tokens.Generic, place: Place, depth: number): Block[] {
    let line = place.number
    return (token.tokens ?? []).flatMap((inner) => {
      const at = { at: 'line', number: line } as const
      line += inner.raw.split('\n').length - 1
      return this.#blocksOf(inner as Tokens.Generic, at, depth)
    })
  }

  #list(list: Tokens.List, place: Place, depth: number): Block[] {
    let line = place.number
    return list.items.flatMap((item) => {
      const at = { at: 'line', number: line } as const
      line += item.raw.split('\n').length - (item.raw.endsWith('\n') ? 1 : 0)
      return this.#item(item, list.ordered ? 'number' : item.task ? 'box' : 'bullet', at, depth + 1)
    })
  }

  #item(item: Tokens.ListItem, marker: Line['marker'], place: Place, depth: number): Block[] {
    let line = place.number
    let isFirst = true
    const blocks: Block[] = []
    for (const token of item.tokens as Tokens.Generic[]) {
      const at = { at: 'line', number: line } as const
      line += token.raw.split('\n').length - 1
      const isWords = own(this.#readers, token.type) === undefined && token.type !== 'checkbox'
      if (isWords && token.raw.trim() !== '')
        blocks.push(
          ...this.#lines(token.raw, {
            place: at,
            marker: isFirst ? marker : 'none',
            depth: isFirst ? depth : depth + 1
          })
        )
      else if (!isWords && token.type !== 'checkbox') blocks.push(...this.#blocksOf(token, at, depth))
      if (isWords && token.raw.trim() !== '') isFirst = false
    }
    if (isFirst && blocks.length === 0) blocks.push({ kind: 'line', text: '', marker, depth, place })
    return blocks
  }

  #html(raw: string, place: Place): Block[] {
    const { markdown, pictures } = fromHtml(raw)
    const points = pictures.map(({ alt, address }): Point => ({ code: 'picture', detail: alt === '' ? address : alt }))
    const hidden = [...raw.matchAll(/<!--([^]*?)-->/g)].map(([, words = '']): Point => ({
      code: 'comment',
      detail: words.trim()
    }))
    if (markdown === '' && points.length + hidden.length === 0) return []
    return [{ kind: 'line', text: markdown, marker: 'none', depth: 0, place, points: [...points, ...hidden] }]
  }

  /** The lines of a paragraph: one line, unless each begins with a marker, or a line break is meant. */
  #lines(raw: string, base: LineBase): Block[] {
    const lines = raw
      .trim()
      .split('\n')
      .reduce((all: string[], line, index) => {
        const isOwn =
          index === 0 ||
          /(?: {2}|\\)$/.test(all.at(-1) ?? '') ||
          splitMarker(line.trim()).marker !== 'none' ||
          /_{3,}/.test(line)
        return isOwn ? [...all, line] : [...all.slice(0, -1), `${all.at(-1)} ${line.trim()}`]
      }, [])
    return lines.flatMap((line, index) => {
      const text = line.replace(/(?: {2,}|\\)$/, '')
      const points = picturesIn(text)
      const shared = index === 0 ? base : { ...base, marker: 'none' as const }
      const words = withoutPictures(text).replace(/^(\*\*|__)(.+?)\1/, (whole, _, inner: string) =>
        splitMarker(inner).marker === 'none' ? whole : inner
      )
      const isBold = /^\*\*[^*]+\*\*$|^__[^_]+__$/.test(words.trim())
      const blocks = lineBlocks([{ text: isBold ? words.trim().slice(2, -2) : words, link: 'raw' }], {
        ...shared,
        ...(points.length > 0 ? { points } : {})
      })
      const [first] = blocks
      if (isBold && first?.kind === 'line') this.#bold.add(first)
      if (first === undefined && points.length > 0)
        return [{ kind: 'line' as const, text: '', marker: 'none' as const, depth: 0, place: base.place, points }]
      return blocks
    })
  }
}

function fenced(code: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return `${fence}\n${code}\n${fence}`
}

function inline(text: string): string {
  return withoutPictures(text).replaceAll(/\s+/g, ' ').trim()
}

const PICTURE = /!\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g

function withoutPictures(text: string): string {
  return text.replaceAll(PICTURE, '').trimEnd()
}

function picturesIn(text: string): Point[] {
  return [...text.matchAll(PICTURE)].map(([, alt = '', address = '']) => ({
    code: 'picture',
    detail: [alt, address].filter((each) => each !== '').join(', ')
  }))
}

function tableOf({ header, rows }: Tokens.Table, place: Place): Block {
  const words = ({ text }: Tokens.TableCell) => asPlain(text.replaceAll(/<br\s*\/?>/gi, '\n')).trim()
  const head = header.map(words)
  const all = rows.map((row) => row.map(words))
  const points = [...header, ...rows.flat()].flatMap(({ text }) => picturesIn(text))
  return { kind: 'table', rows: head.every((cell) => cell === '') ? all : [head, ...all], place, points }
}
