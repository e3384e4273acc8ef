/** An entry on its way into a journal. */
export type Incoming =
  | {
      readonly kind: 'entry'
      /** Of its file. */
      readonly text: string
      /** Where it stood in its own journal. */
      readonly path?: string
      /** Photos, recordings and other files that could not come along. */
      readonly left: number
    }
  /** There are no words in it. */
  | { readonly kind: 'wordless'; readonly left: number }
  /** It cannot be taken in. */
  | { readonly kind: 'refused'; readonly why: string }
