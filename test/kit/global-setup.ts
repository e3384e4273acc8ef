import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { isStale } from '../../build/digests.mjs'
import { compilePacks } from '../../src/pack/bundled/compile.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of an installed program that runs from source. Its packs are compiled, as the build does it. */
    readonly installDir: string
    /** Whether `dist/` is not the build of what the sources are now. */
    readonly isStale: boolean
  }
}

const root = path.join(import.meta.dirname, '..', '..')

/** Compiles the bundled packs from their source once for all tests, so that no test depends on a build. */
export default async function setup(project: TestProject): Promise<() => void> {
  const installDir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-install-'))
  for (const name of ['exercises', 'package.json']) fs.symlinkSync(path.join(root, name), path.join(installDir, name))
  const compile = async () => {
    fs.rmSync(path.join(installDir, 'dist'), { recursive: true, force: true })
    await compilePacks(installDir)
  }
  await compile()
  project.onTestsRerun(compile)
  project.provide('installDir', installDir)
  project.provide('isStale', isStale())
  return () => fs.rmSync(installDir, { recursive: true, force: true })
}
