import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { startAt } from '../../src/interview/walk.ts'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import { english } from '../../src/words/index.ts'
import { stands, visibleIds } from '../kit/exercises.ts'
import { writeFiles } from '../kit/pack-folders.ts'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import type { TestTerminal } from '../kit/terminal.ts'
import { writeScript } from '../kit/needs.ts'

const pack = {
  'pack.yaml': `format: 1
id: two
version: 1.0.0
title: Two looks
language: en-GB
exercises: [first.yaml, second.yaml]
`,
  'first.yaml': `id: first
title: A first look
minutes: 5
reading: |
  Read this first.
prompts:
  - id: name
    lines: 1
    ask: What is it called?
  - id: part
    type: choice
    ask: What was your part?
    options: { led: I led it, saw: I looked on }
    follow_up: How did you come to that?
  - id: again
    ask: What would you do again?
    when: { part: led }
  - id: last
    ask: What is left to say?
discussion: |
  Others said this.
`,
  'second.yaml': `id: second
title: A second look
minutes: 5
prompts:
  - id: still
    lines: 1
    ask: "How is {{first/name|your change}} now?"
`
}

/** A home with a pack in the folder `pack`. */
function homeWithPack(files: Readonly<Record<string, string>> = pack): { home: Home; folder: string } {
  const home = newHome()
  return { home, folder: writeFiles(path.join(home.dir, 'pack'), files) }
}

/** Everything below a folder, with what it holds. */
function contentsOf(dir: string): Record<string, string> {
  return Object.fromEntries(filesBelow(dir).map((file) => [file, fs.readFileSync(path.join(dir, file), 'utf8')]))
}

