import fs from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { english } from '../../../src/words/index.ts'
import { readDocument } from '../../../src/pack/import/formats/index.ts'
import { writePack } from '../../../src/pack/import/write/pack.ts'
import { parsePack } from '../../../src/pack/source/parse.ts'
import { tarOf } from '../../kit/archives.ts'
import { newHome, type Home } from '../../kit/program.ts'
import { runs } from '../../kit/long.ts'
import zlib from 'node:zlib'

const body = (inner: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const word = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) })

async function refused(home: Home, name: string, bytes: Uint8Array | string): Promise<string> {
  fs.writeFileSync(path.join(home.dir, name), bytes)
  const { code, stdout, stderr } = await home.run(['pack', 'import', name, '--output', 'pack'])
  expect({ code, stdout, isThere: fs.existsSync(path.join(home.dir, 'pack')) }).toEqual({
    code: 2,
    stdout: '',
    isThere: false
  })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  return stderr
}

const deep = 3000

describe('pack import refuses', () => {
  it.each<[what: string, name: string, content: Uint8Array | string, says: string]>([
    ['an empty file', 'a.docx', '', 'is empty'],
    ['a file of zeros', 'a.docx', new Uint8Array(500), 'is empty'],
    ['a PDF', 'a.pdf', '%PDF-1.7', 'is a PDF file'],
    ['an older Word file', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'is a Microsoft Office file'],
    ['rich text', 'a.rtf', '{\\rtf1 What?}', 'is a RTF file'],
    ['a web page', 'a.docx', '<!doctype html><title>Sign in</title>', 'is a HTML file'],
    [
      'an OpenDocument text',
      'a.odt',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'is a OpenDocument file'
    ],
    ['a zip archive of something else', 'a.zip', zipSync({ 'a.txt': strToU8('What?') }), 'is not a document'],
    ['half a Word file', 'a.docx', word(body(paragraph('What?'))).subarray(0, 90), 'is damaged or locked'],
    ['a Word file whose XML is cut off', 'a.docx', word(body(paragraph('What?')).slice(0, -20)), 'is damaged'],
    [
      'entities',
      'a.xml',
      '<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>',
      'defines its own XML entities'
    ],
    [
      'an external entity',
      'a.docx',
      word(`<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body(paragraph('&x;'))}`),
      'defines its own XML entities'
    ],
    [
      'deep nesting',
      'a.xml',
      `<quiz>${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}</quiz>`,
      'contains more than reflect can read'
    ],
    [
      'what unpacks to a hundred times its size',
      'a.docx',
      zipSync({ 'word/document.xml': new Uint8Array(26 * 1024 * 1024).fill(32) }, { level: 9 }),
      'contains more than reflect can read'
    ],
    ['more questions than a pack can have', 'a.txt', 'What?\n'.repeat(6000), '(6000)'],
    ['a line of a megabyte', 'a.md', `?${' (a'.repeat(200_000)}${'['.repeat(200_000)}`, 'has more in it than fits'],
    ['other XML', 'a.xml', '<?xml version="1.0"?><rss><channel/></rss>', 'is XML, but not'],
    [
      'other H5P',
      'a.h5p',
      zipSync({ 'h5p.json': strToU8('{"mainLibrary":"H5P.Quiz"}'), 'content/content.json': strToU8('{}') }),
      'is H5P of the type H5P.Quiz'
    ],
    ['H5P that is no JSON', 'a.h5p', zipSync({ 'h5p.json': strToU8('{"mainLibrary"') }), 'is damaged'],
    ['nothing but space', 'a.txt', ' \n\n ', 'no text in'],
    ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'is a PNG file'],
    ['bytes that are no text', 'a.txt', new Uint8Array([1, 0, 2, 0, 0xff, 0, 0x81]), 'is not a document']
  ])('%s', async (_, name, content, says) => {
    expect(await refused(newHome(), name, content)).toContain(says)
  })

  it('a folder that has files', async () => {
    const home = newHome()
    fs.mkdirSync(path.join(home.dir, 'pack'))
    fs.writeFileSync(path.join(home.dir, 'pack', 'mine.yaml'), 'id: mine')
    fs.writeFileSync(path.join(home.dir, 'a.txt'), 'What happened?')
    const { code, stderr } = await home.run(['pack', 'import', 'a.txt', '--output', 'pack'])
    expect({ code, left: fs.readdirSync(path.join(home.dir, 'pack')) }).toEqual({ code: 2, left: ['mine.yaml'] })
    expect(stderr).toContain('is not empty')
  })
})

