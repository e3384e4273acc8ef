/* oxlint-disable no-control-regex -- control characters are looked for */
/** Escape sequences that a copy from a terminal contains (ECMA-48): control sequences, strings, and two-character ones. */
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]P_^X]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)|\u001b(?:[ -/]+[0-~]|[78=>cDEHM])/g
/** Characters that start a line: CR LF, CR, vertical tab and form feed (Word, PDF), NEL. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085]/g
const OTHERS = /[\0-\u0008\u000e-\u001f\u007f-\u009f]/g
const ANY = /[\0-\u0008\u000b-\u001f\u007f-\u009f]/

/**
 * What someone typed, pasted, piped in or wrote in an editor, as it becomes part of an answer: line ends are `\n`, tabs stay, escape
 * sequences and other control characters are dropped, because they are not words.
 */
export function typedText(text: string): string {
  if (!ANY.test(text)) return text
  return text.replaceAll(SEQUENCES, '').replaceAll(LINE_ENDS, '\n').replaceAll(OTHERS, '')
}