/** An entry's Markdown without what differs from sitting to sitting, and however it is wrapped. */
function timeless(markdown: string): string {
  return markdown
    .replaceAll(/^ *(id|started|finished): .*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const answers = ['', 'The queue', '1', 'By chance', '.', 'Open a desk', '.', 'Nothing', '.', '']

describe('a preview', () => {
  it('is the walk of learners, ends with their Markdown, and writes nothing anywhere', async () => {
    const { home, folder } = homeWithPack()
    const before = contentsOf(home.dir)
    const input = `${answers.join('\n')}\n`
    const env = { TMPDIR: home.dir }
    const { code, stdout, stderr } = await home.spawn(['pack', 'preview', 'pack', '--from', 'first'], { input, env })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(contentsOf(home.dir)).toEqual(before)
    expect(stdout).toContain('Nothing that you write here is kept.')
    await home.run(['start', 'first', '--pack', folder, '--plain'], { input })
    const entry = filesBelow(home.journal).find((file) => file.endsWith('.md')) ?? ''
    const kept = fs.readFileSync(path.join(home.journal, entry), 'utf8')
    expect(timeless(stdout.slice(stdout.indexOf('---\nreflect')))).toBe(timeless(kept))
  })

  it('does so on a whole screen too, and when it is left', async () => {
    const { home } = homeWithPack()
    const before = contentsOf(home.dir)
    const terminal = openTerminal([launcher(), 'pack', 'preview', path.join(home.dir, 'pack'), '--from', 'sec'], {
      rows: 40,
      env: { ...home.env, TMPDIR: home.dir }
    })
    await terminal.until('A second look')
    terminal.type('\r')
    await terminal.until('How is your change now?')
    terminal.type('Well\r')
    await terminal.until('Your answers')
    terminal.type('\t')
    await terminal.until((screen) => screen.includes('# A second look') && screen.includes('  Well'))
    terminal.type('\u0003')
    expect(await terminal.ended).toMatchObject({ exitCode: 0 })
    const left = openTerminal([launcher(), 'pack', 'preview', path.join(home.dir, 'pack'), '--from', 'first/name'], {
      env: { ...home.env, TMPDIR: home.dir }
    })
    await left.until('What is it called?')
    left.type('The que')
    await left.until('The que')
    left.type('\u0003')
    expect(await left.ended).toMatchObject({ exitCode: 130 })
    expect(left.screen()).toContain('You have left the preview. Nothing was kept.')
    expect(contentsOf(home.dir)).toEqual(before)
  })

  it("offers the look at one's own pages where a route ends", async () => {
    const route = 'routes: { short: { title: Short, self_check: true, exercises: [first, second] } }\n'
    const manifest = `${pack['pack.yaml'].replace('format: 1', 'format: 2')}${route}`
    const { home, folder } = homeWithPack({ ...pack, 'pack.yaml': manifest })
    const terminal = openTerminal([launcher(), 'pack', 'preview', folder, '--from', 'second', '--plain'], {
      rows: 40,
      env: home.env
    })
    await terminal.until('Press Enter to begin')
    terminal.type('\r')
    await terminal.until('How is your change now?')
    terminal.type('Well\r')
    await terminal.until('Does it question what I did or thought?')
    terminal.type('3\r')
    await terminal.until('Your answers')
    terminal.type('\r')
    await terminal.ended
    expect(terminal.everything()).toContain('<!-- reflect:_self-check')
    expect(filesBelow(home.journal)).toEqual([])
  })

  it('takes answers that were given in it for answers of an earlier exercise', async () => {
    const { home } = homeWithPack()
    const input = `${['1', ...answers, '2', '', ':leave'].join('\n')}\n`
    const { stdout } = await home.run(['pack', 'preview', 'pack'], { input })
    expect(stdout).toContain('How is the queue now?')
    const alone = await home.run(['pack', 'preview', 'pack', '--from', 'second'], { input: '\n:leave\n' })
    expect(alone.stdout).toContain('This exercise looks back at "A first look".')
    expect(alone.stdout).toContain('How is your change now?')
  })

  it.each([
    ['first', 'Read this first.', 0],
    ['FIR', 'Read this first.', 0],
    ['two/first', 'Read this first.', 0],
    ['first/part', 'What was your part?', 1],
    ['f/l', 'What is left to say?', 2],
    ['first/part.follow_up', 'What was your part?', 1],
    ['first/again', 'What was your part?', 1]
  ])('from %s begins with "%s"', async (from, first, skipped) => {
    const { home } = homeWithPack()
    const { stdout } = await home.run(['pack', 'preview', 'pack', '--from', from])
    const about = stdout.split('\n\n', 1)[0]?.replaceAll('\n', ' ') ?? ''
    expect(stdout.split('\n\n')[1]).toContain(first)
    expect(about).toContain(['kept', 'question before this one counts', '2 questions before'][skipped])
  })

  it.each([
    ['nothing-of-it', 'There is no exercise "nothing-of-it" in the pack.'],
    ['secnod', 'There is no exercise "secnod" in the pack. Did you mean "second"'],
    ['first/pert', 'The exercise "first" has no prompt "pert". Did you mean "part"']
  ])('says what is meant where there is no %s', async (from, sentence) => {
    const { home } = homeWithPack()
    const { code, stdout, stderr } = await home.run(['pack', 'preview', 'pack', '--from', from])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  })

  it('of a faulty pack names its faults', async () => {
    const { home } = homeWithPack({ ...pack, 'second.yaml': pack['second.yaml'].replace('ask:', 'aks:') })
    const { code, stdout, stderr } = await home.run(['pack', 'preview', 'pack'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('pack/second.yaml:7:5: error:')
  })
})

/** How editors write a file. */
const ways: Readonly<Record<string, (file: string, text: string) => void>> = {
  'in its place': (file, text) => fs.writeFileSync(file, text),
  'anew, renamed over the old one': (file, text) => {
    fs.writeFileSync(`${file}.new`, text)
    fs.renameSync(`${file}.new`, file)
  },
  'anew, the old one moved away': (file, text) => {
    fs.renameSync(file, `${file}~`)
    fs.writeFileSync(file, text)
    fs.rmSync(`${file}~`)
  },
  'with its whole folder': (file, text) => {
    const folder = path.dirname(file)
    fs.cpSync(folder, `${folder}-new`, { recursive: true })
    fs.writeFileSync(path.join(`${folder}-new`, path.basename(file)), text)
    fs.renameSync(folder, `${folder}-old`)
    fs.renameSync(`${folder}-new`, folder)
  }
}

function watching({ env, dir }: Home, ...args: readonly string[]): TestTerminal {
  return openTerminal([launcher(), 'pack', 'preview', path.join(dir, 'pack'), '--watch', ...args], { rows: 30, env })
}

describe('a preview of the bundled packs', () => {
  it('can begin at every prompt, or at one that leads to it; at the first where only another exercise does', async () => {
    const packs = bundledPacks(inject('installDir'))
    for (const exercise of packs.flatMap(({ exercises }) => exercises)) {
      const scene = { exercise, earlier: new Map(), words: english.entry, times: 0 }
      const order = exercise.prompts.map(({ id }) => id)
      for (const id of order) {
        const walk = startAt(scene, id)
        const at = stands(walk)
        expect(visibleIds(scene, walk)).toContain(at)
        if (order.indexOf(at) <= order.indexOf(id)) continue
        const [asked] = id.split('.', 1)
        const prompts = exercise.prompts.filter((prompt) => prompt.id === asked || prompt.id === id)
        expect(JSON.stringify(prompts)).toMatch(/"exercise":|times/)
      }
    }
  })
})

describe('a preview that watches', () => {
  it.each(Object.entries(ways))(
    'shows what was written %s at the same prompt, with what was typed',
    async (_, write) => {
      const { home, folder } = homeWithPack()
      const terminal = watching(home, '--from', 'first/last')
      await terminal.until('What is left to say?')
      terminal.type('One thing')
      await terminal.until('One thing')
      write(path.join(folder, 'first.yaml'), pack['first.yaml'].replace('left to say', 'still to be said'))
      await terminal.until('What is still to be said?')
      terminal.type(' more')
      await terminal.until('One thing more')
      terminal.type('\u0003')
      expect(await terminal.ended).toMatchObject({ exitCode: 130 })
      expect(fs.existsSync(home.journal)).toBe(false)
    }
  )

  it('shows a translation as it is written', async () => {
    const { home, folder } = homeWithPack()
    const terminal = watching(home, '--lang', 'cy', '--from', 'second/still')
    await terminal.until('How is your change now?')
    const cy = (ask: string) => ({
      'translations/cy.yaml': `exercises: { second: { prompts: { still: "${ask}" } } }\n`
    })
    writeFiles(folder, cy('Sut mae {{first/name|eich newid}}?'))
    await terminal.until('Sut mae eich newid?')
    writeFiles(folder, cy('Sut mae {{first/name|eich newid}} nawr?'))
    await terminal.until('Sut mae eich newid nawr?')
  })

  it('takes a change that comes while an answer is in an editor when the editor is left', async () => {
    const { home, folder } = homeWithPack()
    const file = path.join(folder, 'first.yaml')
    const script = `sed 's/left to say/still to be said/' ${file} > ${file}.new && mv ${file}.new ${file}\nprintf 'From the editor' > "$1"`
    const editor = writeScript(path.join(home.dir, 'editor'), script)
    const terminal = openTerminal([launcher(), 'pack', 'preview', folder, '--watch', '--from', 'first/last'], {
      env: { ...home.env, EDITOR: editor }
    })
    await terminal.until('What is left to say?')
    terminal.type('\u0018\u0005')
    await terminal.until((screen) => /What is still to be said\?[^]*From the editor/.test(screen))
    terminal.type(' and more')
    await terminal.until('From the editor and more')
  })

  it('shows the faults of a pack, goes on when they are mended, and keeps the answers', async () => {
    const { home, folder } = homeWithPack()
    const file = path.join(folder, 'first.yaml')
    const terminal = watching(home, '--from', 'first')
    await terminal.until('Read this first.')
    terminal.type('\r')
    await terminal.until('What is it called?')
    terminal.type('The queue\r')
    await terminal.until('What was your part?')
    fs.writeFileSync(file, pack['first.yaml'].replace('type: choice', 'type: choise'))
    await terminal.until('Did you mean "choice" or "choices"?')
    fs.writeFileSync(file, 'id: [')
    await terminal.until((screen) => screen.includes('first.yaml:1:') && !screen.includes('choise'))
    fs.rmSync(path.join(folder, 'pack.yaml'))
    await terminal.until('There is no pack.yaml')
    writeFiles(folder, { ...pack, 'first.yaml': pack['first.yaml'].replace('I led it', 'I began it') })
    await terminal.until('I began it')
    terminal.type('\u000f')
    await terminal.until('The queue')
    terminal.type('\u0003')
    expect(await terminal.ended).toMatchObject({ exitCode: 130 })
    expect(
      terminal.written().endsWith('\u001b[?2004l\u001b[?25hYou have left the preview. Nothing was kept.\r\n')
    ).toBe(true)
  })

  it('starts with a pack that is faulty, and asks line by line too', async () => {
    const { home, folder } = homeWithPack({ ...pack, 'second.yaml': 'id: second\n' })
    const terminal = watching(home, '--plain', '--from', 'second')
    await terminal.until('1. Read again')
    writeFiles(folder, pack)
    await terminal.until('Press Enter to begin.')
    terminal.type('\r')
    await terminal.until('How is your change now?')
    terminal.type('Bett')
    await terminal.until('Bett')
    fs.writeFileSync(path.join(folder, 'second.yaml'), pack['second.yaml'].replace('How is', 'And how is'))
    await terminal.until((screen) => /And how is your change now\?\nYour answer so far:\nBett\n/.test(screen))
    terminal.type('Better\r')
    await terminal.until('Your answers')
    terminal.type('\u0003')
    expect(await terminal.ended).toMatchObject({ exitCode: 130 })
  })

  it('comes back to the answers when the discussion changes, and to the menu when the exercise goes', async () => {
    const { home, folder } = homeWithPack()
    const terminal = watching(home, '--from', 'first/last')
    await terminal.until('What is left to say?')
    terminal.type('Nothing\t')
    await terminal.until('Your answers')
    terminal.type('\t')
    await terminal.until('Others said this.')
    const file = path.join(folder, 'first.yaml')
    fs.writeFileSync(file, pack['first.yaml'].replace('Others said this', 'Others said that'))
    await terminal.until((screen) => /Your answers[^]*Nothing/.test(screen.slice(screen.lastIndexOf('read again'))))
    terminal.type('\t')
    await terminal.until('Others said that.')
    terminal.type('\r')
    await terminal.until('This is what a learner would')
    fs.writeFileSync(file, pack['first.yaml'].replace('id: first', 'id: other'))
    fs.writeFileSync(path.join(folder, 'second.yaml'), pack['second.yaml'].replace('first/name', 'other/name'))
    await terminal.until('The exercise "first" is no longer in the pack.')
    await terminal.until('Which exercise?')
  })

  it('goes on where a question has become one of another type', async () => {
    const { home, folder } = homeWithPack()
    const terminal = watching(home, '--from', 'first/last')
    await terminal.until('What is left to say?')
    terminal.type('Words')
    await terminal.until('Words')
    const changed = pack['first.yaml'].replace(
      '  - id: last\n',
      '  - id: last\n    type: scale\n    from: 1\n    to: 3\n'
    )
    fs.writeFileSync(path.join(folder, 'first.yaml'), changed)
    await terminal.until('1–9 pick')
    terminal.type('2\r')
    await terminal.until('2 of 3')
  })
})

it('writes the page of the folder after --html, under a name that is free or that --output gives', async () => {
  const { home } = homeWithPack()
  for (const name of ['two.html', 'two-2.html'])
    expect(await home.run(['pack', 'preview', '--html', 'pack'])).toMatchObject({
      code: 0,
      stdout: `${path.join(home.dir, name)}\n`
    })
  for (const args of [
    ['pack', '--output', 'a.html'],
    ['pack', '--html', '--output', 'b.html'],
    ['pack', '--html', 'c.html']
  ])
    expect(await home.run(['pack', 'preview', ...args])).toMatchObject({ code: 0, stdout: '' })
  for (const name of ['two', 'two-2', 'a', 'b', 'c'])
    expect(fs.readFileSync(path.join(home.dir, `${name}.html`), 'utf8')).toContain('Two looks')
})
