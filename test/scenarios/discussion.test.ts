import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const PACK = `format: 2
id: ends
version: 1.0.0
title: Ends
language: en-GB
exercises:
  - id: one
    title: One
    minutes: 3
    prompts:
      - { id: said, private: true, ask: What was said? }
      - id: sure
        type: scale
        from: 1
        to: 5
        private: false
        ask: How sure are you?
    discussion:
      - { when: { sure: { gte: 4 } }, text: You are sure. A heron is patient. }
      - { when: { sure: { lt: 4 } }, text: 'You are not sure. They said: {{said}}' }
    after_discussion:
      - { id: now, private: false, ask: What is left to ask? }
`

function packIn(home: Home): string {
  const file = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(file, PACK)
  return file
}

async function answered(home: Home, sure: number) {
  const input = JSON.stringify({ said: 'An otter.', sure, now: 'Who pays.' })
  return home.run(['start', 'one', '--pack', packIn(home), '--answers', '-'], { input })
}

describe('questions after the discussion', () => {
  it.each(['rich', 'plain'])(
    'are asked after it in %s mode, and it is stored with the entry as it was shown',
    async (mode) => {
      const home = newHome()
      const options = mode === 'plain' ? ['--plain'] : []
      const terminal = openTerminal([launcher(), 'start', 'one', '--pack', packIn(home), ...options], {
        env: home.env,
        rows: 30
      })
      const on = mode === 'plain' ? '\r' : '\t'
      await terminal.until('begin')
      terminal.type('\r')
      await terminal.until('What was said?')
      terminal.type(`An otter.${mode === 'plain' ? '\r.\r' : on}`)
      await terminal.until('How sure are you?')
      terminal.type('4\r')
      await terminal.until('A heron is patient')
      if (mode === 'rich') terminal.type('\r')
      await terminal.until('What is left to ask?')
      expect(terminal.everything()).toMatch(/A heron is patient[^]*What is left to ask/)
      terminal.type(`Who pays.${mode === 'plain' ? '\r.\r' : on}`)
      await terminal.until('Your answers')
      // A change in the review changes what the discussion says, so it is shown again.
      terminal.type(mode === 'plain' ? '2\r' : '\u001b[B\u001b[B\r')
      await terminal.until((screen) => screen.lastIndexOf('How sure are you?') > screen.lastIndexOf('Your answers'))
      terminal.type('2\r')
      await terminal.until((screen) => /2 of 5[^]*Your answers|Your answers[^]*2 of 5/.test(screen))
      terminal.type('\r')
      await terminal.until('They said: an otter')
      terminal.type('\r')
      const entry = async () => JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
      await expect
        .poll(async () => (await entry()).answers, { timeout: 20_000 })
        .toEqual({
          said: 'An otter.',
          sure: 2,
          now: 'Who pays.'
        })
      expect((await home.run(['show', 'last', '--discussion'])).stdout.trim()).toBe(
        'You are not sure. They said: an otter'
      )
    }
  )
})

describe('a stored discussion', () => {
  it('is no answer: it is not shown, counted, searched or exported', async () => {
    const home = newHome()
    await answered(home, 4)
    expect((await home.run(['show', 'last'])).stdout).not.toContain('heron')
    expect((await home.run(['show', 'last', '--discussion'])).stdout).toContain('A heron is patient.')
    expect(JSON.parse((await home.run(['show', 'last', '--json'])).stdout).words).toBe(4)
    expect((await home.run(['search', 'heron'])).stdout).toBe('')
    for (const format of ['md', 'html', 'txt']) {
      const { stdout } = await home.run(['export', '--format', format, '--include-private'])
      expect(stdout).toContain('Who pays.')
      expect(stdout).not.toContain('heron')
    }
  })

  it('is as private as what it quotes, and not counted among the answers', async () => {
    const home = newHome()
    await answered(home, 2)
    expect((await home.run(['export', '--format', 'json'])).stderr).toContain('1 private answer was left out')
    const open = (await home.run(['export', '--format', 'json'])).stdout
    expect(open).toContain('Who pays.')
    expect(open).not.toContain('otter')
  })

  it('survives an export as JSON and an edit', async () => {
    const home = newHome()
    await answered(home, 4)
    const whole = (await home.run(['export', '--format', 'json', '--include-private'])).stdout
    const other = newHome()
    fs.writeFileSync(path.join(other.dir, 'all.json'), whole)
    await other.run(['import', path.join(other.dir, 'all.json')])
    expect((await other.run(['show', 'last', '--discussion'])).stdout).toContain('A heron is patient.')
    await other.run(['edit', JSON.parse((await other.run(['show', 'last', '--json'])).stdout).id, '--tag', 'water'])
    expect((await other.run(['show', 'last', '--discussion'])).stdout).toContain('A heron is patient.')
  })

  it('becomes the words of a learner who writes below it, and stays so', async () => {
    const home = newHome()
    await answered(home, 4)
    const { file, id } = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    fs.appendFileSync(file, '\nPS: ask the walrus.\n')
    const terminal = openTerminal([launcher(), 'edit', id, '--plain'], { env: home.env, rows: 30 })
    await terminal.until('Your answers')
    terminal.type('2\r')
    await terminal.until((screen) => screen.lastIndexOf('How sure are you?') > screen.lastIndexOf('Your answers'))
    terminal.type('2\r')
    await terminal.until((screen) => /2 of 5[^]*Your answers|Your answers[^]*2 of 5/.test(screen))
    terminal.type('\r')
    await expect.poll(() => fs.readFileSync(file, 'utf8'), { timeout: 20_000 }).toContain('**2** of 5')
    expect(fs.readFileSync(file, 'utf8')).toContain('A heron is patient.\n\nPS: ask the walrus.')
    expect((await home.run(['show', 'last'])).stdout).toContain('walrus')
    expect((await home.run(['search', 'walrus'])).stdout).toContain('walrus')
    for (const format of ['md', 'html', 'txt', 'json']) {
      expect((await home.run(['export', '--format', format, '--include-private'])).stdout).toContain('walrus')
    }
  })

  it('stays the discussion if only its white space is changed', async () => {
    const home = newHome()
    await answered(home, 4)
    const { file } = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('A heron', '\nA heron') + '\n\n')
    expect((await home.run(['show', 'last'])).stdout).not.toContain('heron')
  })

  it('is held back if an answer was made private by hand', async () => {
    const home = newHome()
    await answered(home, 2)
    const { file } = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    const text = fs.readFileSync(file, 'utf8')
    fs.writeFileSync(file, text.replace('reflect:_discussion discussion private', 'reflect:_discussion discussion'))
    expect((await home.run(['export', '--format', 'json'])).stdout).not.toContain('otter')
  })

  it('is missing from an entry that has none', async () => {
    const home = newHome()
    const input = JSON.stringify({ said: 'An otter.' })
    await home.run(['start', 'one', '--pack', packIn(home), '--answers', '-'], { input })
    expect((await home.run(['show', 'last', '--discussion'])).stderr).toContain('No discussion is kept with "One".')
  })
})
