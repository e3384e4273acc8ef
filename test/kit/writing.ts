import fs from 'node:fs'
import path from 'node:path'
import { launcher, newHome } from './program.ts'
import type { Home } from './program.ts'
import { openTerminal } from './terminal.ts'
import type { TestTerminal } from './terminal.ts'

const PACK = `format: 1
id: writing
version: 1.0.0
title: Writing
language: en-GB
exercises:
  - id: some-texts
    title: Some texts
    prompts:
      - { id: first, type: text, ask: The first question? }
      - { id: second, type: text, ask: The second question? }
      - { id: third, type: text, ask: The third question? }
      - { id: last, type: text, ask: The last question? }
`

/** A home with a pack of questions in `pack.yaml`. */
export function homeForWriting(): { home: Home; start: readonly string[] } {
  const home = newHome()
  fs.writeFileSync(path.join(home.dir, 'pack.yaml'), PACK)
  return { home, start: [launcher(), 'start', 'some-texts', '--pack', path.join(home.dir, 'pack.yaml')] }
}

/** What the only draft holds, by question. */
export async function drafted(home: Home): Promise<Record<string, string>> {
  const [draft] = JSON.parse((await home.run(['journal', '--status', 'draft', '--json'])).stdout)
  if (draft === undefined) return {}
  return JSON.parse((await home.run(['show', draft.id, '--json'])).stdout).answers
}

/** Types a key and waits until it has shown an effect. */
export async function press(terminal: TestTerminal, key: string): Promise<void> {
  const before = terminal.written().length
  terminal.type(key)
  await terminal.until(() => terminal.written().length > before)
}

/** A session in a terminal that stands at the first question. */
export async function writing(size: { columns?: number; rows?: number } = {}) {
  const { home, start } = homeForWriting()
  const terminal = openTerminal(start, { env: home.env, ...size })
  await terminal.until('begin')
  terminal.type('\r')
  await terminal.until('The first')
  return { home, terminal }
}
