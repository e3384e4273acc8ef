/** What the program says about the lines between `---` at the top of an entry, in English. */
export const frontMatter = {
  notAnEntry:
    'This is not an entry of a journal: it does not begin with the lines between "---" that every entry begins with.',
  noEnd: 'The lines at the top of this entry have no end: put a line "---" after the last of them.',
  tooLong: 'The lines at the top of this entry, its tags among them, are longer than can be read.',
  line: (line: number, text: string) =>
    `Line ${line} of this entry cannot be read: "${text}". Put it right in an editor; everything else in the file is as it was.`,
  twice: (line: number, key: string) => `Line ${line} of this entry says "${key}" a second time. Keep one of the two.`,
  missing: (key: string) => `This entry has no line "${key}: …" among those at its top. Add it in an editor.`,
  value: (line: number, key: string, value: string) =>
    `Line ${line} of this entry says "${key}: ${value}", which cannot be. Put it right in an editor.`,
  newer: (version: string) =>
    `This entry is in version ${version} of the journal's format, which this version of reflect does not know. Update reflect.`
}
