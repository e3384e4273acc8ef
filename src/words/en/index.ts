/* English by area. Named exports, because the build loads an area when it is first used: all would cost 5 % of a start. */

// Not `export * as`: where imports are lazy, swc exports the function that loads the module.
import * as walk from './walk.ts'

/** The language as a BCP 47 tag. */
export const language: string = 'en-GB'

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
