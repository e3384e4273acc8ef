import { commands } from './commands.ts'
import { days } from './days.ts'
import { diagnostics } from './diagnostics.ts'
import { doctor } from './doctor.ts'
import { entry } from './entry.ts'
import { exported } from './export.ts'
import { faults } from './faults.ts'
import { frontMatter } from './front-matter.ts'
import { imported } from './import.ts'
import { journal } from './journal.ts'
import { newPack } from './new-pack.ts'
import { packPage } from './pack-page.ts'
import { packs } from './packs.ts'
import { progress } from './progress.ts'
import { settings } from './settings.ts'
import { sitting } from './sitting.ts'
import { walk } from './walk.ts'

/** English. Each area is made when it is first looked at: a start says few sentences. */
export const english = {
  /** The language as a tag of BCP 47. */
  language: 'en-GB',
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
  get sitting() {
    return sitting
  },
  get walk() {
    return walk
  }
}

/** All words of one language, by area. A language that lacks a sentence, or misshapes one, is a type error. */
export type Words = typeof english
