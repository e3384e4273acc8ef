/**
 * A program for a real terminal: asks the prompts of a JSON file, one after the other, and writes what it
 * was told, and what it was given to keep, to another file. Arguments: the two files.
 */
import fs from 'node:fs'
import process from 'node:process'
import type { Prompt } from '../../src/questions/shared/model.ts'
import type { AskResult } from '../../src/terminal/renderer.ts'
import { richRenderer } from '../../src/terminal/rich/index.ts'
import { makeTheme, useColor } from '../../src/display/theme.ts'
import { english } from '../../src/words/index.ts'

const [from = '', to = ''] = process.argv.slice(2)
const prompts = JSON.parse(fs.readFileSync(from, 'utf8')) as Prompt[]
const { stdout } = process
const renderer = richRenderer({
  context: {
    stdin: process.stdin,
    stdout: {
      write: (text) => stdout.write(text),
      isTTY: true,
      get columns() {
        return stdout.columns
      },
      get rows() {
        return stdout.rows
      }
    },
    env: process.env,
    platform: process.platform,
    homeDir: '/home/ada',
    cwd: '/home/ada',
    words: english,
    now: () => new Date('2026-11-23T12:00:00Z'),
    onExit: () => () => {},
    withTerminalReleased: (work) => work()
  },
  theme: makeTheme({ color: useColor(process.env, true), unicode: true })
})

const told: AskResult[] = []
const kept: unknown[] = []
let left = false
for (const [index, prompt] of prompts.entries()) {
  if (left) break
  const reply = await renderer.ask({
    prompt,
    progress: { done: Math.floor((100 * index) / prompts.length), minutesLeft: 2 * (prompts.length - index) },
    private: prompt.private === true,
    keep: (answer) => {
      kept.push(answer ?? null)
      fs.writeFileSync(to, JSON.stringify({ told, kept }))
    }
  })
  told.push(reply)
  left = reply.kind === 'leave'
}
renderer.say('Done.')
renderer.close()
fs.writeFileSync(to, JSON.stringify({ told, kept }))
