/*
 * Welsh by area, plain and warm, with "chi". What a thing is called, it is called everywhere:
 *
 * answer ateb; checksum swm gwirio; command gorchymyn; discussion trafodaeth; draft drafft; editor golygydd; entry cofnod;
 * exercise ymarfer; file ffeil; folder ffolder (f.); gap bwlch; help cymorth; journal dyddlyfr; learner dysgwr; list
 * rhestr; moment ennyd (f.); option (of a command) opsiwn, (of a question) dewis; overview trosolwg; pack pecyn; plain mode
 * modd plaen; plan cynllun; preview rhagolwg; private preifat; progress cynnydd; question, prompt cwestiwn; ranking trefn;
 * rating rhif; reading darn darllen; reflection myfyrdod; review adolygu; route llwybr; row rhes; scale graddfa; search
 * chwilio; sentence brawddeg; setting gosodiad; skip hepgor; statement datganiad; table tabl; terminal terfynell (f.); to
 * be met again i'w weld eto; translation cyfieithiad; trash bin sbwriel; tutor tiwtor; update diweddaru; version fersiwn
 * (m.)
 */

import * as walk from './walk.ts'

/** The language as a BCP 47 tag. */
export const language = 'cy'

export { commands } from './commands.ts'
export { days } from './days.ts'
export { diagnostics } from './diagnostics.ts'
export { doctor, settings } from './doctor.ts'
export { entry } from './entry.ts'
export { exported as export, imported as import } from './exchange.ts'
export { faults } from './faults.ts'
export { frontMatter, journal, progress } from './journal.ts'
export { menus } from './menus.ts'
export { newPack, packImport, packTranslate } from './pack-authoring.ts'
export { handout, packPage } from './pack-page.ts'
export { packs } from './packs.ts'
export { session } from './session.ts'
export { walk }
