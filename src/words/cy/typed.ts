import type { Words } from '../en/index.ts'

/** What learners may type in Welsh, and the English that they may always type. */
export const typed: Words['walk']['typed'] = {
  commands: {
    back: ['nôl', 'nol', 'yn-ôl', 'yn-ol'],
    skip: ['hepgor'],
    help: ['cymorth'],
    example: ['enghraifft'],
    overview: ['trosolwg'],
    review: ['adolygu'],
    private: ['preifat'],
    editor: ['golygydd'],
    leave: ['gadael']
  },
  // Welsh answers with the verb of the question, so there is more than one yes and one no.
  yes: ['ie', 'ydw', 'ydy', 'ydyn', 'oes', 'do', 'yes'],
  no: ['nage', 'na', 'nac ydw', 'nac ydy', 'nac oes', 'naddo', 'no'],
  other: ['arall', 'other'],
  private: ['preifat', 'private']
}
