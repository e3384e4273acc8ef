import type { Report } from '../diagnostic.ts'
import { decode } from '../../text/decode.ts'
import { limits } from '../format.ts'
import { hiddenKinds, numbered, withoutControls, withoutFlags } from '../../text/visible.ts'

/** UTF-16 units of an escaped byte. */
const ESCAPED = 4

/**
 * Decodes a file, with LF line ends and without byte order mark; undefined if it is too large or in another encoding.
 * Reports characters that a pack must not contain, and replaces each by a harmless one so that the rest can be checked.
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
  for (const { code, pattern } of hiddenKinds()) {
    for (const { index, 0: character } of firstOfEachLine(searched, pattern)) {
      report(code, { start: index, end: index + character.length }, { shown: numbered(character) })
    }
  }
  return withoutControls(raw)
}

/** The first match in each line. */
function firstOfEachLine(text: string, pattern: RegExp): RegExpExecArray[] {
  let lineEnd = -1
  return [...text.matchAll(new RegExp(pattern, 'gu'))].filter(({ index }) => {
    if (index < lineEnd) return false
    const end = text.indexOf('\n', index)
    lineEnd = end === -1 ? Infinity : end
    return true
  })
}
