import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'
import { needLinux } from '../kit/needs.ts'

describe('manners', () => {
  it.each([
    ['an unknown command', ['lsit'], 'list'],
    ['an unknown exercise', ['start', 'no-payng-customer', '--answers', '-'], 'no-paying-customer'],
    ['an unknown pack', ['list', 'public-valve'], 'public-value'],
    ['an unknown entry', ['show', '2026-01-01-nothing'], 'no entry'],
    ['an unknown option', ['list', '--jsn'], '--json'],
    ['an unknown route', ['start', '--route', 'shrot', '--answers', '-'], ''],
    ['a day that is none', ['journal', '--since', '2026-02-30'], '2026-11-23'],
    ['an unknown setting', ['config', 'get', 'jurnal'], 'journal'],
    ['an unknown topic', ['help', 'kyes'], 'keys'],
    ['more words than a command takes', ['journal', 'trust'], 'too many words'],
    [
      'more words than a command below another takes',
      ['pack', 'info', 'public-value', 'three-questions'],
      'too many words'
    ]
  ])('answers %s with one sentence, what was meant, and exit code 2', async (_, args, hint) => {
    const { code, stdout, stderr } = await newHome().run(args, { input: '{}' })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.toLowerCase()).toContain(hint)
    expect(stderr).not.toMatch(/\n\s+at |error:/)
  })

  it.each([
    [['--version']],
    [['list']],
    [['journal']],
    [['--help']],
    [['help', 'keys']],
    [['pack', 'list']],
    [['config']],
    [[]]
  ])('writes no control sequence where there is no terminal: %j', async (args) => {
    const { code, stdout, stderr } = await newHome().run(args)
    expect(code).toBe(0)
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/)
  })

  it.each([
    [['--journal', 'journal', 'list'], 'Leading change'],
    [['--journal', 'start', '--lang', 'en', 'pack', 'list'], 'public-value'],
    [['--journal', 'export', '--help'], 'reflect completion bash']
  ])('takes no folder for a command: %j', async (args, shown) => {
    const { code, stdout, stderr } = await newHome().run(args)
    expect(stderr).toBe('')
    expect(stdout).toContain(shown)
    expect(code).toBe(0)
  })

  it.each([
    [
      'a file where a folder is to be',
      ['pack', 'new', 'pack'],
      /pack cannot be used as a folder, because it is a file/
    ],
    ['a name that no disk takes', ['import', 'x'.repeat(300)], /could not read or write .*x \(ENAMETOOLONG/]
  ])('says of %s what is the matter with it', async (_, args, sentence) => {
    const home = newHome()
    fs.writeFileSync(path.join(home.dir, 'pack'), '')
    const { code, stderr } = await home.run(args)
    expect(code).toBe(1)
    expect(stderr).toMatch(sentence)
  })

  it.each([
    [['list'], 0, ''],
    [['pack', 'check', 'mine'], 1, 'The folder you are in no longer exists. Go to another one and try again.\n']
  ])('needs the folder in which it is called only for relative paths: %j', async (args, expected, sentence) => {
    const home = newHome()
    const line = 'mkdir gone; cd gone; rmdir ../gone; exec "$@"'
    const child = spawn('sh', ['-c', line, 'sh', process.execPath, launcher(), ...args], {
      env: home.env,
      cwd: home.dir
    })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(expected)
    expect(stderr).toBe(sentence)
  })

  it('ends quietly when the reader has seen enough', async () => {
    const child = spawn(process.execPath, [launcher(), 'pack', 'schema'], { env: newHome().env })
    // Long before anything is written.
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })

  it('says in one sentence that the disk is full', async () => {
    needLinux('/dev/full')
    const child = spawn('sh', ['-c', `"${process.execPath}" "${launcher()}" list > /dev/full`], { env: newHome().env })
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^The output could not be written, .* disk is full\./)
    })
  })

  it('prints the overview and what to type where there is no terminal', async () => {
    const { code, stdout } = await newHome().run([])
    expect(code).toBe(0)
    expect(stdout).toContain('Leading change for public value: 0 of 16 exercises done')
    expect(stdout).toContain('reflect start friday-night')
  })

  it('lists as JSON what scripts rely on', async () => {
    const { stdout } = await newHome().run(['list', 'public-value', '--json'])
    const [pack] = JSON.parse(stdout)
    expect(pack.id).toBe('public-value')
    expect(pack.exercises).toHaveLength(16)
    expect(pack.exercises.find((exercise: { id: string }) => exercise.id === 'no-paying-customer')).toMatchObject({
      status: 'open',
      entries: 0
    })
    expect(pack.exercises.at(-1)).toMatchObject({ id: 'return-visit', status: 'waiting' })
  })

  it('takes an empty journal as done', async () => {
    expect(await newHome().run(['journal', '--json'])).toMatchObject({ code: 0, stdout: '[]\n' })
  })

  it.each([40, 80])('breaks what is wrong between words on a terminal of %i columns', async (columns) => {
    const terminal = openTerminal([launcher(), 'strat'], { columns, env: newHome().env })
    await terminal.ended
    expect(
      terminal
        .screen()
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
    ).toBe('There is no command "strat". Did you mean "start"? Type "reflect --help" to see what there is.')
  })
})
