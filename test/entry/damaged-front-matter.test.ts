import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry, withSection } from '../../src/entry/codec.ts'
import { readFrontMatter, withHead } from '../../src/entry/front-matter.ts'
import type { EntryHead } from '../../src/entry/model.ts'
import { english, translated } from '../../src/words/index.ts'
import { answersOf, entryOf, headOf } from '../journal/kit/entries.ts'

const { ...head } = headOf({ title: 'The lift', tags: ['reflection', 'probe'] })
const file = encodeEntry(entryOf({ what: 'The kiln broke.', then: 'We walked.' }, head))
const origin = {
  file: '/journal/2026/2026-11-23-no-paying-customer.md',
  modified: () => new Date('2026-11-25T10:00:00Z')
}

/** The file with something replaced. */
function put(from: RegExp | string, to: string): string {
  const changed = file.replace(from, () => to)
  expect(changed).not.toBe(file)
  return changed
}

function fences(fence: string): string {
  return file.replaceAll(/^---$/gm, () => fence)
}

function faultsIn(text: string): readonly string[] {
  return (readFrontMatter(text, origin)?.faults ?? []).map(({ why }) => translated(why, english))
}

const { finished: _finished, ...withoutEnd } = head
const frontMatter = file.slice(0, file.indexOf('\n---\n') + 5)
const lines = frontMatter.split('\n').slice(1, -2)
const body = file.slice(frontMatter.length)

