import { marked } from 'marked'

/** What may stand open at the end of a text, and what closes it (CommonMark 4.5 and 4.6). */
const closers = ['', '-->', '?>', '>', ']]>', '</script>', '</style>', '</pre>', '</textarea>']

/**
 * An answer as it can stand in a longer document: an unclosed fence, comment or HTML block is closed
 * where the answer ends, so that it cannot swallow the next question's heading. Tried out rather than
 * reasoned about: whatever lets a heading after it be read as one, is right.
 */
export function closed(answer: string): string {
  const closer = [...closers, ...fences(answer)].find((candidate) => leavesRoom(answer + lineOf(candidate)))
  return answer + lineOf(closer ?? '')
}

function lineOf(closer: string): string {
  return closer === '' ? '' : `\n${closer}`
}

/** The longest run of each fence character, which closes whatever of its kind is open. */
function fences(answer: string): string[] {
  return ['`', '~'].flatMap((character) => {
    const runs = answer.match(new RegExp(`^ {0,3}\\${character}{3,}`, 'gm')) ?? []
    return runs.length === 0 ? [] : [character.repeat(Math.max(...runs.map((run) => run.trimStart().length)))]
  })
}

function leavesRoom(text: string): boolean {
  const last = marked.lexer(`${text}\n\n## end\n`).findLast((token) => token.type !== 'space')
  return last?.type === 'heading' && last.raw.startsWith('## end')
}
