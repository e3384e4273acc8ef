import { expect } from 'vitest'
import type { Pack } from '../../../src/pack/model.ts'
import type { Answer } from '../../../src/questions/shared/model.ts'
import { file, read } from '../../kit/packs.ts'

/* A pack with every question type and every way in which prompts depend on others. Each text has a word of its own, such as `say3`
   (typed by the learner) or `lab7` (the author's, beside an answer), so that a test can look for it. */

const manifest = `format: 2
id: my-pack
version: 1.0.0
title: My pack
language: en-GB
exercises: [one.yaml, two.yaml]
`

const one = `id: one
title: One
minutes: 30
prompts:
  - { id: what, title: What, ask: What happened?, more: { under: 9, ask: What else? } }
  - { id: line, title: Line, lines: 1, ask: In one line? }
  - { id: people, title: People, type: list, items: { max: 4 }, ask: Who was there? }
  - id: part
    title: Part
    type: choice
    other: true
    ask: What was your part?
    options: { led: I led lab1, joined: I joined lab2, watched: I watched lab3 }
    follow_up: { ask: How did you lead?, when: [led] }
  - id: feelings
    title: Feelings
    type: choices
    other: true
    pick: { max: 4 }
    ask: How did it feel?
    options: { calm: calm lab4, tense: tense lab5, proud: proud lab6, tired: tired lab7 }
  - id: sure
    title: Sure
    type: scale
    from: 1
    to: 5
    labels: { 1: unsure lab8, 2: a little lab9, 3: half lab10, 4: fairly lab11, 5: sure lab12 }
    ask: How sure are you?
  - id: views
    title: Views
    type: scale
    from: 1
    to: 5
    labels: { 1: no lab13, 5: yes lab14 }
    unsure: true
    statements: [{ id: heard, text: I was heard lab15 }, { id: safe, text: It was safe lab16 }, { id: open, text: It is open lab17 }]
    ask: How much do you agree?
  - id: order
    title: Order
    type: ranking
    options: { cost: the cost lab18, time: the time lab19, trust: the trust lab20 }
    ask: What mattered most?
  - { id: nearest, title: Nearest, type: ranking, options_from: people, ask: Who was nearest? }
  - id: stakes
    title: Stakes
    type: table
    row_title: Who
    columns:
      - { id: want, title: They want lab21 }
      - { id: weight, title: Weight lab22, type: choice, options: { high: high lab23, low: low lab24 } }
      - { id: known, title: Known lab25, type: yes-no }
    rows: { tenants: Tenants lab26, staff: Staff lab27 }
    add_rows: { max: 2 }
    ask: What do they want?
  - { id: each, title: Each, type: table, rows_from: people, columns: [{ id: said, title: Said lab28 }], ask: What did each say? }
  - id: worth
    title: Worth
    type: sentence
    template: It is worth it lab29 because people can {what} and so {why}.
    gaps: { what: { ask: What can they do? }, why: { ask: Why does it matter? } }
    ask: Is it worth it?
  - { id: next, title: Next, type: plan, if_label: If lab30, then_label: then lab31, ask: What will you do? }
  - { id: hours, title: Hours, type: number, min: 1, max: 50, unit: hours lab32, ask: How long did it take? }
  - { id: day, title: Day, type: date, earliest: 2020-01-01, latest: 2026-12-31, ask: When was it? }
  - { id: again, title: Again, type: yes-no, ask: Would you do it again? }
  - { id: leading, title: Leading, ask: What was it like to lead?, when: { part: led } }
  - { id: certain, title: Certain, ask: Why so sure?, when: { sure: { gte: 4 } } }
  - { id: tension, title: Tension, ask: What was tense?, when: { feelings: { has: tense } } }
  - { id: heard, title: Heard, ask: Who heard you?, when: { views.heard: { gte: 3 } } }
  - { id: willing, title: Willing, type: list, ask: What would you change?, when: { again: true } }
  - { id: pause, type: note, ask: Take a moment. }
  - { id: back, title: Back, type: recall, of: what, reword: true, ask: Say it again. }
  - { id: main, title: Main, type: choice, options_from: feelings, ask: Which was strongest? }
  - { id: about, title: About, ask: 'What about "{{line}}"?' }
  - { id: secret, title: Secret, private: true, ask: What do you tell nobody? }
  - id: secrets
    title: Secrets
    private: true
    type: table
    columns: [{ id: fear, title: Fear lab33 }, { id: hope, title: Hope lab34 }]
    rows: { work: At work lab35, home: At home lab36 }
    ask: What do you fear and hope?
  - { id: last, title: Last, ask: What now? }
`

const two = `id: two
title: Two
minutes: 5
prompts:
  - { id: look, title: Look, type: recall, of: one/what, reword: true, ask: This is what you wrote. }
  - { id: leader, title: Leader, ask: What has leading taught you?, when: { one/part: led } }
  - { id: firm, title: Firm, ask: Are you still sure?, when: { one/sure: { gte: 4 } } }
  - { id: agreed, title: Agreed, type: choice, options: { yes: yes lab40, no: no lab41 }, ask: 'Still "{{one/worth.what|it}}"?' }
  - { id: closing, title: Closing, ask: What else?, when: { agreed: yes } }
`

/** The pack before any change. */
export const pack: Pack = readPack()

function readPack(): Pack {
  const { pack: found, diagnostics } = read([file('pack.yaml', manifest), file('one.yaml', one), file('two.yaml', two)])
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (found === undefined) throw new Error('The pack has errors')
  return found
}

/** What a learner answers, by exercise and prompt. A note is not there. */
export const answers: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  one: {
    what: 'First say1.\n\nThen say2.',
    'what.more': 'A door say32.',
    line: 'One line say3',
    people: ['Ann say4', 'Ben say5', 'Cleo say6'],
    part: 'led',
    'part.follow_up': 'With patience say7.',
    feelings: ['calm', 'tense', { other: 'curious say8' }],
    sure: 4,
    views: { heard: 5, safe: 2, open: null },
    order: ['trust', 'cost', 'time'],
    nearest: ['Ben say5', 'Ann say4', 'Cleo say6'],
    stakes: [
      { row: 'tenants', want: 'a lift say9', weight: 'high', known: true },
      { row: 'staff', want: 'some rest say10', weight: 'low' },
      { row: 'the board say11', want: 'a report say12', known: false }
    ],
    each: [
      { row: 'Ann say4', said: 'go say13' },
      { row: 'Ben say5', said: 'stay say14' }
    ],
    worth: { what: 'meet say15', why: 'they talk say16' },
    next: { if: 'they call say17', then: 'listen say18' },
    hours: 40,
    day: '2026-03-04',
    again: true,
    leading: 'It was lonely say19.',
    certain: 'Because of say20.',
    tension: 'The meeting say21.',
    heard: 'Nobody say22.',
    willing: ['the room say23', 'the hour say24'],
    back: 'In other words say25.',
    main: 'tense',
    about: 'That line say26.',
    secret: 'I was afraid say27.',
    secrets: [
      { row: 'work', fear: 'to fail say28', hope: 'to stay say29' },
      { row: 'home', fear: 'to be absent say30' }
    ],
    last: 'Rest say31.'
  },
  two: {
    look: 'Again say40.',
    leader: 'To wait say41.',
    firm: 'Yes say42.',
    agreed: 'yes',
    closing: 'Nothing say43.'
  }
}