/** What editors, formatters and fingers do to the lines around front matter. */
const around: readonly [string, string][] = [
  ['a blank line before it', `\n${file}`],
  ['many blank lines before it', `\n \n\t\n\n${file}`],
  ['a letter before it', `x${file}`],
  ['letters before it', `ssss${file}`],
  ['a byte order mark and a blank line', `\ufeff\n${file}`],
  ['two byte order marks', `\ufeff\ufeff${file}`],
  ['a zero-width space', `\u200b${file}`],
  ['a no-break space and a mark of direction', `\u00a0\u200e${file}`],
  ['dashes in place of the fences', fences('—')],
  ['a dash and a hyphen', fences('—-')],
  ['two en dashes', fences('––')],
  ['a hyphen too few', fences('--')],
  ['hyphens too many', fences('------')],
  ['only the first fence a dash', file.replace('---', '—')],
  ['only the last fence a dash', file.replace('\n---\n', '\n—\n')],
  ['TOML fences', fences('+++')],
  ['asterisks', fences('***')],
  ['asterisks and spaces', fences('* * *')],
  ['underscores', fences('___')],
  ['escaped fences', fences('\\---')],
  ['a code block', file.replace('---', '```yaml').replace('\n---\n', '\n```\n')],
  ['a rule of HTML', fences('<hr />')],
  ['a heading with its line below', file.replace('---\n', '***\n\n').replace('\n---\n', `\n${'-'.repeat(26)}\n`)],
  [
    'a heading as formatters escape it',
    file
      .replace('---\n', '***\n\n')
      .replace('pack_version', 'pack\\_version')
      .replace('[reflection, probe]', '\\[reflection, probe]')
      .replace('\n---\n', '\n----\n')
  ],
  [
    'all lines joined to a heading',
    `------------\n\n## ${lines.join(' ').replace('[', '\\[').replace(']', '\\]')}\n${body}`
  ],
  ['no opening fence', file.slice(4)],
  ['no closing fence', file.replace('\n---\n', '\n')],
  ['no fences', file.slice(4).replace('\n---\n', '\n')],
  ['no fences, and a word above', `Hello\n\n${file.slice(4).replace('\n---\n', '\n')}`],
  ['a line of words above', `My notes\n\n${file}`],
  ["another program's front matter above", `---\ntitle: Notes\ncreated: 2026-11-23\n---\n\n${file}`],
  ['blank lines between the keys', `---\n\n${lines.join('\n\n')}\n\n---\n${body}`],
  ['spaces after each line', file.replaceAll(/^(?=.*: )(.*)$/gm, '$1  ')],
  ['Windows line ends', file.replaceAll('\n', '\r\n')],
  ['line ends of old Macs', file.replaceAll('\n', '\r')],
  ['mixed line ends', file.replaceAll(/\n(?=[a-m#>])/g, '\r\n').replaceAll(/\n(?=[n-z])/g, '\r')],
  ['line ends of old Macs in front matter only', frontMatter.replaceAll('\n', '\r') + body],
  ['keys in capitals', file.replaceAll(/^(id|pack|status|started):/gm, (key) => key.toUpperCase())],
  ['no line "reflect: 1"', put('reflect: 1\n', '')],
  ['"reflect: 1" emptied', put('reflect: 1', 'reflect:')],
  ['a quoted version', put('reflect: 1', 'reflect: "1"')],
  ['a version with a point', put('reflect: 1', 'reflect: 1.0')],
  ['a version that never was', put('reflect: 1', 'reflect: 0')],
  ['unknown keys', put('title:', 'aliases: [x]\ncssclasses:\n  - wide\ntitle:')]
]

/** Keys that differ; those that are undefined are absent. */
type Changed = { readonly [Key in keyof EntryHead]?: EntryHead[Key] | undefined }

/** Single values, and what they mean. */
const values: readonly [string, string, Changed][] = [
  ['Ruby and Jekyll', put(/^started: .*$/m, 'started: 2026-11-23 19:02:27 +0000'), {}],
  ['PyYAML', put(/^started: .*$/m, 'started: 2026-11-23 19:02:27+00:00'), {}],
  ['a zone of two figures', put(/^started: .*$/m, 'started: 2026-11-23T19:02:27+00'), {}],
  ['Z and milliseconds', put(/^started: .*$/m, 'started: 2026-11-23 19:02:27.123Z'), {}],
  ['the basic form', put(/^started: .*$/m, 'started: 20261123T190227Z'), {}],
  ['slashes', put(/^started: .*$/m, 'started: 2026/11/23 19:02:27 +0000'), {}],
  ['quotes', put(/^started: .*$/m, 'started: "2026-11-23 19:02:27 +0000"'), {}],
  ['a mail', put(/^started: .*$/m, 'started: Mon, 23 Nov 2026 19:02:27 +0000'), {}],
  ['JavaScript', put(/^started: .*$/m, 'started: Mon Nov 23 2026 19:02:27 GMT+0000 (Greenwich Mean Time)'), {}],
  ['twelve hours', put(/^started: .*$/m, 'started: 2026-11-23 7:02:27 PM +0000'), {}],
  ['no seconds', put(/^started: .*$/m, 'started: 2026-11-23 19:02 +0000'), { started: '2026-11-23T19:02:00+00:00' }],
  ['day, month and year', put(/^started: .*$/m, 'started: 23/11/2026 19:02:27'), {}],
  ['dots', put(/^started: .*$/m, 'started: 23.11.2026, 19:02:27'), {}],
  ['month, day and year', put(/^started: .*$/m, 'started: 11/23/2026 7:02:27 PM'), {}],
  ['no offset', put(/^started: .*$/m, 'started: 2026-11-23 19:02:27'), {}],
  [
    'no offset in summer',
    put(/^started: .*$/m, 'started: 2026-07-23 19:02:27'),
    { started: '2026-07-23T19:02:27+01:00' }
  ],
  ['a day', put(/^started: .*$/m, 'started: 2026-11-20'), { started: '2026-11-20T00:00:00+00:00' }],
  ['nothing of finished', put(/^finished: .*$/m, 'finished:'), { finished: undefined }],
  ['null for finished', put(/^finished: .*$/m, 'finished: null'), { finished: undefined }],
  ['a tilde for finished', put(/^finished: .*$/m, 'finished: ~'), { finished: undefined }],
  ['a word for finished', put(/^finished: .*$/m, 'finished: yes'), { finished: undefined }],
  ['no key finished', put(/^finished: .*\n/m, ''), { finished: undefined }],
  ['a capital', put('status: finished', 'status: Finished'), {}],
  ['capitals', put('status: finished', 'status: DRAFT'), { status: 'draft' }],
  ['a quoted status', put('status: finished', "status: 'finished'"), {}],
  ['another status', put('status: finished', 'status: done'), {}],
  ['no status', put('status: finished\n', ''), {}],
  ['a colon', put('title: The lift', 'title: The lift: part one'), { title: 'The lift: part one' }],
  ['a colon and a quote', put('title: The lift', `title: "The lift": it's`), { title: `"The lift": it's` }],
  ['an open quote', put('title: The lift', 'title: "The lift'), { title: 'The lift' }],
  ['an at sign', put('title: The lift', 'title: @work'), { title: '@work' }],
  ['a backtick', put('title: The lift', 'title: `The lift`'), { title: '`The lift`' }],
  ['a percent sign', put('title: The lift', 'title: %1'), { title: '%1' }],
  ['null for a title', put('title: The lift', 'title: null'), { title: 'no-paying-customer' }],
  ['a quoted null', put('title: The lift', 'title: "null"'), { title: 'null' }],
  ['hashes', put('[reflection, probe]', '[#reflection, #probe]'), {}],
  ['hashes without brackets', put('[reflection, probe]', '#reflection #probe'), {}],
  ['hashes and commas', put('[reflection, probe]', '#reflection, #probe'), {}],
  ['hashes in a list', put(' [reflection, probe]', '\n  - #reflection\n  - #probe'), {}],
  ['a comment', put('[reflection, probe]', '[reflection, probe] #mine'), {}],
  ['null for tags', put('[reflection, probe]', 'null'), { tags: [] }],
  ['a tilde for tags', put('[reflection, probe]', '~'), { tags: [] }],
  ['null among tags', put('[reflection, probe]', '[null, reflection, ~]'), { tags: ['reflection'] }],
  ['a quoted null among tags', put('[reflection, probe]', '["null"]'), { tags: ['null'] }],
  ['tags of two words', put('[reflection, probe]', '[ new year ,  probe ]'), { tags: ['new year', 'probe'] }],
  ['an open list', put('[reflection, probe]', '[reflection, probe'), {}],
  ['a comma too many', put('[reflection, probe]', '[reflection,, probe,]'), {}],
  ['null for the zone', put('zone: Europe/London', 'zone: null'), { zone: 'UTC' }],
  ['nothing of the language', put('language: en-GB', 'language:'), { language: 'en' }],
  ['no time', put(/^started: .*$/m, 'started: yesterday'), { started: head.finished! }],
  ['a time that there is not', put(/^started: .*$/m, 'started: 2026-02-30 10:00 +0000'), { started: head.finished! }],
  ['a day that has two meanings', put(/^started: .*$/m, 'started: 11/12/2026'), { started: head.finished! }],
  ['no times', put(/^(?:started|finished): .*\n/gm, ''), { started: '2026-11-23T00:00:00+00:00', finished: undefined }],
  ['no pack', put(/^pack: .*\n/m, ''), { pack: 'unknown' }],
  ['no exercise', put(/^exercise: .*\n/m, ''), {}],
  ['a key twice', put('title: The lift', 'title: The lift\ntitle: Another'), {}],
  ['a line without a key', put('title: The lift', 'title: The lift\nand so on'), {}],
  ['an indented line at the top', put('reflect: 1', '  so\nreflect: 1'), {}]
]

const meant = (changed: Changed) => JSON.parse(JSON.stringify({ ...head, ...changed }))

describe('front matter that editors changed', () => {
  it.each(around)('is read, and the answers with it: %s', (_, text) => {
    expect(readFrontMatter(text, origin)?.head).toEqual(head)
    const entry = decodeEntry(text)
    expect(answersOf(entry)).toEqual({ what: 'The kiln broke.', then: 'We walked.' })
    expect(encodeEntry(entry)).toBe(text)
  })

  it.each(values)('is read with %s', (_, text, changed) => {
    expect(readFrontMatter(text, origin)?.head).toEqual(meant(changed))
  })

  it.each([
    [put(/^finished: .*$/m, 'finished:'), 'no line "finished'],
    [put(/^started: .*$/m, 'started: yesterday'), 'Line 9 of this entry says "started: yesterday"'],
    [put('status: finished', 'status: done'), 'Line 8 '],
    [put(/^id: .*\n/m, ''), 'no line "id'],
    [put('title: The lift', 'title: The lift\nand so on'), 'Line 8 of this entry cannot be read: "and so on"'],
    [put('title: The lift', 'title: The lift\ntitle: Another'), 'Line 8 of this entry says "title" a second time'],
    [fences('—'), 'The lines "---"'],
    [put('\n---\n', '\n'), 'no end'],
    [put('reflect: 1\n', ''), 'no line "reflect: 1"']
  ])('names what is wrong', (text, said) => {
    expect(faultsIn(text).join('\n')).toContain(said)
  })

  it('gives an entry without an id one that stays', () => {
    const text = put(/^id: .*\n/m, '')
    const id = readFrontMatter(text, origin)?.head.id
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    expect(readFrontMatter(`${text}\nMore words.`, { ...origin, file: '/other.md' })?.head.id).toBe(id)
    const undated = text.replaceAll(/^(?:started|finished): .*\n/gm, '')
    const named = (name: string) => readFrontMatter(undated, { ...origin, file: `/j/2026/${name}.md` })?.head.id
    expect(named('a')).toBe(named('a'))
    expect(named('a')).not.toBe(named('b'))
  })

  it('of a draft stays that of a draft', () => {
    const draft = { ...origin, file: '/journal/drafts/2026-11-23-no-paying-customer.00000001.md' }
    for (const status of ['status: nearly\n', 'status:\n', ''])
      expect(readFrontMatter(put('status: finished\n', status), draft)?.head.status).toBe('draft')
  })

  it.each([
    ['a list of habits', 'sleep: 8\nreflect: 1\nwork: 0\n'],
    ['a note about the format', '# Format\n\nAn entry begins with\n\n    reflect: 1\n\nand an id: then more.\n'],
    ["another program's note", '---\ntitle: Reflect on this\ntags: [reflect]\n---\n\nreflect: more\n'],
    ['an export', '# The lift\n\n*23 November 2026*\n\n## What\n\nWords about a reflect: 1 marker.\n']
  ])('is not seen in %s', (_, text) => {
    expect(readFrontMatter(text, origin)).toBeUndefined()
  })
})

describe('a change of damaged front matter', () => {
  const changes: Partial<EntryHead>[] = [{ tags: ['new'] }, { status: 'draft', at: 'what' }, { title: 'B: c' }]

  it.each([...around, ...values.map(([name, text]) => [name, text] as const)])(
    'keeps the body, and can be read everywhere: %s',
    (_, text) => {
      const read = readFrontMatter(text, origin)
      const entry = decodeEntry(text, read)
      for (const change of changes) {
        const next = { ...entry.head, ...change }
        const after = encodeEntry(withHead(entry, next))
        // Without the file's name: all that had to be guessed is stated now.
        expect(readFrontMatter(after)).toMatchObject({ head: next, guessed: [] })
        expect(answersOf(decodeEntry(after))).toEqual(answersOf(entry))
        const words = [...(text.match(/Hello|My notes|and so on|aliases|cssclasses|created/g) ?? [])]
        for (const word of words) expect(after).toContain(word)
      }
    }
  )

  it.each(around)('of an answer keeps the bytes of everything else: %s', (_, text) => {
    const entry = decodeEntry(text)
    const [what] = entryOf({ what: 'Other words.' }).sections
    const after = encodeEntry(withSection(entry, what!))
    expect(after.startsWith(entry.raw!.frontMatter + entry.raw!.preamble)).toBe(true)
    expect(after.endsWith(entry.sections[1]!.raw!)).toBe(true)
    expect(answersOf(decodeEntry(after))).toEqual({ what: 'Other words.', then: 'We walked.' })
  })

  it('never fails, and never loses a line of the body, whatever happened to the lines above', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...frontMatter.split('\n'),
        '',
        '—',
        '***',
        '# x',
        '<<<<<<< a',
        '=======',
        '>>>>>>> b',
        '|||||||'
      ),
      fc.string({ unit: 'binary', maxLength: 12 })
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 24 }), (top) => {
        const text = `${top.join('\n')}\n${body}`
        const read = readSafely(text)
        if (read === undefined) return
        const entry = decodeEntry(text, read)
        expect(encodeEntry(entry)).toBe(text)
        const after = encodeEntry(withHead(entry, { ...entry.head, tags: ['changed'] }))
        expect(after.endsWith(entry.sections.map(({ raw }) => raw).join(''))).toBe(true)
      })
    )
  })
})

function readSafely(text: string) {
  try {
    return readFrontMatter(text, origin)
  } catch {
    return undefined
  }
}

it('has no end that is guessed', () => {
  expect(readFrontMatter(put(/^finished: .*\n/m, ''))?.head).toEqual(withoutEnd)
})
