import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { conflictMarksIn } from '../../src/entry/conflict-marks.ts'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import { filesBelow, lastId, newHome } from '../kit/program.ts'
import { writeScript } from '../kit/needs.ts'

/** A home with one entry, whose text is changed. */
async function homeWith(change: (text: string) => string) {
  const home = newHome()
  const answers = { what: 'The kiln broke.', 'so-what': 'me' }
  await home.run(['start', 'three-questions', '--answers', '-'], { input: JSON.stringify(answers) })
  const name = filesBelow(home.journal).find((file) => /^\d{4}/.test(file)) ?? ''
  const file = path.join(home.journal, name)
  const before = fs.readFileSync(file, 'utf8')
  const text = change(before)
  expect(text).not.toBe(before)
  fs.writeFileSync(file, text)
  return { home, file, text }
}

const inAnswer = (text: string) =>
  text.replace(
    'The kiln broke.',
    '<<<<<<< HEAD\nThe kiln broke at ten.\n||||||| 1a2b3c4\nThe kiln broke.\n=======\n> Sam said it cracked.\n>>>>>>> laptop'
  )
const inFrontMatter = (text: string) =>
  text.replace(/^(title: )(.*)$/m, '<<<<<<< HEAD\n$1Ours\n=======\n$1Theirs\n>>>>>>> laptop')
const acrossSections = (text: string) => {
  const start = text.indexOf('<!-- reflect:what')
  const own = text.slice(start)
  return `${text.slice(0, start)}<<<<<<< HEAD\n${own}=======\n${own.replace('The kiln broke.', 'It cracked.')}>>>>>>> laptop\n`
}
const wholeFile = (text: string) =>
  `<<<<<<< HEAD\n${text}=======\n${text.replace('The kiln broke.', 'It cracked.')}>>>>>>> laptop\n`
const inTick = (text: string) =>
  text.replace(/^- \[x\] Me$/m, '<<<<<<< HEAD\n- [ ] Me\n=======\n- [x] Me\n>>>>>>> laptop')

const places: readonly [string, (text: string) => string, readonly string[]][] = [
  [
    'an answer',
    inAnswer,
    [
      'One version (HEAD):',
      'The kiln broke at ten.',
      '1a2b3c4',
      'The other version:',
      'Sam said it cracked.',
      '(laptop)'
    ]
  ],
  ['a ticked box', inTick, ['One version (HEAD):', 'The other version:']],
  ['the front matter', inFrontMatter, ['The kiln broke.']],
  ['several answers', acrossSections, ['The kiln broke.', 'It cracked.', 'The other version:']],
  ['the whole file', wholeFile, ['The kiln broke.', 'It cracked.', 'The other version:']]
]

describe('an entry with two versions that git could not put together', () => {
  it.each(places)('is listed and shown with both, in every format: %s', async (_, change, words) => {
    const { home, text } = await homeWith(change)
    expect((await home.run(['journal', '--json'])).stdout).toContain('"three-questions"')
    const { stdout, stderr } = await home.run(['show', 'last'])
    for (const word of words) expect(stdout).toContain(word)
    expect(stdout).not.toMatch(/<<<<<<<|>>>>>>>|│ │/)
    expect(stderr).toContain('two versions')
    for (const format of ['md', 'html', 'txt']) {
      const { stdout: out } = await home.run(['export', '--format', format, '--include-private'])
      for (const word of words) expect(out).toContain(word)
      expect(out).not.toMatch(/<<<<<<<|&lt;&lt;&lt;&lt;|>>>>>>>/)
    }
    expect(encodeEntry(decodeEntry(text))).toBe(text)
  })

  it.each(places)('is named by doctor, and not changed before somebody chose: %s', async (_, change) => {
    const { home, file, text } = await homeWith(change)
    const { code, stdout } = await home.run(['doctor'])
    expect(code).toBe(1)
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/contains two versions of some lines, .*from line \d+ on/)
    const id = await lastId(home)
    for (const args of [
      ['edit', id],
      ['edit', id, '--tag', 'new']
    ]) {
      const { code: refused, stderr } = await home.run(args)
      expect(refused).toBe(2)
      expect(stderr).toContain('two versions')
    }
    expect(fs.readFileSync(file, 'utf8')).toBe(text)
  })

  it('is that of one side in lists', async () => {
    const { home } = await homeWith(inFrontMatter)
    const { stdout } = await home.run(['journal', '--json'])
    expect(stdout).toContain('"Ours"')
    expect(stdout).not.toContain('Theirs')
  })

  it('is put right in an editor', async () => {
    const { home, file } = await homeWith(inAnswer)
    const editor = writeScript(path.join(home.dir, 'editor'), 'sed -i "/^[<|=>]\\{7\\}/d" "$1"')
    const { code } = await home.run(['edit', await lastId(home), '--editor'], { env: { VISUAL: editor } })
    expect(code).toBe(0)
    expect(fs.readFileSync(file, 'utf8')).not.toContain('<<<<<<<')
  })
})

describe('conflict marks', () => {
  it.each([
    ['an underlined heading', 'Title\n=======\n'],
    ['an example in a block of code', '```\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n```\n'],
    ['a start alone', '<<<<<<< a\nx\n'],
    ['no middle', '<<<<<<< a\nx\n>>>>>>> b\n'],
    ['quotations', '>>>>>>> b\n<<<<<<<x\n']
  ])('are not %s', (_, text) => {
    expect(conflictMarksIn(text)).toEqual([])
  })

  it('are found in Windows text, with their lines', () => {
    const marks = conflictMarksIn('a\r\n<<<<<<< x\r\nb\r\n=======\r\nc\r\n>>>>>>> y\r\n')
    expect(marks.map(({ line, side, name }) => [line, side, name])).toEqual([
      [2, 'ours', 'x'],
      [4, 'theirs', ''],
      [6, undefined, 'y']
    ])
  })
})
