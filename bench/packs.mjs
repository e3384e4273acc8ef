/**
 * Makes packs to measure with: prompts of the usual types in YAML as authors write it, about 300 bytes each.
 *
 *   node bench/packs.mjs DIR PROMPTS
 */
import fs from 'node:fs'
import path from 'node:path'

/** Prompts of a file, as far as there are enough. */
const PROMPTS = 50

/** Makes a pack of `count` prompts in `dir`, which need not be there. Gives the folder. */
export function makePack(dir, count) {
  fs.mkdirSync(dir, { recursive: true })
  const numbers = Array.from({ length: Math.ceil(count / PROMPTS) }, (_, index) => index + 1)
  for (const number of numbers) {
    const size = Math.min(PROMPTS, count - PROMPTS * (number - 1))
    fs.writeFileSync(path.join(dir, `week-${number}.yaml`), exerciseText(number, size))
  }
  fs.writeFileSync(path.join(dir, 'pack.yaml'), manifestText(numbers))
  return dir
}

function manifestText(numbers) {
  return `format: 1
id: many-weeks
version: 1.0.0
title: Many weeks
summary: As many weeks as anybody wants.
language: en-GB
authors: [A. Tutor]
license: CC-BY-4.0
exercises:
${numbers.map((number) => `  - week-${number}.yaml\n`).join('')}`
}

function exerciseText(number, size) {
  return `id: week-${number}
title: Week ${number}
purpose: Look at what happened in this week.
minutes: 15
reading: |
  Take ten minutes, and a place where nobody needs you. *Nothing* here is marked.

  Write as you would to somebody who was not there.
prompts:
${Array.from({ length: size }, (_, index) => promptText(index + 1)).join('')}discussion: |
  Read what you wrote once more. Whose voice is missing in it?
`
}

/** Every fifth prompt has the same type. The conditions and quotations are about the prompt before. */
function promptText(number) {
  const ask = `    title: Moment ${number}
    ask: |
      Tell one moment of this week in which somebody needed something that you could not give.
      What did they say, in their own words?
`
  return [
    `  - id: moment-${number}
${ask}    help: What would a bystander have seen and heard?
    example: She had her coat on already when she asked.
    words: { min: 40, max: 120 }
`,
    `  - id: part-${number}
    type: choice
${ask}    options:
      led: I led it
      joined: I took part in it
      lived: I lived through it
    other: true
`,
    `  - id: sure-${number}
    type: scale
${ask}    from: 1
    to: 5
    labels: { 1: Not at all, 5: Entirely }
    follow_up: What would make you surer?
`,
    `  - id: why-${number}
    title: Why ${number}
    ask: "You said: {{sure-${number - 1}|nothing yet}}. What made you say so, and who would say something else?"
    when: { sure-${number - 1}: { gte: 3 } }
    help: Think of one person. What did *they* see that you did not see at the time?
`,
    `  - id: people-${number}
    type: list
${ask}    items: { min: 1, max: 5 }
    example: The woman at the door; the clerk.
`
  ][(number - 1) % 5]
}

if (process.argv[1] === import.meta.filename) makePack(process.argv[2], Number(process.argv[3]))
