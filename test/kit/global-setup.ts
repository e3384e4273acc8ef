import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { isStale } from '../../build/digests.mjs'
import { compilePacks } from '../../src/pack/bundled/compile.ts'
import { isLong } from './long.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of an installed program that runs from source. Its packs are compiled, as the build does it. */
    readonly installDir: string
    /** Whether `dist/` is not the build of what the sources are now. */
    readonly isStale: boolean
    /** The seed of all properties. */
    readonly seed: number
  }
}

const root = path.join(import.meta.dirname, '..', '..')

/** Compiles the bundled packs from their source once for all tests, so that no test depends on a build. */
export default async function setup(project: TestProject): Promise<() => void> {
  const installDir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-install-'))
  const compile = () => {
    fs.rmSync(path.join(installDir, 'dist'), { recursive: true, force: true })
    // Copies, because not every system lets everybody create links.
    for (const name of ['exercises', 'package.json'])
      fs.cpSync(path.join(root, name), path.join(installDir, name), { recursive: true })
    compilePacks(installDir)
  }
  compile()
  project.onTestsRerun(compile)
  project.provide('installDir', installDir)
  project.provide('isStale', isStale())
  project.provide('seed', seedOfRun())
  return () => fs.rmSync(installDir, { recursive: true, force: true })
}

/** Always the same in `npm cit`; in a long run another one each time, or that of REFLECT_SEED. */
function seedOfRun(): number {
  if (!isLong) return 1
  const seed = Number(process.env['REFLECT_SEED'] ?? Date.now() % 2 ** 31)
  console.log(`Properties run with the seed ${seed}. To repeat them: REFLECT_SEED=${seed} npm run test:long`)
  return seed
}
