import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { drafted } from '../kit/writing.ts'

const [right, left, down, escape] = ['\u001b[C', '\u001b[D', '\u001b[B', '\u001b']
const ctrl = (letter: string) => String.fromCharCode(letter.charCodeAt(0) & 0x1f)

const prompts = {
  text: '- id: said\n  type: text\n  ask: What was said?\n',
  table:
    '- id: who\n  type: table\n  ask: Who does what?\n  rows: [{ id: a, label: A user }, { id: b, label: A payer }]\n' +
    '  columns: [{ id: pays, title: Pays, type: yes-no }, { id: receives, title: Receives, type: yes-no }]\n',
  scale:
    '- id: sure\n  type: scale\n  ask: How sure are you?\n  from: 1\n  to: 5\n  labels: { 1: Not at all, 5: Very }\n'
}

/** A session with an exercise of these prompts, after it has begun with two Enters, one too many. */
async function begun(...names: readonly (keyof typeof prompts)[]) {
  const home = newHome()
  const folder = path.join(home.dir, 'pack')
  fs.mkdirSync(folder)
  const manifest = 'format: 1\nid: habits\nversion: 1.0.0\ntitle: Habits\nlanguage: en-GB\nexercises: [one.yaml]\n'
  const exercise = `id: one\ntitle: One\nminutes: 5\nprompts:\n${names.map((name) => prompts[name]).join('')}`
  fs.writeFileSync(path.join(folder, 'pack.yaml'), manifest)
  fs.writeFileSync(path.join(folder, 'one.yaml'), exercise)
  const env = { ...home.env, VISUAL: 'touch "$HOME/opened"; true' }
  const terminal = openTerminal([launcher(), 'start', 'one', '--pack', folder], { env })
  await terminal.until('Enter begin')
  terminal.type('\r')
  await terminal.until('About 5 minutes left')
  terminal.type('\r')
  const answers = async () => {
    terminal.type('\r')
    await terminal.until('❯ Continue')
    terminal.type('\r')
    expect((await terminal.ended).exitCode).toBe(0)
    return (JSON.parse((await home.run(['show', 'last', '--json'])).stdout) as { answers: unknown }).answers
  }
  return { home, terminal, answers }
}

describe('what people are used to from other programs', () => {
  it('arrows only move in a table, and Tab goes from cell to cell', async () => {
    const { terminal, answers } = await begun('table')
    terminal.type(`${left}y${right}`)
    await terminal.until((screen) => /A user +yes +·/.test(screen) && screen.includes('A user: Receives'))
    terminal.type('n\t')
    await terminal.until('A payer: Pays')
    terminal.type(`y${ctrl('z')}`)
    await terminal.until((screen) => /A payer +· +·/.test(screen))
    terminal.type('\t\t')
    await terminal.until('2 cells are still empty')
    terminal.type('\t')
    await terminal.until('Your answers')
    expect(await answers()).toEqual({ who: [{ row: 'a', pays: true, receives: false }] })
  })

  it('Ctrl-A and Ctrl-E go to the ends of the line, Ctrl-Z undoes and Ctrl-Y puts back, and no other program opens', async () => {
    const { home, terminal, answers } = await begun('text')
    await terminal.until('Type your answer here')
    for (const piece of ['two', ctrl('a'), 'one ', ctrl('e'), ' three', ctrl('w'), ctrl('z'), ctrl('w'), ctrl('y')])
      terminal.type(piece)
    await terminal.until('one two three')
    terminal.type(`!${ctrl('z')}`)
    expect(await terminal.until('one two three')).not.toContain('Stopped')
    expect(fs.existsSync(path.join(home.dir, 'opened'))).toBe(false)
    terminal.type('\t')
    await terminal.until('Your answers')
    expect(await answers()).toEqual({ said: 'one two three' })
  })

  it('Ctrl-C copies what is selected and says that it leaves the next time', async () => {
    const { home, terminal } = await begun('text')
    await terminal.until('Type your answer here')
    terminal.type('some words')
    await terminal.until('some words')
    terminal.type(`\u001b[1;2H${ctrl('c')}`)
    await terminal.until('Ctrl-C again leaves')
    terminal.type(ctrl('y'))
    await terminal.until('some wordssome words')
    terminal.type(ctrl('c'))
    expect((await terminal.ended).exitCode).toBe(130)
    expect(await drafted(home)).toEqual({ said: 'some wordssome words' })
  })

  it('one Enter too many answers nothing', async () => {
    const { terminal, answers } = await begun('scale')
    await terminal.until('Nothing is chosen yet')
    expect(terminal.screen()).not.toContain('❯ ')
    terminal.type('4')
    await terminal.until('● 4')
    terminal.type('\r')
    await terminal.until('Finish')
    expect(await answers()).toEqual({ sure: 4 })
  })

  it('Esc leads from a question to all questions and back, with the words; from the review it goes back', async () => {
    const { home, terminal, answers } = await begun('text', 'scale')
    await terminal.until('Type your answer here')
    terminal.type('Half a sentence')
    await terminal.until('Half a sentence')
    terminal.type(escape)
    await terminal.until('All questions')
    expect(await drafted(home)).toEqual({ said: 'Half a sentence' })
    terminal.type(escape)
    await terminal.until('Tab next')
    terminal.type('\t')
    await terminal.until('How sure are you?')
    terminal.type(`${down}\r`)
    await terminal.until('❯   Finish')
    terminal.type(escape)
    await terminal.until('100% done')
    terminal.type('\r')
    await terminal.until('❯   Finish')
    expect(await answers()).toEqual({ said: 'Half a sentence', sure: 1 })
  })

  it('going back and forth leaves one record of an answer, and going back to an open question is said', async () => {
    const { terminal, answers } = await begun('text', 'scale')
    await terminal.until('Type your answer here')
    terminal.type(escape)
    await terminal.until('All questions')
    terminal.type(`${down}\r`)
    await terminal.until('How sure are you?')
    terminal.type('4\r')
    await terminal.until('Back to a question that is still open: "What was said?"')
    terminal.type('Said.\t')
    await terminal.until('❯   Finish')
    terminal.type(escape)
    await terminal.until('❯ ● 4')
    terminal.type('\u001b[Z')
    await terminal.until('Tab next')
    terminal.type('\t')
    await terminal.until('❯ ● 4')
    for (const title of ['✔ How sure are you?', '✔ What was said?'])
      expect(terminal.everything().split(title)).toHaveLength(2)
    terminal.type('\r')
    await terminal.until('❯   Finish')
    expect(await answers()).toEqual({ said: 'Said.', sure: 4 })
  })
})
