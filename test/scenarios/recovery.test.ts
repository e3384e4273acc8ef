import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, newHome } from '../kit/program.ts'

describe('after a crash between the last answer and the entry', () => {
  it.each([[['journal', '--json']], [['show', 'last', '--json']], [['export', '--format', 'json']]])(
    '%j finds the entry, once, and gives it its place',
    async (args) => {
      const home = newHome()
      const started = await home.run(['start', 'three-questions', '--answers', '-'], {
        input: 'what: A page came back.'
      })
      const draft = path.join(home.journal, 'drafts', '2026-11-23-three-questions.5f0c1c1e.md')
      fs.renameSync(started.stdout.trim(), draft)
      const { code, stdout } = await home.run(args)
      expect(code).toBe(0)
      expect(stdout.match(/"id": "[0-9a-f-]{36}"/g)).toHaveLength(1)
      expect(filesBelow(home.journal).filter((file) => file.endsWith('.md'))).toEqual([
        path.relative(home.journal, started.stdout.trim())
      ])
    }
  )
})
