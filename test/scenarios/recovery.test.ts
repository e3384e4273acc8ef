import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome, withSlashes } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

describe('after a crash between the last answer and the entry', () => {
  it.each([[['journal', '--json']], [['show', 'last', '--json']], [['export', '--format', 'json']]])(
    '%j finds the entry, once, and gives it its place',
    async (args) => {
      const home = newHome()
      const started = await home.run(['start', 'three-questions', '--answers', '-'], {
        input: 'what: A page came back.'
      })
      const [id] = /(?<=^id: )\S{8}/m.exec(fs.readFileSync(started.stdout.trim(), 'utf8')) ?? []
      const draft = path.join(home.journal, 'drafts', `2026-11-23-three-questions.${id}.md`)
      fs.mkdirSync(path.dirname(draft))
      fs.renameSync(started.stdout.trim(), draft)
      const { code, stdout } = await home.run(args)
      expect(code).toBe(0)
      expect(stdout.match(/"id": "[0-9a-f-]{36}"/g)).toHaveLength(1)
      expect(filesBelow(home.journal).filter((file) => file.endsWith('.md'))).toEqual([
        withSlashes(path.relative(home.journal, started.stdout.trim()))
      ])
    }
  )
})

describe('a journal that takes no writing', () => {
  /** A file stands where the folder of locks should be. That is only noticed by the first save, as a full disk is. */
  function homeWithoutRoom() {
    const home = newHome()
    fs.mkdirSync(home.journal)
    fs.writeFileSync(path.join(home.journal, '.reflect'), '')
    return home
  }

  it('gives the words back to whoever leaves', async () => {
    const { code, stderr } = await homeWithoutRoom().run(['start', 'three-questions', '--plain'], {
      input: '\nA page came back.\nAnd stayed.\n.\n:leave\n'
    })
    expect(code).toBe(1)
    expect(stderr).toContain('\nA page came back.\nAnd stayed.\n')
    expect(stderr).toMatch(/is shown above\. Copy it/)
  })

  it('lets the learner make room and finish', async () => {
    const home = homeWithoutRoom()
    const terminal = openTerminal([launcher(), 'start', 'three-questions', '--plain'], { env: home.env })
    await terminal.until('Press Enter')
    terminal.type('\r')
    await terminal.until('What\nhappened?')
    terminal.type('A page came back.\r.\r')
    await terminal.until('not saved yet')
    terminal.type(':review\r')
    await terminal.until('Your answers')
    terminal.type('\r')
    await terminal.until('not finished yet')
    fs.rmSync(path.join(home.journal, '.reflect'))
    terminal.type('\r')
    await terminal.until('Your entry:')
    expect((await home.run(['show', 'last', '--raw'])).stdout).toContain('\n\nA page came back.\n')
  })
})
