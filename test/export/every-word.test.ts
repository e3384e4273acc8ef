import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { decodeEntry, encodeEntry, newSection } from '../../src/entry/codec.ts'
import type { Entry } from '../../src/entry/model.ts'
import { countCommentsIn, withoutPrivate } from '../../src/export/entry.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { examples, ratings } from '../questions/kit/prompts.ts'
import { makeTheme } from '../../src/display/theme.ts'
import { renderMarkdown } from '../../src/display/markdown.ts'
import { docx } from '../../src/export/docx/index.ts'
import { html } from '../../src/export/html/index.ts'
import { entryJson, json } from '../../src/export/json.ts'
import { markdown } from '../../src/export/markdown.ts'
import { entryToRead } from '../../src/export/screen.ts'
import { text } from '../../src/export/text.ts'
import { decoded } from '../../src/markdown/entities.ts'
import { visible, withoutInvalidXml } from '../../src/text/visible.ts'
import { english } from '../../src/words/index.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { attribute, elementsIn } from '../kit/html.ts'
import { sample } from '../kit/long.ts'
import { constructs } from '../kit/markdown-constructs.ts'
import { bytesOf, documentOf, entryAround } from './kit.ts'

/** What stands between the first question and the second one. */
const between = (document: string) => {
  const start = document.lastIndexOf('What do you say to first?')
  return document.slice(start, document.lastIndexOf('Question second')).replace('What do you say to first?', '')
}

const screen = (theme: ReturnType<typeof makeTheme>, columns: number) => async (entry: Entry) =>
  renderMarkdown(entryToRead(entry, { words: english, titles: new Map() }), columns, theme).join('\n')

/** The text of a page with the address after each link. */
function pageText(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  const items = node.nodeName === 'ol' ? Number(attribute(node as Tree.Element, 'start') ?? 1) : Number.NaN
  const number = (index: number) => (Number.isNaN(items) ? '' : items + index)
  const children =
    'childNodes' in node ? node.childNodes.filter((child) => child.nodeName !== '#text' || Number.isNaN(items)) : []
  const inner = children.map((child, index) => `${number(index)}${pageText(child)}`).join('')
  if (node.nodeName === 'br') return '\n'
  return node.nodeName === 'a' ? `${inner} ${attribute(node as Tree.Element, 'href')}` : inner
}

const XML: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** The text of a Word document, with the addresses of its links. */
async function wordText(entry: Entry): Promise<string> {
  const xml = strFromU8(unzipSync(await bytesOf(docx, [entry]))['word/document.xml']!)
  const runs = xml
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll(/ HYPERLINK "(.*?)" (.*?)(?=<w:fldChar w:fldCharType="end")/g, '$2$1')
  return runs.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => XML[entity] ?? entity)
}

const rich = makeTheme({ color: false, unicode: true })
const formats: Readonly<Record<string, (entry: Entry) => Promise<string>>> = {
  show: screen(rich, 100_000),
  'show in colour': screen(makeTheme({ color: true, unicode: true }), 100_000),
  'show in plain mode': screen(makeTheme({ color: false, unicode: true, plain: true }), 100_000),
  txt: async (entry) => between(await documentOf(text, [entry])),
  html: async (entry) => {
    const page = elementsIn(await documentOf(html, [entry])).find(({ tagName }) => tagName === 'article')!
    return between(pageText(page))
  },
  docx: async (entry) => between(await wordText(entry)),
  md: async (entry) => between(await documentOf(markdown, [entry])),
  json: async (entry) => JSON.parse(await documentOf(json, [entry])).entries[0].source
}

