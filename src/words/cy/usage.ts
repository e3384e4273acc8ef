import type { Misuse } from '../shared/types.ts'
import type { Words } from '../en/index.ts'
import { didYouMean } from './names.ts'

/** The titles in the help of commands, in Welsh. */
export const helpTitles: Words['commands']['titles'] = {
  'Usage:': 'Defnydd:',
  'Arguments:': "Yr hyn sydd i'w roi:",
  'Options:': 'Opsiynau:',
  'Global Options:': 'Opsiynau pob gorchymyn:',
  'Commands:': 'Gorchmynion:'
}

/** What is to be put in, as the help of commands names it: here as it is called in the program. */
export const argumentNames: Words['commands']['names'] = {
  action: 'gweithred',
  answers: 'atebion',
  checksum: 'swm-gwirio',
  command: 'gorchymyn',
  day: 'diwrnod',
  deleted: 'cofnod',
  dir: 'ffolder',
  entry: 'cofnod',
  exercise: 'ymarfer',
  file: 'ffeil',
  format: 'fformat',
  from: 'ffynhonnell',
  id: 'id',
  key: 'gosodiad',
  language: 'iaith',
  name: 'enw',
  number: 'rhif',
  options: 'opsiynau',
  order: 'trefn',
  pack: 'pecyn',
  path: 'llwybr-ffeil',
  place: 'man',
  route: 'llwybr',
  shell: 'plisgyn',
  source: 'ffynhonnell',
  status: 'cyflwr',
  tag: 'tag',
  topic: 'pwnc',
  value: 'gwerth',
  what: 'beth',
  words: 'geiriau'
}

/** How a command line was used wrongly, in a sentence. */
export function misused(misuse: Misuse): string {
  switch (misuse.kind) {
    case 'unknown-option':
      return `Nid oes opsiwn "${misuse.what}".${didYouMean(misuse.near)}`
    case 'unknown-command':
      return `Nid oes gorchymyn "${misuse.what}".${didYouMean(misuse.near)}`
    case 'no-argument': {
      const name: Readonly<Record<string, string>> = argumentNames
      return `Mae rhywbeth ar goll: <${name[misuse.what] ?? misuse.what}>.`
    }
    case 'no-value':
      return `Mae angen gwerth ar ôl "${misuse.what}".`
    case 'too-many':
      return "Mae mwy o eiriau nag y mae'r gorchymyn hwn yn eu cymryd; rhowch ddyfynodau o gwmpas enw sydd â bylchau ynddo."
    case 'wrong-value':
      return `Nid yw "${misuse.value}" yn addas ar gyfer "${misuse.what}". ${misuse.why}`
    case 'conflict':
      return `Nid yw "${misuse.one}" a "${misuse.other}" yn mynd gyda'i gilydd.`
    case 'other':
      return misuse.text
  }
}
