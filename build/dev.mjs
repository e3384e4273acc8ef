/** Builds `dist/`, and builds it again whenever its sources change. Ctrl-C ends it. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { isStale, sources } from './digests.mjs'
import { root } from './paths.mjs'

/** An editor writes a file in several steps: wait until it has finished. */
const DEBOUNCE_MS = 100

let timer = setTimeout(rebuild, 0)

for (const source of sources)
  fs.watch(path.join(root, source), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(rebuild, DEBOUNCE_MS)
  })

/** Events that arrive during a build are handled after it. A build that fails says why. */
function rebuild() {
  if (!isStale()) return
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'index.mjs')], { stdio: 'inherit' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (status === 0) console.log(`${new Date().toTimeString().slice(0, 8)} built in ${seconds} s`)
}
