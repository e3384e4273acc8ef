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
  get session() {
    return session
  },
  get walk() {
    return walk
  }
}

/** All words of one language, by area. A language that lacks a sentence, or misshapes one, is a type error. */
export type Words = typeof english
