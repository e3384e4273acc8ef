import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { UsageError } from '../../src/context/errors.ts'
import { readHead, withHead, writeHead } from '../../src/entry/front-matter.ts'
import { readOwnText, readOwnTexts, readYaml, writeText, writeTexts } from '../../src/entry/front-matter-values.ts'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import type { EntryHead } from '../../src/entry/model.ts'
import { hostileTexts } from '../kit/hostile-texts.ts'
import { headOf } from '../journal/kit/entries.ts'

const head = headOf()
const file = `${writeHead(head)}\n# Title\n`

/** The keys and values in YAML. */
function plain({ packVersion, packPath, ...rest }: EntryHead): Record<string, unknown> {
  return { reflect: 1, ...rest, pack_version: packVersion, ...(packPath === undefined ? {} : { pack_path: packPath }) }
}

function between(frontMatter: string): string {
  return frontMatter.replaceAll(/^---\n|---\n$/g, '')
}

/** Whether reading a text returns, or throws only a UsageError. */
function endsWell(text: string): boolean {
  try {
    readHead(text)
    return true
  } catch (error) {
    return error instanceof UsageError
  }
}

/** The file with one line replaced. */
function fileWith(line: RegExp, other: string): string {
  const changed = file.replace(line, () => other)
  expect(changed).not.toBe(file)
  return changed
}

