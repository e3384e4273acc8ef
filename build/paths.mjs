/** The folders and files that the steps of the build agree on. */
import path from 'node:path'

export const root = path.dirname(import.meta.dirname)
export const dist = path.join(root, 'dist')
export const launcher = path.join(root, 'bin', 'reflect.js')

/** Entry points of the program, relative to `src/`: what the launcher calls, and what this build calls to compile packs. */
export const entries = { main: 'main.ts', compilePacks: 'pack/bundled/compile.ts' }
