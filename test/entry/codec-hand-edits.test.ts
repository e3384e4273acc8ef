import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry, newSection, withSection } from '../../src/entry/codec.ts'
import type { Body, Entry } from '../../src/entry/model.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { readFrontMatter } from '../../src/entry/front-matter.ts'
import { english, translated } from '../../src/words/index.ts'
import { examples } from '../questions/kit/prompts.ts'
import { headOf } from '../journal/kit/entries.ts'
import { keptEdits, meantEdits, put } from '../journal/kit/hand-edits.ts'
import type { Edit } from '../journal/kit/hand-edits.ts'

const { text, choice, number, recall, note } = examples

/** The file of an entry with one answer, and a text after it. */
function fileOf(prompt: Prompt, body: Body): string {
  const after = newSection(
    { type: 'text', id: 'after', ask: 'And then?' },
    { kind: 'answered', answer: 'after', before: '', after: '' },
    false,
    english.entry
  )
  return encodeEntry({ head: headOf(), sections: [newSection(prompt, body, false, english.entry), after] })
}

function answeredWith(answer: Answer): Body {
  return { kind: 'answered', answer, before: '', after: '' }
}

/** The entry after an edit; checks that it keeps every byte. */
function read(before: string, edit: Edit): Entry {
  const after = edit(before)
  expect(after).not.toBe(before)
  const entry = decodeEntry(after)
  expect(encodeEntry(entry)).toBe(after)
  return entry
}

/** The sections after an edit of the first answer; checks that the second is unchanged. */
function edited(prompt: Prompt, answer: Answer, edit: Edit) {
  const { sections } = read(fileOf(prompt, answeredWith(answer)), edit)
  expect(sections.at(-1)?.body).toMatchObject({ answer: 'after' })
  return sections
}

