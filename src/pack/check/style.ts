import { defaultType, questionOf } from '../../questions/index.ts'
import type { Report } from '../diagnostic.ts'
import { limits } from '../limits.ts'
import type { Outline, PromptOutline } from './outline.ts'
import { headOf } from './schema-issues.ts'
import { at, pairOf, textOf } from '../yaml/tree.ts'

/** Aids for the reader, as warnings: questions that are short and one at a time, exercises that say how long they take. */
export function checkStyle(outline: Outline): void {
  for (const { part, prompts } of outline.exercises) {
    if (part?.node.kind !== 'map') continue
    if (pairOf(part.node, 'minutes') === undefined && part.sound) part.report('no-minutes', headOf(part.node), {})
    for (const prompt of prompts) checkAsk(prompt, part.report)
  }
}

function checkAsk({ node, type }: PromptOutline, report: Report): void {
  const ask = at(node, 'ask')
  const text = textOf(ask)
  if (text === undefined || ask === undefined) return
  const own = text.replaceAll(/\{\{[^{}]*\}\}/g, 'it')
  const words = own.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  if (words > limits.askWords) report('long-ask', headOf(ask), { words, most: limits.askWords })
  if (questionOf({ type: type ?? defaultType }).isManifold !== true && questionsIn(own) > 1)
    report('two-questions', headOf(ask), {})
}

/** Sentences that end in a question mark. A question that is quoted is not asked. */
function questionsIn(text: string): number {
  const unquoted = text.replaceAll(/"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’(?!\p{L})|`[^`\n]*`/gu, '')
  return unquoted.match(/[?？؟]+(?=[\s)\]*_"”’]|$)/gu)?.length ?? 0
}
