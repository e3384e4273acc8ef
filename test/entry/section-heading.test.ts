import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry, newSection, withMarkers, withSection } from '../../src/entry/codec.ts'
import type { Body, Section } from '../../src/entry/model.ts'
import { hide, retire } from '../../src/entry/retired.ts'
import { headingOf } from '../../src/questions/shared/heading.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { entryWords } from '../../src/words/index.ts'
import { headOf } from '../journal/kit/entries.ts'
import { runs } from '../kit/long.ts'
import { answered, askingTypes, text as anyText } from '../questions/kit/arbitrary.ts'
import { examples } from '../questions/kit/prompts.ts'

const languages = ['en-GB', 'cy']
const fixed = languages.flatMap((language) => Object.values(entryWords(language).headings))
const lookalikes = fixed.flatMap((word) => [word, `*${word}*`, `_${word}_`, `\\*${word}\\*`, `**${word}**`, `*${word}`])
const language = fc.constantFrom(...languages)
const ask = fc.oneof(
  anyText,
  fc.constantFrom(
    ...lookalikes,
    'Why?',
    'Look at this page. What does it say, and to whom? Take your time.',
    'x '.repeat(90)
  )
)
const titleOrNone = fc.option(fc.oneof(fc.constantFrom(...lookalikes), anyText), { nil: undefined })
const idOf = (isAttached: boolean) => (isAttached ? 'a.follow_up' : 'a')

function answeredWith(prompt: Prompt, answer: unknown, words = entryWords('en-GB'), isPrivate = false): Section {
  return newSection(prompt, { kind: 'answered', answer, before: '', after: '' } as Body, isPrivate, words)
}

function fileOf(sections: readonly Section[], of = 'en-GB'): string {
  return encodeEntry({ head: headOf({ language: of }), sections })
}

function throughFile(section: Section, of: string): Section | undefined {
  const { raw: _, ...read } = decodeEntry(fileOf([section], of)).sections[0] ?? section
  return read
}

const headings = (file: string) => file.match(/^#{2,} .*/gm)

describe('the heading of a section', () => {
  it('is a fixed word where it would repeat the question, and reads as the heading of the question', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...askingTypes).chain(answered),
        language,
        fc.boolean(),
        ask,
        titleOrNone,
        ({ prompt, answer: value }, of, isAttached, said, title) => {
          const { title: _, ...untitled } = prompt
          const own = title === undefined ? {} : { title }
          const asked: Prompt = { ...untitled, ...own, id: idOf(isAttached), ask: said }
          const section = answeredWith(asked, value, entryWords(of))
          expect(throughFile(section, of)).toEqual(section)
          const heading = headingOf(asked)
          expect(section.title).toBe(heading || section.id)
          const isFixed = fixed.some((word) => headings(fileOf([section], of))?.[0]?.endsWith(` *${word}*`))
          // A quotation at the end of a recall's question reads as what it shows.
          const isRecall = asked.type === 'recall'
          const isRepeated = heading !== '' && heading === headingOf({ ask: said })
          expect(isFixed || isRecall).toBe(isRepeated || isRecall)
        }
      ),
      { numRuns: runs(150) }
    )
  })

  it.each([
    [examples.text, 'a', '## *Question*', '## *Cwestiwn*'],
    [examples.text, 'a.follow_up', '### *Follow-up*', '### *Cwestiwn dilynol*'],
    [examples.text, 'a.more', '### *Follow-up*', '### *Cwestiwn dilynol*'],
    [examples.note, 'a', '## *To read*', "## *I'w ddarllen*"],
    [{ ...examples.recall, reword: false, shown: 'Why?' }, 'a', '## *To read*', "## *I'w ddarllen*"]
  ])('is in the language of the entry: %#', (prompt, id, ...expected) => {
    const asked: Prompt = { ...prompt, id, ask: 'Look at this.' }
    const files = languages.map((of) => fileOf([newSection(asked, { kind: 'none' }, false, entryWords(of))], of))
    expect(files.map((file) => headings(file)?.[0])).toEqual(expected)
    for (const file of files) expect(decodeEntry(file).sections[0]).toMatchObject({ title: 'Look at this.', id })
  })

  it('is a fixed word above a retired answer too', () => {
    const words = entryWords('en-GB')
    const section = answeredWith({ ...examples.choice, ask: 'Your part?' }, 'led')
    const retired = retire(section, 'role-before', { id: 'role', version: '1.0.0', because: 'removed' }, words)
    for (const each of [retired, hide(section)]) {
      expect(headings(fileOf([each]))).toEqual(['## *Question*'])
      expect(throughFile(each, 'en-GB')).toMatchObject({ title: 'Your part?', ask: each.ask })
    }
  })

  it('of an earlier version stays until the section changes', () => {
    const asked: Prompt = { type: 'text', id: 'a', ask: 'Look at it. What do you see?' }
    const now = fileOf([answeredWith(asked, 'before')])
    for (const title of ['What do you see?', 'Look at it.']) {
      const before = now.replace('*Question*', title)
      const entry = decodeEntry(before)
      expect(entry.sections[0]?.title).toBe(title)
      expect(encodeEntry(entry)).toBe(before)
      expect(encodeEntry(withSection(entry, answeredWith(asked, 'after')))).toBe(now.replace('before', 'after'))
    }
    const reworded = now.replace('*Question*', 'My own')
    expect(encodeEntry(withSection(decodeEntry(reworded), answeredWith(asked, 'before')))).toBe(reworded)
    expect(encodeEntry(withSection(decodeEntry(now), answeredWith(asked, 'before')))).toBe(now)
  })

  it('may be written with other marks of emphasis, and stays', () => {
    const file = fileOf([answeredWith({ type: 'text', id: 'a', ask: 'Why?' }, 'mine')]).replace(
      '*Question*',
      '_Question_'
    )
    expect(decodeEntry(file).sections[0]?.title).toBe('Why?')
    expect(encodeEntry(decodeEntry(file))).toBe(file)
    const without = decodeEntry(file.replace('> Why?\n\n', ''))
    expect(without.sections[0]).toMatchObject({ title: 'Question', ask: '', body: { answer: 'mine' } })
  })
})

