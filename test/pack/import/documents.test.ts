import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { newHome, type Home } from '../../kit/program.ts'

/*
 * Documents that other programs made (pandoc, LibreOffice, a spreadsheet, forms) after public questionnaires, or that were written by
 * hand after a published format.
 */

const folder = path.join(import.meta.dirname, 'documents')

interface Prompt {
  readonly type?: string
  readonly ask: string
  readonly [key: string]: unknown
}

interface Imported {
  /** The prompts of all exercises in order. */
  readonly prompts: readonly Prompt[]
  /** The codes of the points to review, without those that every import has. */
  readonly points: readonly string[]
  readonly titles: readonly string[]
  /** All that the pack's files and the report say. */
  readonly words: string
}

/** Imports a document with the command. */
async function imported(home: Home, file: string): Promise<Imported> {
  const ran = await home.run(['pack', 'import', file, '--output', 'pack', '--json'])
  expect(ran.stderr).toBe('')
  expect(ran.code).toBe(0)
  const at = (name: string) => fs.readFileSync(path.join(home.dir, 'pack', name), 'utf8')
  const manifest: { exercises: string[]; title: string } = parse(at('pack.yaml'))
  const exercises: { title: string; prompts: Prompt[] }[] = manifest.exercises.map((name) => parse(at(name)))
  const { review }: { review: { code: string }[] } = JSON.parse(ran.stdout)
  const usual = new Set(['minutes', 'rights', 'language'])
  return {
    prompts: exercises.flatMap(({ prompts }) => prompts),
    points: review.map(({ code }) => code).filter((code) => !usual.has(code)),
    titles: [manifest.title, ...exercises.map(({ title }) => title)],
    words: [at('pack.yaml'), ...manifest.exercises.map(at), ran.stdout].join('\n')
  }
}

/** The kind of a prompt in a word. A text of one line is a line. */
function kindOf({ type = 'text', lines }: Prompt): string {
  return lines === 1 ? 'line' : type
}

const documents: readonly {
  readonly file: string
  readonly kinds: string
  readonly points?: string
  readonly titles?: readonly string[]
}[] = [
  {
    file: 'gibbs.docx',
    kinds: 'text text text text · text text text · text text scale · text text · list · text date',
    titles: [
      'Reflecting with the Gibbs cycle',
      'Description',
      'Feelings',
      'Evaluation',
      'Analysis',
      'Conclusion',
      'Action plan'
    ]
  },
  {
    file: 'evaluation.docx',
    kinds: 'scale scale · yes-no number choices scale · text text text line date'
  },
  {
    file: 'inpatient.txt',
    kinds: 'text note choice choice · choices yes-no scale · scale text text line ranking',
    points: 'perhaps-question'
  },
  {
    file: 'learning-log.md',
    kinds: 'note text scale list · yes-no choices sentence table text text',
    points: 'picture'
  },
  {
    file: 'questions.csv',
    kinds: 'text yes-no choices date · line number scale choice · ranking text text',
    points: 'required kind-unknown',
    titles: ['questions', 'Before the visit', 'During the visit', 'After the visit']
  },
  {
    file: 'questions-utf16.csv',
    kinds: 'text yes-no choices date · line number scale choice · ranking text text',
    points: 'required kind-unknown'
  },
  {
    file: 'forms-responses.csv',
    kinds: 'text scale text yes-no',
    points: 'responses-left item-left'
  },
  {
    file: 'induction.xlsx',
    kinds: 'text scale list yes-no choice text text',
    titles: ['Induction questions', 'Induction questions']
  },
  {
    file: 'wellbeing.xlsx',
    kinds: 'text number yes-no choices · scale · scale ranking date text text yes-no',
    points: 'item-left required language-left rule kind-unknown',
    titles: ['Staff wellbeing check', 'About you', 'Your week', 'Looking ahead']
  },
  {
    file: 'feedback.xml',
    kinds: 'note choice choices scale · number line text',
    points: 'required picture condition score'
  },
  {
    file: 'question-bank.xml',
    kinds: 'note text choice choices yes-no number line table sentence text',
    points: 'score score score score score score score score kind-unknown'
  },
  {
    file: 'questionnaire.xml',
    kinds: 'choice yes-no scale · choices date number line text note',
    points: 'item-left required'
  },
  {
    file: 'driscoll.docx',
    kinds: 'note text text text text note text text text text note text text text',
    points: 'perhaps-question perhaps-question perhaps-question'
  },
  { file: 'pss.docx', kinds: 'line date number scale', points: 'perhaps-question' },
  { file: 'ciq.txt', kinds: 'text text text text text' },
  {
    file: 'fft.md',
    kinds: 'note scale text choice choice yes-no yes-no',
    points: 'perhaps-question bullets-as-options bullets-as-options ticks'
  },
  { file: 'quiz.xlsx', kinds: 'scale choice choices number text yes-no · text text text' },
  { file: 'msforms.csv', kinds: 'text scale text', points: 'responses-left item-left' },
  { file: 'plan.docx', kinds: 'line line line · text text · table scale sentence line date' },
  { file: 'holiadur.txt', kinds: 'text text yes-no ranking scale' },
  { file: 'journal.xml', kinds: 'text', titles: ['Week 3 journal', 'Week 3 journal'] },
  {
    file: 'diary.h5p',
    kinds: 'note line text note note list note table note text',
    points: 'required item-left picture'
  }
]

