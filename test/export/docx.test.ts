import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docx } from '../../src/export/docx/index.ts'
import { runs, sample } from '../kit/long.ts'
import { temporaryFile } from '../kit/temporary-file.ts'
import commonmark from '../kit/commonmark.json' with { type: 'json' }
import { hostileTexts } from '../kit/hostile-texts.ts'
import { pandocHeadings } from '../kit/pandoc.ts'
import { bytesOf, entryAround } from './kit.ts'
import { needLong, needProgram } from '../kit/needs.ts'

const texts = [...sample(commonmark.examples), ...hostileTexts.filter((text) => text.length < 20_000)]

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

/** Why a text is not well-formed XML; undefined if it is. */
function badXml(xml: string): string | undefined {
  const open: string[] = []
  const rest = xml.replaceAll(
    /<\?xml [^>]*\?>|<(\/?)([A-Za-z:]+)((?: [\w:]+="[^"<]*")*)(\/?)>/g,
    (tag, end, name, _, empty) => {
      if (name === undefined || empty === '/') return ''
      if (end !== '/') open.push(name)
      else if (open.pop() !== name) return tag
      return ''
    }
  )
  const stray = /[<>\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|#39);)/.exec(rest)
  return stray === null && open.length === 0 ? undefined : `${open.join()} ${stray?.[0]}`
}

describe('a Word export', () => {
  it('is well-formed, whatever an answer holds', async () => {
    const documents = texts.map(async (text) => partsOf(await bytesOf(docx, [entryAround(text)])))
    const bad = (await Promise.all(documents)).flatMap((parts) =>
      Object.values(parts).flatMap((xml) => badXml(xml) ?? [])
    )
    expect(bad).toEqual([])
    const any = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...texts, '\n\n', '](', '<', '&')))
    await fc.assert(
      fc.asyncProperty(any, async (some) => {
        const parts = partsOf(await bytesOf(docx, [entryAround(some.join('').toWellFormed())]))
        expect(Object.values(parts).flatMap((xml) => badXml(xml) ?? [])).toEqual([])
      }),
      { numRuns: runs(100) }
    )
  })

  it('has figures on the side where their table begins', async () => {
    const xml = partsOf(await bytesOf(docx, [entryAround('| أ |\n|---|\n| 12 |\n\n| a |\n|---|\n| 34 |')]))[
      'word/document.xml'
    ]!
    const cells = [...xml.matchAll(/<w:pStyle w:val="Cell"\/>(<w:bidi\/>)?[^]*?<w:t [^>]*>(.*?)</g)]
    expect(cells.map(([, isBack, text]) => `${text} ${isBack !== undefined}`)).toEqual([
      'أ true',
      '12 true',
      'a false',
      '34 false'
    ])
  })

  it('has the bar of a quotation on the side where its lines begin', async () => {
    const xml = partsOf(await bytesOf(docx, [entryAround('> quoted\n\n> ציטוט של מישהו')]))['word/document.xml']!
    const bars = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="Quote"\/>(.*?)<\/w:pPr>/g)].map(([, rest = '']) =>
      rest.includes('<w:right w:val="single"')
    )
    expect(bars).toEqual([false, true])
  })

  it('has no empty line below code in a list', async () => {
    const xml = partsOf(await bytesOf(docx, [entryAround('1. Type:\n\n       a line\n\n2. Wait.')]))[
      'word/document.xml'
    ]
    expect(xml).toContain('a line</w:t></w:r></w:p>')
  })

  it('gives a column the room that its words need', async () => {
    const answer = '| Who | Pays |\n|---|---|\n| Somebody who is absent, turned away or not born | no |'
    const xml = partsOf(await bytesOf(docx, [entryAround(answer)]))['word/document.xml']!
    const [first = 0, second = 0] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(first).toBeGreaterThan(3 * second)
    expect(first + second).toBeLessThanOrEqual(9026)
  })

  it('is the same for the same entries', async () => {
    const entries = [entryAround('one\n\n1. two', 1), entryAround('three', 2)]
    expect(Buffer.compare(await bytesOf(docx, entries), await bytesOf(docx, entries))).toBe(0)
  })

  it('has its title, language, time and word count among its properties; the questions are not counted', async () => {
    const parts = partsOf(await bytesOf(docx, [entryAround('one two three')]))
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>What counts as value?</dc:title><dc:language>en-GB</dc:language>'
    )
    expect(parts['docProps/core.xml']).toContain('>2026-11-23T19:16:02Z</dcterms:modified>')
    expect(parts['docProps/app.xml']).toContain('<Words>7</Words>')
    expect(parts['word/document.xml']).toContain('7 words, not counting the questions')
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>')
  })

  it('leads only to the web', async () => {
    const answer = '[a](javascript:x) [b](https://example.org/"\\x) ![c](file:///x) <mailto:a@example.org>'
    const xml = partsOf(await bytesOf(docx, [entryAround(answer)]))['word/document.xml']!
    expect([...xml.matchAll(/<w:instrText[^>]*>(.*?)</g)].map(([, text]) => text?.trim())).toEqual([
      'HYPERLINK "https://example.org/%22%5Cx"',
      'HYPERLINK "mailto:a@example.org"'
    ])
  })

  it('has the questions as its headings, and nothing else, as pandoc reads it', async () => {
    const entries = texts.map((text, index) => entryAround(text, index + 1))
    const expected = entries.flatMap(() => ['1 What counts as value?', '2 Question first', '2 Question second'])
    expect(pandocHeadings(await bytesOf(docx, entries), 'docx')).toEqual(expected)
  })

  it('is opened by LibreOffice', async () => {
    needLong()
    const office = needProgram('soffice')
    const answer = '# Mine\n\n| a | b |\n|---|--:|\n| שלום | 2 |\n\n3. three\n   - four\n\n> quoted\n\n```\ncode\n```'
    const file = temporaryFile('one.docx', await bytesOf(docx, [entryAround(answer)]))
    const dir = path.dirname(file)
    const profile = `-env:UserInstallation=file://${dir}/profile`
    execFileSync(office, [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', dir, file], {
      stdio: 'ignore'
    })
    const text = fs.readFileSync(path.join(dir, 'one.txt'), 'utf8')
    for (const words of ['Question first', 'Mine', 'שלום', '3. three', 'quoted', 'code', 'Question second'])
      expect(text).toContain(words)
  }, 120_000)
})
