import { decodeEntry } from '../../entry/codec.ts'
import type { FileText } from '../reading.ts'

/** An answer that no longer has the form of its question. */
export interface Spoilt {
  readonly title: string
  /** Where its section begins, from 1. */
  readonly line: number
}

/** What is wrong with an entry that reads: the first line with bytes of another encoding, and answers that lost their form. */
export function troubleIn({ text, isWhole }: FileText): { line?: number; spoilt: readonly Spoilt[] } {
  const spoilt = spoiltIn(text)
  return isWhole ? { spoilt } : { spoilt, line: lineAt(text, text.indexOf('\ufffd')) }
}

function spoiltIn(text: string): Spoilt[] {
  const { sections, raw } = decodeEntry(text)
  let at = (raw?.frontMatter.length ?? 0) + (raw?.preamble.length ?? 0)
  return sections.flatMap(({ body, prompt, form, title, raw: own = '' }) => {
    const line = lineAt(text, at)
    at += own.length
    return body.kind === 'unread' && (prompt ?? form) !== undefined ? [{ title, line }] : []
  })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