describe('pack import', () => {
  it.each(documents)('finds the questions of $file', async ({ file, kinds, points = '', titles }) => {
    const found = await imported(newHome(), path.join(folder, file))
    expect(found.prompts.map(kindOf).join(' ')).toBe(kinds.replaceAll(' ·', ''))
    expect(found.points.join(' ')).toBe(points)
    expect(found.titles).toEqual(titles ?? found.titles)
  })

  /** What a form says to people, and what its options are called in reflect. */
  const replaced = new Set(['something', 'else', 'other', 'don', 'know', 'owner', 'yes', 'circle'])

  it.each(['inpatient.txt', 'learning-log.md', 'questions.csv'])('keeps every word of %s', async (file) => {
    const { words } = await imported(newHome(), path.join(folder, file))
    const kept = new Set(wordsIn(words))
    const head = /^Section;.*$/m
    const source = fs.readFileSync(path.join(folder, file), 'utf8').replace(head, '')
    const kindsOfCsv =
      /;(?:Long text|Yes\/No|Checkboxes|Date|Short text|Number|Likert scale|Dropdown|Ranking|Paragraph);/g
    const lost = wordsIn(source.replaceAll(kindsOfCsv, ';')).filter((word) => !kept.has(word) && !replaced.has(word))
    expect(lost).toEqual([])
  })

  it('carries conditions, ids, help and the tables of XLSForm over', async () => {
    const { prompts } = await imported(newHome(), path.join(folder, 'wellbeing.xlsx'))
    expect(prompts[0]).toMatchObject({ id: 'role', ask: 'What is your role in the service?', help: 'A few words' })
    expect(prompts[3]).toMatchObject({ id: 'teams', when: { lead: true } })
    expect(prompts[4]).toMatchObject({
      ask: 'Over the last two weeks, how often was this true of you?',
      labels: { 1: 'All of the time', 5: 'Never' },
      statements: [{ id: 'cheerful' }, { id: 'calm' }, { id: 'active' }]
    })
  })

  it('lists each point with its place in the pack and in the document, beside the question', async () => {
    const home = newHome()
    const { stdout } = await home.run(['pack', 'import', path.join(folder, 'questions.csv')])
    expect(stdout).toContain('"questions" is in questions: 11 questions in 3 exercises.')
    const [, file = '', line = ''] =
      /(questions\/after-the-visit\.yaml):(\d+) "Upload a photo of your notes\." \(row 11\)/.exec(stdout) ?? []
    const lines = fs.readFileSync(path.join(home.dir, file), 'utf8').split('\n')
    expect(lines[Number(line) - 1]).toContain(
      '# To review (row 11): The document asks for an answer of the kind "File upload"'
    )
    expect(lines.slice(Number(line)).find((each) => each.includes('ask:'))).toContain('Upload a photo of your notes.')
  })

  it('makes packs that pass the check, and whose comments change nothing', async () => {
    const home = newHome()
    for (const file of ['evaluation.docx', 'learning-log.md', 'wellbeing.xlsx', 'question-bank.xml', 'diary.h5p']) {
      await home.run(['pack', 'import', path.join(folder, file), '--output', file])
      const { code, stdout } = await home.run(['pack', 'check', file])
      expect({ file, code, errors: / error: .*/.exec(stdout) }).toEqual({ file, code: 0, errors: null })
    }
  })

  it('speaks Welsh', async () => {
    const home = newHome()
    const { stdout } = await home.run(['pack', 'import', path.join(folder, 'questions.csv'), '--lang', 'cy'])
    expect(stdout).toContain("I'w hadolygu")
    expect(fs.readFileSync(path.join(home.dir, 'questions', 'pack.yaml'), 'utf8')).toContain('language: cy')
  })
})

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
}
