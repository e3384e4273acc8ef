import { commands } from './commands.ts'
import { days } from './days.ts'
import { diagnostics } from './diagnostics.ts'
import { doctor, settings } from './doctor.ts'
import { entry } from './entry.ts'
import { exported, imported } from './exchange.ts'
import { faults } from './faults.ts'
import { frontMatter, journal, progress } from './journal.ts'
import { newPack } from './pack-authoring.ts'
import { packPage } from './pack-page.ts'
import { packs } from './packs.ts'
import { session, walk } from './session.ts'
import type { Words } from '../en/index.ts'

/**
 * Welsh, plain and warm, with "chi". Each area is made when it is first looked at: a start says few sentences. What a
 * thing is called, it is called everywhere:
 *
 * answer ateb; checksum swm gwirio; command gorchymyn; discussion trafodaeth; draft drafft; editor golygydd; entry cofnod;
 * exercise ymarfer; file ffeil; folder ffolder (f.); gap bwlch; help cymorth; journal dyddlyfr; learner dysgwr; list rhestr;
 * option (of a command) opsiwn, (of a question) dewis; overview trosolwg; pack pecyn; plain mode modd plaen; plan cynllun;
 * preview rhagolwg; private preifat; progress cynnydd; question, prompt cwestiwn; ranking trefn; rating sgôr; reading darn
 * darllen; reflection myfyrdod; review adolygu; route llwybr; row rhes; scale graddfa; search chwilio; sentence brawddeg;
 * setting gosodiad; skip hepgor; statement datganiad; table tabl; terminal terfynell (f.); to be met again i'w weld eto;
 * translation cyfieithiad; trash bin sbwriel; tutor tiwtor; update diweddaru; version fersiwn (m.)
 */
export const welsh: Words = {
  language: 'cy',
  get commands() {
    return commands
  },
  get days() {
    return days
  },
  get diagnostics() {
    return diagnostics
  },
  get doctor() {
    return doctor
  },
  get entry() {
    return entry
  },
  get export() {
    return exported
  },
  get faults() {
    return faults
  },
  get frontMatter() {
    return frontMatter
  },
  get import() {
    return imported
  },
  get journal() {
    return journal
  },
  get newPack() {
    return newPack
  },
  get packPage() {
    return packPage
  },
  get packs() {
    return packs
  },
  get progress() {
    return progress
  },
  get settings() {
    return settings
  },
  get session() {
    return session
  },
  get walk() {
    return walk
  }
}
