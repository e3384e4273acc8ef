import { parsePack } from '../../src/pack/source/parse.ts'
import type { Diagnostic, PackFile, PackReading } from '../../src/pack/model.ts'

/** A manifest of one exercise in `one.yaml`, and one that others may look back on. */
export const MANIFEST = `format: 1
id: my-pack
version: 1.0.0
title: My pack
language: en-GB
exercises: [one.yaml, other.yaml]
`

/** The head of an exercise, before its prompts. */
export const HEAD = `id: one
title: One
minutes: 5
prompts:
`

export const ONE = `${HEAD}  - id: what
    ask: What happened?
`

const OTHER = `id: other
title: Other
minutes: 5
prompts:
  - id: what
    ask: What happened?
`

/** A file of a pack from its text. */
export function file(path: string, content: string | Uint8Array): PackFile {
  return { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
}

/** A line that begins a file of that name. */
const FILE_NAME = /^# ([\w-]+\.yaml)\n/m

/**
 * A pack around a piece of YAML: a manifest, or a pack in one file (`format:`), an exercise, or the
 * prompts of one (`- id:`), which keep their lines but stand below a head of four; or several files, each below its name.
 */
export function packAround(yaml: string): PackFile[] {
  const files = yaml.split(FILE_NAME).slice(1)
  if (files.length > 0)
    return files.flatMap((name, index) => (index % 2 === 0 ? [file(name, files[index + 1] ?? '')] : []))
  if (/^(#.*\n)*format:/.test(yaml))
    return [file('pack.yaml', yaml), file('one.yaml', ONE)].slice(0, /one\.yaml/.test(yaml) ? 2 : 1)
  const exercise = yaml.startsWith('- ') ? HEAD + yaml : yaml
  return [file('pack.yaml', MANIFEST), file('one.yaml', exercise), file('other.yaml', OTHER)]
}

export function read(files: readonly PackFile[]): PackReading {
  return parsePack(files, 'pack.yaml')
}

export function codesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => code)
}
