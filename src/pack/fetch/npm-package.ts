/** A package as a learner asks for it: a name, and a version, a range of them or a tag. */
export interface Wanted {
  readonly name: string
  readonly range: string
}

/** A package from the registry: its archive, and the name and version that it turned out to be. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly exact: string
}
