/** A kind of file that people name `.yaml` by mistake. */
export type OtherKind = 'web page' | 'Word document' | 'RTF document' | 'PDF' | 'archive' | 'picture' | 'LFS pointer'

/** The first characters of each kind, as Latin-1. */
const STARTS: readonly (readonly [start: string, kind: OtherKind])[] = [
  ['\u00d0\u00cf\u0011\u00e0', 'Word document'],
  ['{\\rtf', 'RTF document'],
  ['%PDF-', 'PDF'],
  ['PK\u0003\u0004', 'archive'],
  ['\u001f\u008b', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['Rar!', 'archive'],
  ['\u0089PNG', 'picture'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['GIF8', 'picture'],
  ['version https://git-lfs.', 'LFS pointer']
]
const WEB_PAGE = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|head|body|\?xml|!--|script|meta|div)\b/i

/** Where the name of a folder in a Word document is found. */
const SEARCHED = 4096

/** What a file is instead of YAML; undefined if it may be YAML. */
export function otherKind(bytes: Uint8Array): OtherKind | undefined {
  const start = Buffer.from(bytes.subarray(0, SEARCHED)).toString('latin1')
  if (WEB_PAGE.test(start)) return 'web page'
  const kind = STARTS.find(([each]) => start.startsWith(each))?.[1]
  return kind === 'archive' && start.includes('word/') ? 'Word document' : kind
}
