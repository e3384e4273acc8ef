import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const PACK = `format: 2
id: mine
version: 1.0.0
title: Mine
language: en-GB
glossary: { public value: "What a service *gives* to everyone." }
exercises:
  - id: one
    title: One
    minutes: 5
    prompts:
      - { id: a, lines: 1, ask: Which public values do you see?, help: Think of last week. }
      - { id: b, lines: 1, ask: Who decides? }
`

it.each([
  ['in full screen', [], 'Enter begin', '\u0007'],
  ['in plain mode', ['--plain'], 'Press Enter to begin', ':help\r']
])('the help of a question explains its terms %s, and the entry does not', async (_, options, begin, help) => {
  const home = newHome()
  fs.writeFileSync(path.join(home.dir, 'mine.yaml'), PACK)
  await home.run(['pack', 'add', path.join(home.dir, 'mine.yaml'), '--yes'])
  const terminal = openTerminal([launcher(), 'start', 'mine/one', ...options], { env: home.env })
  await terminal.until(begin)
  terminal.type('\r')
  await terminal.until('do you see?')
  terminal.type(help)
  const shown = await terminal.until('to everyone.')
  expect(shown.replaceAll(/\s+/g, ' ')).toMatch(
    /Think of last week\. Words in this question .*public value: What a service gives to everyone\./
  )
  await home.run(['start', 'mine/one', '--answers', '-', '--again'], { input: 'a: Fairness.\nb: Nobody.\n' })
  expect((await home.run(['show', 'last'])).stdout).not.toContain('everyone')
})
