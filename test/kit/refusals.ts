import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { runProgram } from '../../src/program.ts'
import { ReflectError } from '../../src/context/errors.ts'
import { contextIn } from './context.ts'
import { filesBelow } from './program.ts'

/** A folder in which nothing but the pack that is asked for stands, and the one around it, which nothing may reach. */
export interface Place {
  readonly dir: string
  readonly beside: string
}

/** A new place, removed when the test has finished. */
export function newPlace(): Place {
  const beside = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-hostile-'))
  onTestFinished(() => fs.rmSync(beside, { recursive: true, force: true }))
  const dir = path.join(beside, 'in')
  fs.mkdirSync(dir)
  return { dir, beside }
}

/** Tries to add it: the one sentence that it is refused with. Nothing is left of it, neither in the home nor anywhere else. */
export async function refusal(source: string, { dir, beside }: Place, env: Record<string, string> = {}) {
  const before = filesBelow(beside)
  const context = contextIn(dir, env)
  const error = await runProgram(['pack', 'add', source, '--yes'], context).then(
    () => undefined,
    (thrown: unknown) => thrown
  )
  expect(error).toBeInstanceOf(ReflectError)
  expect(filesBelow(beside)).toEqual(before)
  expect(fs.readdirSync(path.join(dir, 'home', 'packs'))).toEqual(['staging'])
  expect(fs.readdirSync(path.join(dir, 'home', 'packs', 'staging'))).toEqual([])
  expect(context.said.stdout).toBe('')
  const { message } = error as ReflectError
  expect(message.split('\n')).toHaveLength(1)
  return message
}
