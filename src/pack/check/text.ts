import type { Report } from '../diagnostic.ts'
import { limits } from '../limits.ts'
import { hidden, numbered, withoutControls, withoutFlags } from '../../text/visible.ts'

/**
 * A file's bytes as text, with `\n` for every end of line and no byte order mark; undefined if it is
 * too large. What may not stand in a pack is reported and replaced by as many harmless characters, so
 * that the rest can be checked as well.
 */
export function readText(bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.length > limits.fileBytes) {
    report('file-too-large', { start: 0, end: 0 }, { limit: limits.fileBytes / 1024 })
    return undefined
  }
  const raw = decode(bytes, report).replaceAll('\r\n', '\n')
  const searched = withoutFlags(raw)
  for (const { code, pattern } of hidden) {
    for (const { index, 0: character } of firstOfEachLine(searched, pattern)) {
      report(code, { start: index, end: index + character.length }, { shown: numbered(character) })
    }
  }
  return withoutControls(raw)
}

function decode(bytes: Uint8Array, report: Report): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  const again = Buffer.from(text)
  const offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  if (again.equals(bytes.subarray(offset))) return text
  const bad = again.findIndex((byte, index) => byte !== bytes[index + offset])
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, bad + offset)).replaceAll('\r\n', '\n').length
  report('not-utf8', { start, end: start + 1 }, {})
  return text
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
