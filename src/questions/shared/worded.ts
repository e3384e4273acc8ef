import type { WordedKey } from './model.ts'

/** The keys of a prompt whose texts may have several wordings, by their names in the model: as in YAML and in translations. */
export const wordedKeys = {
  ask: 'ask',
  help: 'help',
  example: 'example',
  startWith: 'start_with'
} as const satisfies { readonly [Key in WordedKey]: string }

/** Their names in the model. */
export const wordedNames = ['ask', 'help', 'example', 'startWith'] as const satisfies readonly WordedKey[]
