import type { GlobalOptions } from '../shared/command.ts'

/** The options of `reflect doctor` that its parts need. */
export interface InspectionOptions extends GlobalOptions {
  /** Asks nothing. */
  readonly json?: boolean
  /** Repairs what can be repaired without losing anything. */
  readonly fix?: boolean
  /** Entries that are missing are not mentioned again. */
  readonly forget?: boolean
  /** A copy that becomes an entry of its own. */
  readonly newId?: string
}

/** The result of one check. */
export interface Finding {
  readonly area: 'installation' | 'settings' | 'journal' | 'packs' | 'terminal' | 'editor' | 'code cache'
  readonly state: 'well' | 'note' | 'wrong'
  /** What was found, and what to do if something is wrong. */
  readonly message: string
  /** Findings of one kind say the same of different files. Only the first few of a kind are printed. */
  readonly kind?: string
  /** Lines to copy, shown below the message as they are. */
  readonly lines?: readonly string[]
  /** The files that this is about, relative to the journal. Every file of the journal is in some finding. */
  readonly files?: readonly string[]
}
