import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import { draftOf, finishedEntry, walkOf } from '../../src/interview/entry.ts'
import { hiddenIn, view } from '../../src/interview/view.ts'
import { overview, reply } from '../../src/interview/walk.ts'
import type { Reply, Walk } from '../../src/interview/model.ts'
import { newPart, newPrompt } from '../../src/pack/renames.ts'
import { parsePack } from '../../src/pack/source/parse.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import { present } from '../../src/util/records.ts'
import { english } from '../../src/words/index.ts'
import { answer, sceneOf, stands, visibleIds, walked } from '../kit/exercises.ts'
import { runs } from '../kit/long.ts'
import { file, read } from '../kit/packs.ts'
import { filesBelow, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { press } from '../kit/writing.ts'

const PACK = `format: 2
id: my-pack
version: 1.0.0
title: My pack
language: en-GB
exercises:
  - id: one
    title: One
    minutes: 5
    prompts:
      - id: story
        title: The story
        private: true
        ask: What happened?
        more:
          under: 4 words
          ask:
            - { when: { times: 3 }, text: Once more? }
            - { text: 'You wrote "{{story}}". What would somebody have seen?' }
      - { id: why, title: Why, when: { story.more: { answered: true } }, ask: 'Why "{{story.more}}"?' }
      - { id: last, title: Last, ask: 'And now, after "{{story.more|that}}"?' }
`
const { pack, diagnostics } = read([file('pack.yaml', PACK)])
const scene = sceneOf(pack?.exercises[0]?.prompts ?? [])
const skip: Reply = { kind: 'skip' }
const long = 'She put down the phone.'

/** The same pack in a later version: another name, another length, and a statement that was called `more`. */
const LATER = PACK.replace('version: 1.0.0', 'version: 1.1.0')
  .replaceAll('story', 'tale')
  .replace('under: 4', 'under: 9')
  .concat(
    '      - { id: sure, type: scale, ask: How sure?, from: 1, to: 5, statements: [{ id: less, text: More }] }\n',
    "      - { id: so, when: { sure.less: { gt: 2 } }, ask: 'So {{sure.less}}?' }\n",
    'renamed: { one/story: one/tale, one/sure.more: one/sure.less }\n',
    "translations: { cy: { exercises: { one: { prompts: { tale: { ask: Beth?, more: [Eto?, 'A mwy am {{tale}}?'] } } } } } }\n"
  )

/** The walk after other answers to the first question, given from the review. */
function changed(walk: Walk, ...texts: readonly string[]): Walk {
  const review: Walk = { ...walk, step: { at: 'review' } }
  return texts.reduce((now, text) => {
    const there = reply(scene, { ...now, step: { at: 'review' } }, { kind: 'jump', to: 'story' })
    return reply(scene, there, answer(text))
  }, review)
}

describe('one more question after a short answer', () => {
  it('is a prompt of its own, private like the first', () => {
    expect(diagnostics).toEqual([])
    expect(scene.exercise.prompts.map(({ id }) => id)).toEqual(['story', 'story.more', 'why', 'last'])
    expect(view(scene, walked(scene, [answer('Good.')])).map((each) => each.private)).toEqual([true, true, true, true])
  })

  it.each([
    ['one word', 'Good.', true],
    ['three words', 'It went well.', true],
    ['as many words as needed', 'It all went well.', false],
    ['more words', long, false],
    ['signs only', '…', true],
    ['another script', '图书馆', true],
    ['lines', 'It\n\nall\nwent\nwell', false]
  ])('counts the words of %s', (_, text, isAsked) => {
    expect(stands(walked(scene, [answer(text)]))).toBe(isAsked ? 'story.more' : 'last')
  })

  it('quotes the answer, and is quoted', () => {
    const seen = view(scene, walked(scene, [answer('It rained'), answer('Umbrellas')]))
    expect(seen.map(({ prompt }) => prompt.ask).slice(1)).toEqual([
      'You wrote "It rained". What would somebody have seen?',
      'Why "Umbrellas"?',
      'And now, after "Umbrellas"?'
    ])
  })

  it('is not asked if the first question was skipped', () => {
    expect(stands(walked(scene, [skip]))).toBe('last')
  })

  it.each([
    [
      'written',
      [answer('Good.'), answer('The door.'), answer('So.'), answer('x')],
      ['story', 'story.more', 'why', 'last']
    ],
    ['skipped', [answer('Good.'), skip, answer('x')], ['story', 'last']],
    ['not reached', [answer('Good.')], ['story', 'last']]
  ] as [string, Reply[], string[]][])(
    'stays when the first answer grows only if something is %s',
    (_, replies, ids) => {
      const walk = changed(walked(scene, replies), long)
      expect(visibleIds(scene, walk)).toEqual(ids)
      expect(overview(scene, view(scene, walk)).map(({ id }) => id)).toEqual(ids)
    }
  )

  it('is not asked again after a skip', () => {
    const walk = changed(walked(scene, [answer('Good.'), skip, answer('x')]), long, 'Bad.')
    expect(stands(walk)).toBe('review')
    expect(visibleIds(scene, walk)).toEqual(['story', 'story.more', 'last'])
  })

  it('loses no word when the first answer grows and shrinks, in drafts and in the entry', () => {
    const heading = {
      id: '5f0c1c1e-8f4e-4c1b-9d57-000000000001',
      pack: 'my-pack',
      packVersion: '1.0.0',
      exercise: 'try',
      title: 'Try',
      started: '2026-11-23T19:02:27+00:00',
      zone: 'Europe/London',
      language: 'en-GB',
      tags: []
    }
    const making = { heading, words: english.entry }
    const words = fc.array(fc.constantFrom('It', 'rained', 'again.', 'Nobody', 'came'), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (texts) => {
        const given = [answer('Good.'), answer('say1'), answer('say2'), answer('say3')]
        const walk = texts.reduce(
          (now, text) => {
            const next = changed(now, text.join(' '))
            const draft = encodeEntry(draftOf(making, view(scene, next), next, hiddenIn(scene, next)))
            return { ...walkOf(scene.exercise, decodeEntry(draft)), step: next.step }
          },
          walked(scene, given)
        )
        const entry = encodeEntry(finishedEntry(making, view(scene, walk), '2026-11-23T20:00:00+00:00'))
        expect(entry.match(/^say\d|^### .*/gm)).toEqual(['### Once more?', 'say1', 'say2', 'say3'])
      }),
      { numRuns: runs(100) }
    )
  })
})

describe('its names', () => {
  const earlier = PACK.concat(
    '      - { id: sure, type: scale, ask: How sure?, from: 1, to: 5, statements: [{ id: more, text: More }] }\n',
    "      - { id: so, when: { sure.more: { gt: 2 } }, ask: 'So {{sure.more}}?' }\n"
  )
  const since = read([file('pack.yaml', earlier)]).pack
  const later = read([file('pack.yaml', LATER)]).pack

  it('follow a rename of its prompt, and are not mistaken for a part', async () => {
    const { diagnostics: found } = await parsePack([file('pack.yaml', LATER)], 'pack.yaml', present({ since }))
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(later && newPrompt('one', 'story.more', later)).toBe('one/tale.more')
    expect(later && newPart('one', 'sure', 'statements.more', later)).toBe('statements.less')
  })

  it('are a key in a translation', () => {
    const welsh = later && inLanguage(later, 'cy').exercises[0]?.prompts[1]
    expect(welsh).toMatchObject({
      id: 'tale.more',
      ask: 'Eto?',
      wordings: { ask: [{ text: 'Eto?' }, { text: 'A mwy am {{tale}}?' }] }
    })
  })

  it('leave a part of that name what it is', () => {
    const there = sceneOf(since?.exercises[0]?.prompts ?? [])
    const walk = walked(there, [skip, skip, answer({ more: 4 })])
    expect(stands(walk)).toBe('so')
    expect(view(there, walk).at(-1)?.prompt.ask).toBe('So 4 of 5?')
  })
})

async function homeWithPack(): Promise<Home> {
  const home = newHome()
  const name = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(name, PACK)
  expect(await home.run(['pack', 'add', name, '--yes'])).toMatchObject({ code: 0 })
  return home
}

/** The text of the only entry. */
function entryIn({ journal }: Home): string {
  const name = filesBelow(journal).find((each) => each.endsWith('.md')) ?? ''
  return fs.readFileSync(path.join(journal, name), 'utf8')
}

describe('in a session', () => {
  it.each([
    ['a short answer', '{ story: Good., story.more: A door. }', 0, ''],
    ['a short answer alone', '{ story: Good. }', 0, ''],
    [
      'a long answer',
      `{ story: ${long}, story.more: A door. }`,
      2,
      'story.more: this question is not asked with these answers'
    ]
  ])('--answers with %s', async (_, input, code, said) => {
    const { code: exit, stderr } = await (await homeWithPack()).run(['start', 'one', '--answers', '-'], { input })
    expect(exit).toBe(code)
    expect(stderr).toContain(said)
  })

  it('is asked line by line, and skipped by :skip', async () => {
    const home = await homeWithPack()
    const { stdout } = await home.run(['start', 'one'], { input: '\nGood.\n.\n:skip\nNow.\n.\n\n\n' })
    expect(stdout).toContain('You wrote "Good". What would somebody have seen?')
    expect(entryIn(home)).toContain('<!-- reflect:story.more text skipped private -->')
  })

  it('is asked on the whole screen, and skipped by Tab', async () => {
    const home = await homeWithPack()
    const terminal = openTerminal([launcher(), 'start', 'one'], { columns: 80, rows: 24, env: home.env })
    await terminal.until('Enter begin')
    await press(terminal, '\r')
    await terminal.until('What happened?')
    await press(terminal, 'Good.')
    await press(terminal, '\t')
    await terminal.until('What would somebody have seen?')
    await press(terminal, '\t')
    await terminal.until('Press Tab again to skip')
    await press(terminal, '\t')
    await terminal.until('And now, after "that"?')
    await press(terminal, '\u0003')
    await terminal.ended
    expect(entryIn(home)).toContain('<!-- reflect:story.more text skipped private -->')
  })

  it('survives export as JSON and import', async () => {
    const [home, other] = [await homeWithPack(), newHome()]
    await home.run(['start', 'one', '--answers', '-'], { input: '{ story: Good., story.more: A door. }' })
    const { stdout } = await home.run(['export', '--format', 'json', '--include-private', '--yes'])
    fs.writeFileSync(path.join(other.dir, 'x.json'), stdout)
    expect(await other.run(['import', path.join(other.dir, 'x.json')])).toMatchObject({ code: 0 })
    expect(entryIn(other)).toBe(entryIn(home))
  })
})
