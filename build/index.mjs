/**
 * Builds `dist/`.
 *
 *     node build/index.mjs [--if-stale]
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { digestSources, isStale, writeBuildInfo } from './digests.mjs'
import { bundleLibraries } from './libraries.mjs'
import { writeManual } from './manual.mjs'
import { commandsIn, compileModules } from './modules.mjs'
import { writeNotices } from './notices.mjs'
import { writeOnePart, writeParts } from './parts.mjs'
import { dist, entries, launcher, root } from './paths.mjs'

try {
  if (!process.argv.includes('--if-stale') || isStale()) await build()
} catch (error) {
  // What is wrong is in the sources, mostly: they are named in the message.
  console.error(error.message)
  process.exitCode = 1
}

async function build() {
  const sources = digestSources()
  const { modules, packages } = await compileModules()
  const { libraries, inputs } = await bundleLibraries(packages)
  const all = [...modules, ...libraries]

  fs.rmSync(dist, { recursive: true, force: true })
  fs.mkdirSync(dist)
  writeNotices(inputs)
  writeOnePart(all)
  // From here on the program can run: it makes the other files, and shows which modules its commands use.
  const { load } = createRequire(import.meta.url)(launcher)
  await load(entries.compilePacks).compilePacks(root)
  await writeManual(load(entries.main).main)
  writeParts(all)
  writeBuildInfo(sources, commandsIn(modules))
}
