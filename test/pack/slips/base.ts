/** A sound pack with every type of prompt. Each slip changes it in one place. */
export const base: Readonly<Record<string, string>> = {
  'pack.yaml': `format: 1
id: my-pack
version: 1.0.0
title: A first year
summary: "Six weeks: what happened."
language: en-GB
authors: [Jo Smith, Al Hughes]
license: CC-BY-4.0
source: { title: The course, url: "https://example.com/course" }
exercises: [one.yaml, two.yaml]
routes:
  short: { title: Half an hour, exercises: [one] }
`,
  'one.yaml': `id: one
title: The first week
purpose: Look at one moment.
minutes: 10
reading: |
  Think of a moment.
  - Who was there?
  - Who was not?
prompts:
  - id: moment
    title: The moment
    ask: Tell one moment of this week.
    help: What did people say?
    example: The queue reached the door.
    words: { min: 40, max: 120 }
  - id: part
    title: Your part
    type: choice
    ask: What was your part in it?
    options:
      led: I led it
      joined: I took part
    other: true
  - id: why
    title: Why you
    ask: "Why you: what did it take?"
    when: { part: led }
  - id: felt
    title: Feelings
    type: choices
    ask: What did you feel?
    options: [Joy, Anger, Fear]
    pick: { max: 2 }
  - id: sure
    title: How sure
    type: scale
    ask: How sure are you?
    from: 1
    to: 5
    labels: { 1: Hardly, 5: Fully }
  - id: people
    title: People
    type: list
    ask: Who was there?
    items: { min: 1, max: 5 }
discussion: |
  Read it again.

  What is missing?
`,
  'two.yaml': `id: two
title: The second week
purpose: Look again.
minutes: 15
revisit: { exercise: one, after: 7 days }
prompts:
  - id: order
    title: The order
    type: ranking
    ask: In which order?
    options:
      - Money
      - Time
      - Trust
  - id: who
    title: Who gains
    type: table
    ask: Who gains what?
    columns: [{ id: what, title: What }]
    rows: [Staff, Public]
  - id: worth
    title: Worth it
    type: sentence
    ask: Complete the sentence.
    template: "Worth it because {who} can work."
    gaps: { who: { ask: "Who can?" } }
  - id: number
    title: A number
    type: number
    ask: How many came?
    min: 0
    max: 500
    unit: people
  - id: day
    title: A day
    type: date
    ask: When was it?
    earliest: 2026-09-01
  - id: again
    title: Again
    type: yes-no
    ask: Would you do it again?
  - id: calm
    title: Calm
    type: scale
    ask: How was it?
    from: 1
    to: 3
    statements: [{ id: calm, text: I was calm }, { id: heard, text: I was heard }]
  - id: told
    title: Told
    ask: "You wrote: {{one/moment|nothing yet}}. What now?"
    about: again
    private: true
  - id: next
    title: Next
    ask: What will you do next?
    when: { again: true }
    private: false
  - id: plan
    title: A plan
    type: plan
    ask: When will you do it?
    private: false
`
}
