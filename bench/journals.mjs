/**
 * Makes journals to measure with: entries of about 120 written words, spread over ten years, the same for the same seed.
 *
 *   node bench/journals.mjs DIR COUNT [SEED]
 *
 * Written as text, without the program: a hundred thousand entries take some seconds.
 */
import fs from 'node:fs'
import path from 'node:path'

const EXERCISES = [
  {
    pack: 'public-value',
    exercise: 'no-paying-customer',
    title: 'What counts as value when there is no paying customer?'
  },
  { pack: 'public-value', exercise: 'leap-or-steps', title: 'Leap or steps?' },
  { pack: 'three-questions', exercise: 'three-questions', title: 'Three quick questions' },
  { pack: 'reflective-cycle', exercise: 'full-turn', title: 'Full turn' }
]
const WORDS = `when we opened the doors on a Sunday nobody came for the first hour and then the whole street was there
  she asked me what the service is for I had an answer ready but it was the old one about targets and reports
  people who wait are not a queue they are somebody with an afternoon to lose it took me years to see that
  next time I will ask before I plan and I will say out loud what I do not know yet naïve perhaps café Zoë`.split(/\s+/)
const LABELS = ['Not at all', 'A little', 'Partly', 'Fairly sure', 'Quite sure']

/**
 * Makes a journal of `count` entries in `dir`, which need not be there. `privately`: every fourth first answer is
 * private. Gives the folder.
 */
export function makeJournal(dir, count, { seed = 1, firstYear = 2017, years = 10, privately = false } = {}) {
  const random = randomOf(seed)
  const first = Date.UTC(firstYear, 0, 1)
  const span = Date.UTC(firstYear + years, 0, 1) - first
  const taken = new Map()
  for (let number = 0; number < count; number += 1) {
    const started = new Date(first + Math.floor((span * (number + random())) / count))
    const made = EXERCISES[Math.floor(random() * EXERCISES.length)]
    const day = started.toISOString().slice(0, 10)
    const stem = `${day}-${made.exercise}`
    const same = (taken.get(stem) ?? 0) + 1
    taken.set(stem, same)
    const folder = path.join(dir, day.slice(0, 4))
    if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const text = entryText(made, started, random, privately && number % 4 === 0)
    fs.writeFileSync(path.join(folder, `${stem}${same === 1 ? '' : `-${same}`}.md`), text, { mode: 0o600 })
  }
  return dir
}

function entryText({ pack, exercise, title }, started, random, isPrivate) {
  const time = (moment) => `${moment.toISOString().slice(0, 19)}+00:00`
  const rating = 1 + Math.floor(random() * 5)
  const labels = JSON.stringify(Object.fromEntries(LABELS.map((label, index) => [index + 1, label])))
  return `---
reflect: 1
id: ${idOf(random)}
pack: ${pack}
pack_version: 1.0.0
exercise: ${exercise}
title: ${title}
status: finished
started: ${time(started)}
finished: ${time(new Date(started.getTime() + 900_000))}
zone: Europe/London
language: en-GB
tags: [reflection, ${pack}]
---

# ${title}

<!-- reflect:what text${isPrivate ? ' private' : ''} -->
## What happened

> Tell one moment of the last week that has stayed with you. Keep to what people did and said.

${prose(45 + Math.floor(random() * 20), random)}

${prose(20 + Math.floor(random() * 10), random)}

<!-- reflect:sure scale {"from":1,"to":5,"labels":${labels}} -->
## How sure are you?

> How sure are you that others would tell it in the same way?

**${rating}** of 5 — ${LABELS[rating - 1]}

<!-- reflect:now-what text -->
## What now?

> What will you do differently, and how will you know that it made a difference?

${prose(30 + Math.floor(random() * 15), random)}
`
}

function prose(words, random) {
  const chosen = Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)])
  const [first = ''] = chosen
  return `${first.charAt(0).toUpperCase()}${chosen.join(' ').slice(first.length > 0 ? 1 : 0)}.`
}

function idOf(random) {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')
}

/** Numbers from 0 to below 1 by a seed (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

if (process.argv[1] === import.meta.filename) {
  const [dir, count, seed] = process.argv.slice(2)
  if (dir === undefined || !/^\d+$/.test(count ?? '')) {
    console.error('Type "node bench/journals.mjs DIR COUNT [SEED]".')
    process.exitCode = 2
  } else makeJournal(path.resolve(dir), Number(count), { seed: Number(seed ?? 1) })
}