describe('an edit of an answer in the file', () => {
  it.each(meantEdits)('is read as it is meant: %s', (_, prompt, answer, edit, meant) => {
    const [section] = edited(prompt, answer, edit)
    expect(section?.body).toEqual(answeredWith(meant))
  })

  it.each(keptEdits)('is kept as text if it cannot be read: %s', (_, prompt, answer, edit, words) => {
    expect(edited(prompt, answer, edit)[0]?.body).toEqual({ kind: 'unread', text: words })
  })

  it.each(keptEdits.filter(([, { type }]) => type !== 'number' && type !== 'date'))(
    'stays below where it could not be understood and the answer is given again: %s',
    (_, prompt, answer, edit, words) => {
      const entry = read(fileOf(prompt, answeredWith(answer)), edit)
      const again = newSection(prompt, answeredWith(answer), false, english.entry)
      const [section] = decodeEntry(encodeEntry(withSection(entry, again))).sections
      const quotation = words.split('\n').map((line) => (line === '' ? '>' : `> ${line}`))
      expect(section?.body).toEqual({ ...answeredWith(answer), after: quotation.join('\n') })
      const skipped = newSection(prompt, { kind: 'skipped' }, false, english.entry)
      expect(encodeEntry(withSection(entry, skipped))).toContain(words)
    }
  )

  it('keeps notes around an answer that is skipped', () => {
    const edit = put('- [x] I led', 'At first:\n\n- [x] I led')
    const entry = read(fileOf(choice, answeredWith('led')), (file) =>
      edit(file).replace('*Other:*', '*Other:*\n\nOr so.')
    )
    const skipped = newSection(choice, { kind: 'skipped' }, false, english.entry)
    const [section] = decodeEntry(encodeEntry(withSection(entry, skipped))).sections
    expect(section?.body).toEqual({ kind: 'unread', text: 'At first:\n\nOr so.' })
  })

  it('may reword the heading', () => {
    const [section] = edited(choice, 'led', put('## *Question*', '#### My part, as I \\*now\\* see it'))
    expect(section).toMatchObject({ title: 'My part, as I *now* see it', ask: 'Your part?', body: answeredWith('led') })
  })

  it('may reword the question', () => {
    const [section] = edited(choice, 'led', put('> Your part?', '> And your own\n> part?'))
    expect(section).toMatchObject({
      title: 'And your own part?',
      ask: 'And your own\npart?',
      body: answeredWith('led')
    })
  })

  it('may make a section private or public', () => {
    expect(edited(choice, 'led', put('choice {', 'choice private {'))[0]).toMatchObject({
      private: true,
      body: answeredWith('led')
    })
    const closed = fileOf(choice, answeredWith('led')).replace('choice {', 'choice private {')
    expect(read(closed, put(' private', '')).sections[0]).toMatchObject({ private: false, body: answeredWith('led') })
  })

  it('may add notes before and after', () => {
    const [section] = edited(choice, 'led', (file) =>
      file.replace('- [x]', 'At first:\n\n- [x]').replace('*Other:*', '*Other:*\n\nLater more.\n\n- and more')
    )
    expect(section?.body).toEqual({
      kind: 'answered',
      answer: 'led',
      before: 'At first:',
      after: 'Later more.\n\n- and more'
    })
  })

  it.each([
    ['in its place', '*Skipped.*', 'a', 'a'],
    ['after it', '*Skipped.*', '*Skipped.* No: a', '*Skipped.* No: a'],
    ['below it', '*Skipped.*', '*Skipped.*\n\na', '*Skipped.*\n\na']
  ])('may answer a skipped question, %s', (_, from, to, answer) => {
    const skipped = fileOf(text, { kind: 'skipped' })
    expect(read(skipped, put(from, to)).sections[0]?.body).toEqual(answeredWith(answer))
  })

  it.each([
    ['with underscores', put('*Skipped.*', '_Skipped._')],
    ['with blanks after it', put('*Skipped.*', '*Skipped.*  ')],
    ['with nothing in its place', put('*Skipped.*', '')]
  ])('leaves a skip a skip: %s', (_, edit) => {
    expect(read(fileOf(text, { kind: 'skipped' }), edit).sections[0]?.body).toEqual({ kind: 'skipped' })
  })

  it('may delete an answer, which is a skip then', () => {
    expect(edited(choice, 'led', put(/^- \[.*\n/gm, ''))[0]?.body).toEqual({ kind: 'skipped' })
    expect(edited(recall, 'a', put('\na\n', '\n'))[0]?.body).toEqual({ kind: 'none' })
  })

  it('may add text to a note', () => {
    const passage = fileOf(note, { kind: 'none' })
    expect(read(passage, put('> Pause here.\n', '> Pause here.\n\nI did.\n')).sections[0]?.body).toEqual({
      kind: 'unread',
      text: 'I did.'
    })
  })
})

/** Edits of an entry's structure, and the ids of its sections afterwards. */
const makings: readonly (readonly [string, Edit, readonly string[]])[] = [
  ['a question taken out', (file) => file.replace(/<!-- reflect:role[^]*(?=<!-- reflect:after)/, ''), ['after']],
  ['questions changed about', (file) => changedAbout(file), ['after', 'role']],
  [
    'words under the title',
    put('counts as value?\n\n<', 'counts as value?\n\nFor the seminar.\n\n<'),
    ['role', 'after']
  ],
  ['another title', put('# What counts as value?', '# Who pays'), ['role', 'after']],
  ['no title', put('# What counts as value?\n', ''), ['role', 'after']],
  ['a section of one’s own at the end', (file) => `${file}\n## Afterwards\n\nMore.\n`, ['role', 'after']],
  [
    'a section of one’s own between',
    put('<!-- reflect:after', '## Mine\n\nMore.\n\n<!-- reflect:after'),
    ['role', 'after']
  ],
  [
    'a question of one’s own, with a marker',
    put('<!-- reflect:after', '<!-- reflect:mine text -->\n## Mine\n\nMore.\n\n<!-- reflect:after'),
    ['role', 'mine', 'after']
  ],
  ['a marker taken out', put(/<!-- reflect:after text -->\n/, ''), ['role']],
  ['a marker left open', put('after text -->', 'after text'), ['role']],
  ['a marker indented', put('<!-- reflect:after', '  <!-- reflect:after'), ['role']],
  ['another id', put('reflect:after', 'reflect:afterwards'), ['role', 'afterwards']],
  [
    'a section copied',
    (file) => `${file}\n${file.slice(file.indexOf('<!-- reflect:after'))}`,
    ['role', 'after', 'after']
  ],
  ['a comment of one’s own', put('<!-- reflect:after', '<!-- todo -->\n\n<!-- reflect:after'), ['role', 'after']]
]

function changedAbout(file: string): string {
  const [first, second] = [file.indexOf('<!-- reflect:role'), file.indexOf('<!-- reflect:after')]
  return `${file.slice(0, first)}${file.slice(second)}\n${file.slice(first, second)}`
}

describe('an edit of an entry', () => {
  it.each(makings)('keeps every word: %s', (_, edit, ids) => {
    const entry = read(fileOf(choice, answeredWith('led')), edit)
    expect(entry.sections.map(({ id }) => id)).toEqual(ids)
  })

  it('keeps a section that the user added with the answer before it', () => {
    const [section] = edited(choice, 'led', put('<!-- reflect:after', '## Mine\n\nMore.\n\n<!-- reflect:after'))
    expect(section?.body).toEqual({ kind: 'answered', answer: 'led', before: '', after: '## Mine\n\nMore.' })
  })

  it('reads the first of two sections with the same id, and keeps the second as text', () => {
    const sections = edited(number, 5, (file) =>
      file.replace('<!-- reflect:after', '<!-- reflect:distance number -->\n## Again\n\n> ?\n\n9\n\n<!-- reflect:after')
    )
    expect(sections.map(({ id, body }) => [id, body.kind])).toEqual([
      ['distance', 'answered'],
      ['distance', 'unread'],
      ['after', 'answered']
    ])
  })
})

const head = headOf()

/** Edits of front matter, and the values afterwards. */
const tops: readonly (readonly [string, Edit, Partial<typeof head>])[] = [
  ['a key of one’s own', put('tags:', 'mood: calm\ntags:'), head],
  ['a comment', put('tags:', '# for the seminar\ntags:'), head],
  ['a comment after a value', put('language: en-GB', 'language: en-GB # mine'), head],
  ['a blank line', put('tags:', '\ntags:'), head],
  ['keys in another order', both('tags: [reflection]\n', 'pack: public-value\n'), head],
  ['a tag added', put('[reflection]', '[reflection, work]'), { ...head, tags: ['reflection', 'work'] }],
  [
    'tags a line each',
    put('[reflection]', '\n  - reflection\n  - "work: mine"'),
    { ...head, tags: ['reflection', 'work: mine'] }
  ],
  [
    'tags a line each, not indented',
    put('[reflection]', '\n- reflection\n- work'),
    { ...head, tags: ['reflection', 'work'] }
  ],
  ['one tag without brackets', put('[reflection]', 'reflection'), head],
  [
    'tags with commas and no brackets',
    put('[reflection]', 'reflection, work'),
    { ...head, tags: ['reflection', 'work'] }
  ],
  ['no tags', put('tags: [reflection]', 'tags:'), { ...head, tags: [] }],
  ['another title', put(/^title: .*$/m, "title: 'It''s mine'"), { ...head, title: "It's mine" }],
  ['a title over two lines', put(/^title: .*$/m, 'title: >-\n  one\n  two'), { ...head, title: 'one two' }],
  ['quotes around a value', put('pack: public-value', 'pack: "public-value"'), head],
  ['a tab after a colon', put('pack: ', 'pack:\t'), head],
  ['blanks at the end of a line', put('status: finished', 'status: finished  '), head],
  ['blanks after the lines around', put(/^---$/gm, '--- '), head],
  [
    'Windows’ line endings at the top',
    (file) => file.replace(/^---[^]*?\n---\n/, (top) => top.replaceAll('\n', '\r\n')),
    head
  ],
  ['a day changed', put(/^started: .{10}/m, 'started: 2026-11-20'), { ...head, started: '2026-11-20T19:02:27+00:00' }],
  ['no zone and no language', put(/^(?:zone|language): .*\n/gm, ''), { ...head, zone: 'UTC', language: 'en' }]
]

/** Two lines swapped. */
function both(one: string, other: string): Edit {
  return (file) => file.replace(one, '\0').replace(other, one).replace('\0', other)
}

describe('an edit of front matter', () => {
  it.each(tops)('is read: %s', (_, edit, meant) => {
    const entry = read(fileOf(choice, answeredWith('led')), edit)
    expect(entry.head).toEqual(meant)
    expect(entry.sections[0]?.body).toEqual(answeredWith('led'))
  })

  it.each([
    ['a line that says nothing', put('tags:', 'and so on\ntags:'), 'Line 13'],
    ['a time that is none', put(/^started: .*$/m, 'started: yesterday'), 'Line 9'],
    ['a key twice', put('tags:', 'pack: other\ntags:'), 'Line 13'],
    ['no id', put(/^id: .*\n/m, ''), '"id: …"'],
    ['no end', put('tags: [reflection]\n---\n', 'tags: [reflection]\n'), 'no end']
  ])('is read, and the line is named: %s', (_, edit, place) => {
    const file = edit(fileOf(choice, answeredWith('led')))
    expect(decodeEntry(file).sections[0]?.body).toEqual(answeredWith('led'))
    const said = readFrontMatter(file)?.faults.map(({ why }) => translated(why, english))
    expect(said?.join('\n')).toContain(place)
  })
})
