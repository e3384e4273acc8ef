import type { Report } from '../diagnostic.ts'
import { decode } from '../../text/decode.ts'
import { limits } from '../limits.ts'
import { hidden, numbered, withoutControls, withoutFlags } from '../../text/visible.ts'

/** UTF-16 units of an escaped byte. */
const ESCAPED = 4

/**
 * A file's bytes as text, with `\n` for every end of line and no byte order mark; undefined if it is
 * too large or in another encoding. What may not stand in a pack is reported and replaced by as many harmless characters, so
 * that the rest can be checked as well.
 */
export function readText(bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.length > limits.fileBytes) {
    report('file-too-large', { start: 0, end: 0 }, { limit: limits.fileBytes / 1024 })
    return undefined
  }
  const { text, fault } = decode(bytes)
  if (fault?.encoding !== undefined) {
    report('not-utf8', { start: 0, end: 0 }, { encoding: fault.encoding })
    return undefined
  }
  const raw = text.replaceAll('\r\n', '\n')
  if (fault !== undefined) {
    const start = text.slice(0, fault.offsets[0]).replaceAll('\r\n', '\n').length
    report('not-utf8', { start, end: start + ESCAPED }, {})
  }
  const searched = withoutFlags(raw)
  for (const { code, pattern } of hidden) {
    for (const { index, 0: character } of firstOfEachLine(searched, pattern)) {
      report(code, { start: index, end: index + character.length }, { shown: numbered(character) })
    }
  }
  return withoutControls(raw)
}

/** One mistake is one report: of several such characters in a line, the first. */
function firstOfEachLine(text: string, pattern: RegExp): RegExpExecArray[] {
  let lineEnd = -1
  return [...text.matchAll(new RegExp(pattern, 'gu'))].filter(({ index }) => {
    if (index < lineEnd) return false
    const end = text.indexOf('\n', index)
    lineEnd = end === -1 ? Infinity : end
    return true
  })
}
