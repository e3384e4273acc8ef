import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { npmCommand } from '../../src/pack/fetch/npm.ts'
import { hasGroups, killTree, usageInTable, usageWatch } from '../../src/pack/fetch/process-tree.ts'
import { newHome } from '../kit/program.ts'
import { needPosix } from '../kit/needs.ts'

const MEGABYTE = 1024 ** 2

describe('what a program and its children use', () => {
  it.each([
    [
      'macOS',
      '  1     0   100   0:01.50\n 20     1  2048   1:00.25\n 30    20  1024   0:02.00\n 40     1  9999   9:00.00\n',
      62.25
    ],
    ['Linux', '1 0 100 00:00:01\n20 1 2048 1-01:00:00\n30 20 1024 00:00:05\n40 1 9999 00:09:00\n', 90_005]
  ])('is in the table of processes of %s', (_, table, seconds) => {
    expect(usageInTable(table, 20)).toEqual({ memory: 3 * MEGABYTE, seconds })
    expect(usageInTable(table, 50)).toEqual({ memory: 0, seconds: 0 })
  })

  it('is measured where there is no /proc', async () => {
    needPosix('ps')
    const usage = usageWatch(process.pid, 'darwin')
    await vi.waitFor(() => expect(usage().memory).toBeGreaterThan(MEGABYTE), { timeout: 10_000 })
    expect(usage().seconds).toBeGreaterThan(0)
  })

  it('is not measured on Windows', () => {
    expect(usageWatch(process.pid, 'win32')()).toEqual({ memory: 0, seconds: 0 })
  })
})

describe('a program that is stopped', () => {
  it('ends with its children', async () => {
    // The child says its id and waits for the end of its input, which never comes.
    const child = `process.stdin.resume(); console.log(process.pid)`
    const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' })`
    const program = spawn(process.execPath, ['-e', parent], { detached: hasGroups(process.platform), stdio: 'pipe' })
    onTestFinished(() => void program.kill('SIGKILL'))
    const [line] = await once(program.stdout, 'data')
    const isAlive = (pid: number) => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    }
    expect(isAlive(Number(line))).toBe(true)
    killTree(program.pid ?? 0)
    await once(program, 'close')
    await vi.waitFor(() => expect(isAlive(Number(line))).toBe(false), { timeout: 10_000 })
  })
})

describe('npm on Windows', () => {
  it('is run with the Node of this program, from where PATH has it', () => {
    const { dir } = newHome()
    const script = path.join(dir, 'Program Files', 'nodejs', 'node_modules', 'npm', 'bin', 'npm-cli.js')
    fs.mkdirSync(path.dirname(script), { recursive: true })
    fs.writeFileSync(script, '')
    const folder = path.join(dir, 'Program Files', 'nodejs')
    for (const PATH of [folder, `${path.join(dir, 'none')};"${folder}";.`])
      expect(npmCommand({ platform: 'win32', env: { PATH } })).toEqual({
        command: process.execPath,
        args: [expect.stringMatching(/^--max-old-space-size=\d+$/), script]
      })
  })

  it('is a program of its own elsewhere', () => {
    expect(npmCommand({ platform: 'darwin', env: {} })).toEqual({ command: 'npm', args: [] })
  })
})