describe('front matter', () => {
  it('is written one key a line, so that people and other programs can read it', () => {
    expect(writeHead(headOf({ at: 'first', packPath: '/home/zoë/my pack', tags: ['a', 'b, c'] }))).toBe(
      `---
reflect: 1
id: 00000001-1c1e-4c1e-8c1e-5f0c1c1e5f0c
pack: public-value
pack_version: 1.0.0
exercise: no-paying-customer
title: What counts as value?
status: finished
started: 2026-11-23T19:02:27+00:00
finished: 2026-11-23T19:16:02+00:00
zone: Europe/London
language: en-GB
tags: [reflection, "b, c"]
at: first
pack_path: "/home/zoë/my pack"
---
`.replace('[reflection', '[a')
    )
  })

  const words = fc.oneof(
    fc.constantFrom(...hostileTexts.filter((text) => text.length < 5000)),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc
      .array(
        fc.constantFrom('a', ': ', ' #', '"', "'", '\\', '\n', '- ', '[', ', ', '1', '.', '~', '\u00e9', 'no', ' '),
        { minLength: 1 }
      )
      .map((parts) => parts.join(''))
  )

  it('is read as it was written, whatever is in title and tags, and is YAML for other programs', () => {
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 3 }), words, (title, tags, at) => {
        const written = headOf({ title, tags, at })
        const text = writeHead(written)
        expect(readHead(text)).toEqual(written)
        for (const version of ['1.1', '1.2'] as const) {
          const { started, finished, ...rest } = parse(between(text), {
            version,
            schema: version === '1.1' ? 'yaml-1.1' : 'core'
          })
          const { started: _, finished: __, ...expected } = plain(written)
          expect(rest).toEqual(expected)
          expect([new Date(started), new Date(finished)]).toEqual([
            new Date(written.started),
            new Date(written.finished!)
          ])
        }
      }),
      { numRuns: 400 }
    )
  })

  it('is read as other programs write it: folded, quoted, an item a line', () => {
    const prose = fc
      .array(fc.constantFrom('a', 'word', 'Who?', ': ', "it's", '"so"', '#', '- ', '\\', 'é', '2026'), {
        minLength: 1,
        maxLength: 30
      })
      .map((parts) => parts.join(' ').trim())
    const style = fc.constantFrom<'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL'>(
      'PLAIN',
      'QUOTE_DOUBLE',
      'QUOTE_SINGLE',
      'BLOCK_FOLDED',
      'BLOCK_LITERAL'
    )
    fc.assert(
      fc.property(
        prose,
        fc.array(
          prose.filter((tag) => !/(^|\s)[-#]/.test(tag)),
          { maxLength: 3 }
        ),
        style,
        fc.boolean(),
        (title, tags, defaultStringType, isFlow) => {
          const written = headOf({ title, tags })
          const yaml = stringify(
            { ...plain(written), mine: { deep: ['x', { y: 1 }] } },
            {
              defaultStringType,
              defaultKeyType: 'PLAIN',
              collectionStyle: 'any',
              lineWidth: 40,
              ...(isFlow ? {} : { indentSeq: false })
            }
          )
          expect(readHead(`---\n${yaml}---\n`)).toEqual(written)
        }
      ),
      { numRuns: 400 }
    )
  })

  it.each<[string, string, Partial<EntryHead>]>([
    ['a comment', 'title: A title # not it', { title: 'A title' }],
    ['a hash in a word', 'title: A#title', { title: 'A#title' }],
    ['double quotes', 'title: "A \\"title\\"\\u00e9\\x21: it" # is', { title: 'A "title"é!: it' }],
    ['single quotes', "title: 'It''s a title'", { title: "It's a title" }],
    ['folded', 'title: A title\n  that goes on\n  and on', { title: 'A title that goes on and on' }],
    ['a block', 'title: >-\n  A title\n  that goes on', { title: 'A title that goes on' }],
    ['blanks before the colon', 'title : A title', { title: 'A title' }],
    ['a number', 'title: 2026', { title: '2026' }],
    ['no title', 'other: x', { title: 'no-paying-customer' }],
    ['a list for a title', 'title: [a]', { title: 'no-paying-customer' }],
    ['an alias without an anchor', 'title: *a', { title: 'no-paying-customer' }],
    ['an alias', 'mine: &a A title\ntitle: *a', { title: 'A title' }],
    ['a tag', 'title: !!str A title', { title: 'A title' }],
    [
      'keys of others',
      'title: A\naliases:\n  - x: [y\n    z]\n# a comment\n\nGröße, 3: "a: b\nx.y: &anchor |\n  a\n\n  b',
      { title: 'A' }
    ]
  ])('is read with %s', (_, lines, changed) => {
    expect(readHead(fileWith(/^title: .*$/m, lines))).toEqual({ ...head, ...changed })
  })

  it.each<[string, string[]]>([
    ['tags: []', []],
    ['tags:', []],
    ['tags: # none yet', []],
    ['tags: one', ['one']],
    ['tags: one, two', ['one', 'two']],
    ['tags: "one, two"', ['one, two']],
    ['tags: [[a], b]', ['b']],
    ['tags: [ one,\n  "two, three" , \'four\', ] # four', ['one', 'two, three', 'four']],
    ['tags:\n- one\n# a comment\n- two # not it', ['one', 'two']],
    ['tags: # below\n  - one', ['one']],
    ['tags:\n\n  - "one"\n\n  - two', ['one', 'two']]
  ])('is read with %j', (line, tags) => {
    expect(readHead(fileWith(/^tags: .*$/m, line))?.tags).toEqual(tags)
  })

  it.each([
    ['Windows', file.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${file}`],
    ['blanks after the fences', file.replaceAll('---\n', '---  \n')],
    ['nothing below it', writeHead(head).trimEnd()]
  ])('is read with %s', (_, text) => {
    expect(readHead(text)).toEqual(head)
  })

  it.each([
    '',
    'words',
    '---\ntitle: a note\n---\n',
    '--- \n',
    '----\nreflect: 1\n----\n',
    '\n---\nreflect: 1\n---\n',
    'sleep: 8\nreflect: 1\nwork: 0\n',
    '---\nreflect: 1'.replace('reflect', 'reflects')
  ])('is not there: %j', (text) => {
    expect(readHead(text)).toBeUndefined()
    expect(() => decodeEntry(text)).toThrow(UsageError)
  })
})

describe('front matter that nobody can read', () => {
  it('is that of a newer version', () => {
    const text = fileWith(/^reflect: 1$/m, 'reflect: 2')
    expect(() => readHead(text)).toThrow('version 2')
    expect(() => decodeEntry(text)).toThrow(UsageError)
  })

  it('never brings the program down', () => {
    const line = fc.oneof(
      fc.constantFrom(...file.split('\n')),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('tags: [', 'title: "', 'title: |', '- a', '  x', 'title: >+', "at: '")
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(endsWell(`---\nreflect: 1\n${lines.join('\n')}\n---\n`)).toBe(true)
      })
    )
  })

  it.each(['title: "', "title: '", 'title: ', 'tags: [', 'tags: ["', 'title: >\n  ', ''])(
    // What is quadratic takes minutes, and the test times out.
    'can be read, however long what follows %j is',
    (start) => {
      for (const part of [' ', 'a', '\\', "'", '"', ' \n', '#', ' #', ', ', '[', '{a: ', '- ', ': ', 'a, ', '&a ']) {
        for (const length of [4000, 8000, 65_536]) {
          expect(endsWell(fileWith(/^title: .*$/m, start + part.repeat(length / part.length)))).toBe(true)
        }
      }
    }
  )
})

describe('a value that is read without the YAML library', () => {
  const pieces = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'a',
          'Z',
          '9',
          ' ',
          ': ',
          ':',
          ' #',
          '#',
          '"',
          '\\"',
          '\\',
          '[',
          ']',
          ', ',
          ',',
          '- ',
          '&',
          '*',
          '!'
        ),
        fc.constantFrom(
          '\t',
          '\u00e9',
          '\u00a0',
          '\ufeff',
          '\u0085',
          '\\u0041',
          '\\/',
          '\\q',
          '{',
          '}',
          'no',
          '~',
          "'",
          '|',
          '%'
        ),
        fc.string({ unit: 'binary', maxLength: 3 })
      ),
      { maxLength: 12 }
    )
    .map((parts) => parts.join(''))
    .filter((text) => !text.includes('\n'))
  const sources = fc.oneof(
    pieces,
    pieces.map(writeText),
    pieces.map((text) => JSON.stringify(text)),
    fc.array(pieces, { maxLength: 4 }).map(writeTexts),
    fc.array(pieces, { maxLength: 4 }).map((texts) => `[${texts.join(', ')}]`)
  )

  it('is the value that the library reads', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const [text, texts] = [readOwnText(source), readOwnTexts(source)]
        const [pair] = text === undefined && texts === undefined ? [] : (readYaml(`key: ${source}\n`) ?? [])
        expect(text ?? pair?.text).toBe(pair?.text)
        expect(texts ?? pair?.texts).toEqual(pair?.texts)
      }),
      { numRuns: 2000 }
    )
  })

  it('may be any value that the program writes', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 4 }), (texts) => {
        for (const text of texts) expect(readOwnText(writeText(text))).toBe(text)
        expect(readOwnTexts(writeTexts(texts))).toEqual(texts)
      }),
      { numRuns: 500 }
    )
  })
})

describe('changed front matter', () => {
  const handMade = `\uFEFF---  
# mine
tags:
  - one          # first
  - two
status:   draft  # for now
mine: { a: [1,
  2] }

title: 'A title'
reflect: 1
id: ${head.id}
pack: public-value
started: 2026-11-23T19:02:27+00:00
at: first
exercise: no-paying-customer
aliases:
- x
---
Words of mine.
`
  const entry = decodeEntry(handMade)
  const text = encodeEntry(entry)
  const { at: _at, ...withoutAt } = entry.head

  it.each<[string, EntryHead, string, string]>([
    ['nothing', entry.head, '', ''],
    [
      'the status',
      { ...entry.head, status: 'finished' },
      'status:   draft  # for now',
      'status:   finished  # for now'
    ],
    ['the title', { ...entry.head, title: 'B: c' }, "title: 'A title'", 'title: "B: c"'],
    [
      'the tags',
      { ...entry.head, tags: ['three'] },
      'tags:\n  - one          # first\n  - two\n',
      'tags:\n  [three]\n'
    ],
    ['a key gone', withoutAt, 'at: first\n', ''],
    [
      'a key more',
      { ...entry.head, finished: '2026-11-23T20:00:00+00:00' },
      'started: 2026-11-23T19:02:27+00:00\n',
      'started: 2026-11-23T19:02:27+00:00\nfinished: 2026-11-23T20:00:00+00:00\n'
    ],
    [
      'a default',
      { ...entry.head, zone: 'Europe/London' },
      'started: 2026-11-23T19:02:27+00:00\n',
      'started: 2026-11-23T19:02:27+00:00\nzone: Europe/London\n'
    ]
  ])('keeps everything else byte for byte: %s', (_, changed, from, to) => {
    for (const newline of ['\n', '\r\n']) {
      const before = text.replaceAll('\n', newline)
      const after = encodeEntry(withHead(decodeEntry(before), changed))
      expect(after).toBe(text.replace(from, to).replaceAll('\n', newline))
      expect(readHead(after)).toEqual(changed)
    }
  })

  const usual = between(writeHead(head))
  const asFlow = (line: string) => line.replace(/: (?!\[)(.*)$/, ': "$1"')

  it.each([
    ['keys in quotation marks', usual.replaceAll(/^(\w+):/gm, '"$1":').replace('\n', ' # mine\n')],
    ['one mapping in braces', `{ ${usual.trim().split('\n').map(asFlow).join(',\n  ')} } # mine\n`],
    ['an anchor', `${usual.replace('title: ', 'title: &t ')}mine: *t\n`],
    ['an alias', `mine: &t A title\n${usual.replace(/title: .*/, 'title: *t')}`]
  ])('is read again where the front matter is unusual: %s', (_, yaml) => {
    for (const newline of ['\n', '\r\n']) {
      const unusual = decodeEntry(`---\n${yaml}---\n\n# T\n`.replaceAll('\n', newline))
      const { finished: _finished, ...draft } = unusual.head
      for (const changed of [
        { ...unusual.head, title: 'B: c', tags: ['new', 'x, y'] },
        { ...unusual.head, packPath: '/a b' },
        { ...draft, status: 'draft' as const, at: 'first' }
      ]) {
        const after = encodeEntry(withHead(unusual, changed))
        expect(readHead(after)).toEqual(changed)
        expect(after).toContain('mine')
        expect(after.replaceAll(newline, '')).not.toMatch(/[\r\n]/)
      }
    }
  })

  it('can be any other head', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter((value) => value.trim() !== '')
    const changes = fc.record(
      {
        title: words,
        tags: fc.array(words, { maxLength: 3 }),
        status: fc.constantFrom('draft' as const, 'finished' as const),
        at: words,
        packPath: words
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(changes, (changed) => {
        const after = encodeEntry(withHead(entry, { ...entry.head, ...changed }))
        expect(readHead(after)).toEqual({ ...entry.head, ...changed })
        expect(after).toContain('mine: { a: [1,\n  2] }\n')
      })
    )
  })

  it('of a new entry has no text yet', () => {
    expect(withHead({ head, sections: [] }, { ...head, title: 'B' })).toEqual({
      head: { ...head, title: 'B' },
      sections: []
    })
  })
})