describe('sections with fixed headings whose markers are lost', () => {
  const asks = ['What happened?', 'Why? {{a}}', 'Why?', 'Why did it happen?', 'And now?']
  const ids = ['a', 'b', 'b.follow_up', 'c', 'c.more']
  const prompts = ids.map((id, at): Prompt => ({
    type: 'text',
    id,
    ask: asks[at] ?? '',
    ...(at === 3 && { private: true })
  }))
  /** What learners write themselves, also with the words of our headings and with quotations below them. */
  const answer = fc.oneof(
    anyText.filter((words) => words.trim() !== '' && !words.includes('#')),
    fc
      .tuple(
        fc.constantFrom('#', '##', '###', '\\###', ''),
        fc.constantFrom(...lookalikes),
        fc.constantFrom('', '> a word', '> Why so?')
      )
      .map(([marks, word, quotation]) => `Mine.\n\n${marks} ${word}\n\n${quotation}\n\nMore.`)
  )
  const isLost = fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })
  const answers = fc.array(answer, { minLength: ids.length, maxLength: ids.length })
  const strip = (file: string, lost: readonly boolean[]) => {
    let number = 0
    return file.replaceAll(/^<!-- reflect:.*\n/gm, (line) => (lost[number++] === true ? '' : line))
  }
  const plain = prompts.filter((prompt) => !prompt.ask.includes('{{'))

  it('have their ids, privacy and answers again, whichever are lost', () => {
    fc.assert(
      fc.property(isLost, (lost) => {
        const isPrivate = (id: string) => id === 'c' || id.includes('.')
        const sections = plain.map((prompt) =>
          answeredWith(prompt, `Of ${prompt.id}.`, entryWords('cy'), isPrivate(prompt.id))
        )
        const file = fileOf(sections, 'cy')
        const text = strip(file, lost)
        expect(withMarkers(text, plain)).toBe(file)
        expect(encodeEntry(decodeEntry(text))).toBe(text)
      }),
      { numRuns: runs(100) }
    )
  })

  it('leave every answer alone that has its marker, whatever headings it has', () => {
    fc.assert(
      fc.property(answers, fc.subarray(ids, { minLength: 1 }), (written, here) => {
        const sections = here.map((id) => {
          const at = ids.indexOf(id)
          return answeredWith(prompts[at] ?? examples.text, written[at])
        })
        const file = fileOf(sections)
        const read = decodeEntry(file, undefined, { prompts })
        expect(read.sections.map(({ id, body }) => [id, body])).toEqual(sections.map(({ id, body }) => [id, body]))
        expect(withMarkers(file, prompts)).toBe(file)
      }),
      { numRuns: runs(150) }
    )
  })

  it('show nothing of a private answer as public', () => {
    fc.assert(
      fc.property(answers, isLost, (written, lost) => {
        const sections = prompts.map((prompt, at) =>
          answeredWith(prompt, `${written[at]}\n\nSECRET${at}`, entryWords('en-GB'), at === 3 || at === 2 || at === 4)
        )
        const text = strip(fileOf(sections), lost)
        for (const options of [{ isCautious: true }, { isCautious: true, prompts }]) {
          const open = decodeEntry(text, undefined, options).sections.filter(({ private: isPrivate }) => !isPrivate)
          expect(JSON.stringify(open.map(({ body }) => body))).not.toMatch(/SECRET[234]/)
        }
      }),
      { numRuns: runs(150) }
    )
  })
})
