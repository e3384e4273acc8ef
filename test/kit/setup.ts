import fc from 'fast-check'
import { inject } from 'vitest'

// fast-check prints the seed and the path of a counterexample. With the seed, the failure can be repeated.
fc.configureGlobal({ seed: inject('seed') })