function withoutStyles(said: string): string {
  // oxlint-disable-next-line no-control-regex -- styles of a terminal
  return said.replaceAll(/\u001b\[[\d;]*m/g, '')
}

/** Letters, digits and symbols: everything but white space, ASCII punctuation and what is shown as a sign. */
function lettersIn(said: string): string {
  return withoutStyles(said).replaceAll(/[\s!-/:-@[-`{-~]+/g, '')
}

/** The first letters of a text that are not in a document, in order; undefined if all are there. */
function missing(document: string, said: string): string | undefined {
  const letters = lettersIn(document)
  let at = 0
  for (const [index, letter] of [...said].entries()) {
    at = letters.indexOf(letter, at) + letter.length
    if (at < letter.length) return said.slice(Math.max(0, index - 10), index + 20)
  }
  return undefined
}

const folded = (label: string) => label.trim().replaceAll(/\s+/g, ' ').toLowerCase().toUpperCase()

/** What a renderer may show in another form: boxes, numbers of items, and labels whose definition is shown. */
function readable(said: string, name: string): string {
  const unboxed = said.replaceAll(/^((?:[ \t>]|[-*+]|\d+[.)])*)\[[xX]\] /gm, '$1')
  const labels = new Set([...said.matchAll(/\[([^[\]]+)\]:/g)].map(([, label = '']) => folded(label)))
  const unlabelled = unboxed.replaceAll(/(?<=\])\[([^[\]]+)\](?!:)/g, (whole, label: string) =>
    labels.has(folded(label)) ? '' : whole
  )
  const numbers = [...unlabelled.matchAll(/^[ \t>]*(\d+)[.)](?=\s)/gm)].map(([, number]) => number)
  const isAllOnes = numbers.length > 1 && numbers.every((number) => number === '1')
  return name === 'docx' || isAllOnes ? unlabelled.replaceAll(/^(?:[ \t>\-*+]|\d+[.)](?=\s|$))+/gm, '') : unlabelled
}

const AS_TYPED = new Set(['txt', 'md', 'json'])

const texts = [...sample(commonmark.examples), ...sample(hostileTexts), ...sample(constructs)].filter(
  (said) => said.length < 25_000
)

describe('every word of an answer', () => {
  it.each(Object.entries(formats))('is in %s', async (name, render) => {
    const wrong: string[] = []
    for (const said of texts) {
      const lines = said.replaceAll('\r\n', '\n')
      const signs = withoutInvalidXml(
        ['html', 'docx', 'md', 'json'].includes(name) ? lines : visible(lines, { newlines: true })
      )
      const isTyped = AS_TYPED.has(name)
      const expected = lettersIn(isTyped ? signs : decoded(readable(signs, name)))
      const document = withoutInvalidXml(await render(entryAround(said)))
      const lost = missing(document, expected) && missing(decoded(document), expected)
      if (lost !== undefined) wrong.push(`${JSON.stringify(said.slice(0, 200))} lost ${JSON.stringify(lost)}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('what is not in every copy', () => {
  const note = 'Above <!-- real name: Ann --> the questions'
  const withNote = (entry: Entry): Entry =>
    decodeEntry(encodeEntry(entry).replace(/^# .*$/m, (title) => `${title}\n\n${note}`))
  const entry = withNote(entryAround('Said <!-- real name: Bob --> and done.\n\n<!--\nCarol\n-->'))
  const copies = { md: markdown, html, txt: text, docx }
  const contentOf = async (format: (typeof copies)['md'], hasComments: boolean) => {
    const bytes = await bytesOf(format, [entry], true, hasComments)
    return format === docx ? strFromU8(unzipSync(bytes)['word/document.xml']!) : bytes.toString()
  }

  it.each(Object.entries(copies))(
    'is a comment of the learner, unless private answers are included: %s',
    async (_, format) => {
      const [without, whole] = [await contentOf(format, false), await contentOf(format, true)]
      expect(without).not.toMatch(/Ann|Bob|Carol|real name/)
      expect(without).toMatch(/Above[^]*the questions[^]*Said[^]*and done/)
      for (const word of ['Ann', 'Bob', 'Carol']) expect(whole).toContain(word)
      expect(countCommentsIn(entry)).toBe(3)
    }
  )

  it('is in JSON and on the screen', async () => {
    const document = JSON.parse(await documentOf(json, [entry], true, false)).entries[0]
    expect(document.note).toBe(note)
    expect(document.answers.first).toContain('Bob')
    expect(await screen(rich, 80)(entry)).toMatch(/Ann[^]*Bob[^]*Carol/)
  })

  it('is the note of an entry with private answers', async () => {
    const [first, second] = entry.sections
    const { raw: _, ...others } = first!
    const held = withoutPrivate({ ...entry, sections: [{ ...others, private: true }, second!] }, english)
    expect(encodeEntry(held)).not.toMatch(/Ann|Bob|Above/)
    expect(withoutPrivate(entry, english)).toBe(entry)
  })
})

describe('every line of an answer', () => {
  const lines = ['10:30 called', '11:15 **waited**', '12:00 left']
  const entry = entryAround(`${lines.join('\n')}\n\n- one\n  two\n\n> three\n> four`)

  it('stays a line', async () => {
    const expected = /10:30 called\n+\W*11:15 \W*waited\W*\n\W*12:00 left\n[^]*one\n\W*two[^]*three\n\W*four/
    for (const render of Object.values(formats)) expect(withoutStyles(await render(entry))).toMatch(expected)
  })

  it('flows in a question, which its author wrote, but not in what a question recalls', async () => {
    const prompt: Prompt = { type: 'recall', id: 'r', ask: 'You\nsaid:', of: [], reword: true, shown: 'one\ntwo' }
    const asked = newSection(prompt, { kind: 'answered', answer: 'x', before: '', after: '' }, false, english.entry)
    const screenText = await screen(rich, 80)({ ...entry, sections: [asked] })
    expect(screenText).toContain('You said:')
    expect(screenText).toMatch(/one\n\W+two/)
  })
})

describe('formulas', () => {
  it.each([
    ['$a*b*c$', '$a*b*c$'],
    ['p: \\(p(x)\\,dx\\)', 'p: \\(p(x)\\,dx\\)'],
    ['\\begin{matrix}1\\\\2\\end{matrix}', '\\begin{matrix}1\\\\2\\end{matrix}'],
    ['$\\{x\\}$', '$\\{x\\}$'],
    ['$$\n= x_1_\n$$', '$$\n= x_1_\n$$'],
    ['text\n$$\n- a*b*\n$$\nmore', 'text\n$$\n- a*b*\n$$\nmore'],
    ['*a $x*y$ b*', 'a $x*y$ b'],
    ['H~2~O', 'H~2~O'],
    ['*$5* and *$10*', '$5 and $10'],
    ['\\(see above\\) \\[1\\]', '(see above) [1]'],
    ['`$a` *b* `$c`', '$a b $c']
  ])('are left as they are: %j', async (said, shownText) => {
    const [screenText, page, word] = await Promise.all(
      [formats['show']!, formats['html']!, formats['docx']!].map((render) => render(entryAround(said)))
    )
    for (const document of [screenText, page, word])
      expect(document!.replaceAll(/\n\s*/g, '\n').trim()).toContain(shownText)
  })
})

describe('words that were written into an answer of any type', () => {
  const answers: [Prompt, Answer][] = [
    [examples.list, ['a', 'b']],
    [examples.choice, 'led'],
    [examples.choices, ['led', 'planned']],
    [examples.scale, 4],
    [ratings, { staff: 1, all: null }],
    [examples.ranking, ['planned', 'led', 'lived']],
    [examples.table, [{ row: 'user', pays: true, why: 'fees' }]],
    [examples.sentence, { who: 'people', what: 'book' }],
    [examples.plan, { if: 'it rains', then: 'call' }],
    [examples.number, 7.5],
    [examples.date, '2026-11-23'],
    [examples['yes-no'], true]
  ]
  const { head } = entryAround('x')

  it.each(answers)('are shown everywhere: $type', async (prompt, answer) => {
    const section = newSection(prompt, { kind: 'answered', answer, before: '', after: '' }, false, english.entry)
    const whole = encodeEntry({ head, sections: [section] })
    const [top, body = ''] = whole.split(/(?<=\n> .*\n\n)/)
    const lines = body.trimEnd().split('\n')
    for (const at of lines.keys())
      for (const line of [
        `${lines[at]} zebra`,
        `${lines[at]}\nzebra`,
        `zebra ${lines[at]}`,
        `${lines[at]} | zebra |`
      ]) {
        const entry = decodeEntry(`${top}${lines.with(at, line).join('\n')}\n`)
        for (const format of [markdown, html, text, json]) expect(await documentOf(format, [entry])).toContain('zebra')
        expect(await screen(rich, 80)(entry)).toContain('zebra')
        expect(JSON.stringify(entryJson(entry, 'x.md'))).toContain('zebra')
      }
  })
})
