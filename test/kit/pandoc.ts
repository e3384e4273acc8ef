import { execFileSync } from 'node:child_process'
import { temporaryFile } from './temporary-file.ts'
import { needProgram } from './needs.ts'

/** What pandoc prints. It reads documents with code that has nothing in common with ours. */
export function runPandoc(args: readonly string[]): string {
  return execFileSync(needProgram('pandoc'), [...args], { maxBuffer: 500_000_000 }).toString()
}

/** The headings that pandoc finds in a document, those in quotations and lists apart, as `level words`. */
export function pandocHeadings(document: string | Uint8Array, format: string): string[] {
  const file = temporaryFile(`document.${format}`, document)
  const json = runPandoc(['-f', format, '-t', 'json', file])
  const { blocks } = JSON.parse(json) as { blocks: { t: string; c: unknown[] }[] }
  return blocks.flatMap(({ t, c }) => (t === 'Header' ? [`${String(c[0])} ${wordsIn(c[2]).trim()}`] : []))
}

function wordsIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsIn).join('')
  const { t, c } = node as { t?: string; c?: unknown }
  if (t === 'Str') return String(c)
  if (t === 'Space' || t === 'SoftBreak') return ' '
  return Array.isArray(c) && t !== 'RawInline' ? wordsIn(c.filter((part) => typeof part === 'object')) : ''
}
