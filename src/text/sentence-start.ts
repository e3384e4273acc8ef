/** Whether there are only marks between an offset and the start of its line, a cell or a sentence. */
export function startsSentence(text: string, index: number): boolean {
  return /(?:^|[\n|]|[.!?…]["'”’)\]*_]*\s)[\s>*_#"“‘([\]xX+\d.)-]*$/u.test(text.slice(Math.max(0, index - 80), index))
}
