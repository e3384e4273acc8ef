import { check, promptFromForm, questionOf } from './index.ts'
import { around, unixLines, withoutTrailingNewlines, type Found } from '../text/lines.ts'
import type { Answer, CommonKeys, EntryWords, Form, Prompt } from './shared/model.ts'
import type { TypedContext } from './shared/typed.ts'

/**
 * An answer as the body of an entry's section. The Markdown is read back as it would be from a file; if that gives
 * another answer, the body is a fenced `json` block instead. A value that does not answer the prompt, such as an
 * unfinished text, is kept too: a text as it is, anything else as JSON.
 */
export function encodeAnswer(prompt: Prompt, answer: Answer, words: EntryWords, context: TypedContext): string {
  const tidy = tidied(prompt, answer)
  if (tidy === undefined)
    return typeof answer === 'string' ? withoutTrailingNewlines(unixLines(answer)) : jsonBlock(answer)
  const question = questionOf(prompt)
  const natural = question.toMarkdown(prompt, tidy, words)
  if (question.isWriting) return natural
  const { id, ask } = prompt
  const reader = asRead(prompt.type, { id, ask }, question.form(prompt))
  const reading = reader && decodeAnswer(reader, natural, context)
  return same(reading, { answer: tidy, before: '', after: '' }) ? natural : jsonBlock(tidy)
}

/** The answer in a section's body (line endings `\n`), and the text around it; undefined if none can be read. */
export function decodeAnswer(prompt: Prompt, body: string, context: TypedContext) {
  const question = questionOf(prompt)
  const json = question.isWriting ? undefined : findJson(prompt, body)
  const reading = json ?? question.fromMarkdown(prompt, body, context)
  const answer = reading && tidied(prompt, reading.found)
  return answer === undefined ? undefined : { answer, before: reading?.before ?? '', after: reading?.after ?? '' }
}

function asRead(type: Prompt['type'], common: CommonKeys, written: Form | undefined): Prompt | undefined {
  return promptFromForm(type, common, written && (JSON.parse(JSON.stringify(written)) as Form))
}

/** The answer as it is stored, complete or not; undefined if the value does not answer the prompt. */
function tidied(prompt: Prompt, value: unknown): Answer | undefined {
  const checked = check(prompt, value)
  return checked.ok ? checked.answer : checked.begun
}

/** Checked answers have their keys in a fixed order, so equal answers have equal JSON. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function jsonBlock(value: Answer): string {
  const json = JSON.stringify(value, null, 2)
  const longest = (json.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}json\n${json}\n${fence}`
}

/** The first fenced `json` block that holds an answer to the prompt. */
function findJson(prompt: Prompt, body: string): Found<Answer> | undefined {
  if (!/json/i.test(body)) return undefined
  const lines = body.split('\n')
  for (let start = 0; start < lines.length; start++) {
    const [, fence] = /^ {0,3}(`{3,}|~{3,})\s*json\s*$/i.exec(lines[start] ?? '') ?? []
    if (fence === undefined) continue
    let end = start + 1
    while (end < lines.length && !closes(lines[end] ?? '', fence)) end++
    if (end === lines.length) return undefined
    const answer = answerIn(prompt, lines.slice(start + 1, end).join('\n'))
    if (answer !== undefined) return around(lines, start, end + 1, answer)
    start = end
  }
  return undefined
}

function closes(line: string, fence: string): boolean {
  const words = line.trim()
  return words.length >= fence.length && words === (fence[0] ?? '').repeat(words.length)
}

function answerIn(prompt: Prompt, json: string): Answer | undefined {
  try {
    return tidied(prompt, JSON.parse(json))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
