import type { IncomingEntry } from '../journal/import-entries.ts'

/** An entry on its way into a journal. */
export type Incoming =
  | (IncomingEntry & {
      readonly kind: 'entry'
      /** Photos, recordings and other files that could not come along. */
      readonly left: number
    })
  /** There are no words in it. */
  | { readonly kind: 'wordless'; readonly left: number }
  /** It cannot be taken in. */
  | { readonly kind: 'refused'; readonly why: string }
