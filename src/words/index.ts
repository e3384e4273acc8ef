/** Every sentence that the program says, by language. English is complete by definition: its shape is the type. */
import { commands } from './en/commands.ts'
import { days } from './en/days.ts'
import { diagnostics } from './en/diagnostics.ts'
import { doctor } from './en/doctor.ts'
import { entry } from './en/entry.ts'
import { exported } from './en/export.ts'
import { faults } from './en/faults.ts'
import { imported } from './en/import.ts'
import { journal } from './en/journal.ts'
import { packPage } from './en/pack-page.ts'
import { packs } from './en/packs.ts'
import { progress } from './en/progress.ts'
import { settings } from './en/settings.ts'
import { sitting } from './en/sitting.ts'
import { walk } from './en/walk.ts'

/** English. Each area is made when it is first looked at: a start says few sentences. */
export const english = {
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
  get import() {
    return imported
  },
  get faults() {
    return faults
  },
  get journal() {
    return journal
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

/** All words of one language, by area. */
export type Words = typeof english

/** The fixed words of entries in every shipped language, for readers; a writer takes the entry's own. */
export const entryLanguages = { en: entry } as const