/** The pack of a document, which passes the check, and everything that it says. */
async function packOf(name: string, bytes: Uint8Array): Promise<{ text: string; questions: number }> {
  const outline = await readDocument({ name, bytes }, english.packImport.added, english)
  const { files, questions } = writePack(outline, { id: 'pack', title: 'Pack', language: 'en-GB' }, english.packImport)
  const sources = [...files].map(([file, text]) => ({ path: file, bytes: Buffer.from(text) }))
  const { diagnostics } = parsePack(sources, 'pack.yaml')
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  return { text: [outline.title ?? '', ...files.values()].join('\n'), questions }
}

describe('pack import', () => {
  const pieces = [
    'What happened?',
    '1. Describe it.',
    '2) Who was there?',
    '# A part',
    'Part two',
    'a) first',
    'b) second',
    '( ) yes',
    '( ) no',
    '[ ] tea',
    '☐ milk',
    '- one',
    '- two',
    '* three',
    '____',
    'Name: ____',
    'I saw ____ and felt ____ there.',
    '| a | b |',
    '|---|---|',
    '| c | |',
    '',
    '',
    '1 2 3 4 5',
    'Strongly agree',
    'Agree',
    'Disagree',
    'List three things.',
    '{{curly}} and {one}',
    '- id: x',
    '> said',
    '```',
    '&amp; <b>bold</b>',
    '"quoted": #tag',
    '!tag',
    '*star* _under_',
    'null',
    'true',
    '\u202eright',
    'zero\u200bwidth',
    'con',
    'other',
    '![alt](x.png)',
    '%',
    '@',
    '...',
    '…',
    '?',
    ':'
  ]
  const lines = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'grapheme' })),
    { minLength: 1, maxLength: 40 }
  )

  it.each(['a.txt', 'a.md', 'a.csv', 'a.docx'])('makes a valid pack of any %s that has a word', async (name) => {
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const text = ['Where were you?', '', ...all].join('\n')
        const xml = all.map((line) => paragraph(line.replaceAll(/[&<>]|[^\t\u0020-\ud7ff]/gu, ''))).join('')
        const bytes = name === 'a.docx' ? word(body(paragraph('Where were you?') + xml)) : Buffer.from(text)
        expect((await packOf(name, bytes)).questions).toBeGreaterThan(0)
      }),
      { numRuns: runs(100) }
    )
  })

  it('keeps every word of a text', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (all) => {
        const text = ['Where were you?', ...all.map((line, index) => `${line} word${index}x`)].join('\n')
        const { text: kept } = await packOf('a.txt', Buffer.from(text))
        const lost = all.map((_, index) => `word${index}x`).filter((each) => !kept.toLowerCase().includes(each))
        expect(lost).toEqual([])
      }),
      { numRuns: runs(100) }
    )
  })

  it('divides what is too long for an exercise, and what has too many options', async () => {
    const questions = Array.from({ length: 250 }, (_, index) => `${index + 1}. What happened on day ${index + 1}?`)
    const options = Array.from({ length: 150 }, (_, index) => `( ) place ${index}`)
    const found = await packOf(
      'a.txt',
      Buffer.from([...questions, 'Which of these do you know?', ...options].join('\n'))
    )
    expect(found.questions).toBe(251)
    expect(found.text).toContain('became 3')
    expect(found.text).toContain('- place 149')
  })

  it('reads the activities in a backup of Moodle', async () => {
    const read = (name: string) => fs.readFileSync(path.join(import.meta.dirname, 'documents', name), 'utf8')
    const files = [
      ['questionnaire_1', 'questionnaire'],
      ['journal_2', 'journal']
    ].map(([folder, name]) => ({ path: `activities/${folder}/${name}.xml`, body: read(`${name}.xml`) }))
    const { questions, text } = await packOf(
      'a.mbz',
      zlib.gzipSync(tarOf([{ path: 'moodle_backup.xml', body: '<moodle_backup/>' }, ...files]))
    )
    expect(questions).toBe(9)
    expect(text).toContain('Week 3 journal')
  })

  it('asks to confirm the letters of an older encoding', async () => {
    const { text } = await packOf('a.csv', Buffer.from('Question\nWas it a caf\xe9?\n', 'latin1'))
    expect(text).toContain('Was it a café?')
    expect(text).toContain('It was read as Windows-1252')
  })
})
