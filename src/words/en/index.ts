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

/** English. Getters, because to load all areas would cost 5 % of a start. */
export const english = {
  /** The language as a BCP 47 tag. */
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

/** The words of a language by area. A missing or wrongly shaped sentence in another language is a type error. */
export type Words = typeof english
