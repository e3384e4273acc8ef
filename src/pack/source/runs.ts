import type { Code, Edit, Finding } from '../diagnostic.ts'
import { isEdits } from './corrections.ts'
import type { LineIndex } from '../yaml/line-index.ts'

/** Slips that people make in every line of a list, or in every value of a line. */
const REPEATED: ReadonlySet<Code> = new Set<Code>([
  'bad-id',
  'no-space-after-colon',
  'not-text',
  'odd-space',
  'option-with-id',
  'stray-comma',
  'text-after-bracket'
])

/** Makes one finding of the same slip in lines that follow each other: the first, with the corrections of all. */
export function inRuns(findings: readonly Finding[], linesOf: (file: string) => LineIndex): Finding[] {
  const found: Finding[] = []
  const last = new Map<string, { index: number; line: number }>()
  for (const finding of findings.toSorted((a, b) => a.span.start - b.span.start)) {
    const edits = editsOf(finding)
    const key = `${finding.file} ${finding.code}`
    const { line } = linesOf(finding.file).positionOf(finding.span.start)
    const run = last.get(key)
    const begun = run === undefined ? undefined : found[run.index]
    const before = begun && editsOf(begun)
    if (
      run &&
      begun &&
      edits &&
      before &&
      line - run.line <= 1 &&
      (before.at(-1)?.end ?? 0) <= (edits[0]?.start ?? 0)
    ) {
      found[run.index] = { ...begun, fix: [...before, ...edits] }
      last.set(key, { ...run, line })
    } else {
      if (edits !== undefined) last.set(key, { index: found.length, line })
      found.push(finding)
    }
  }
  return found
}

/** The corrections of a finding that can be part of a run. */
function editsOf({ code, fix }: Finding): readonly Edit[] | undefined {
  return REPEATED.has(code) && fix !== undefined && isEdits(fix) ? fix : undefined
}
