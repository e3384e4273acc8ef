import type { Exercise, Pack } from './model.ts'
import { inOneLanguage } from './translation/choose.ts'

/*
 * A pack in two parts: what lists and menus show, and the texts that only a walk needs, which are most of it.
 */

/** The texts of an exercise. */
type Body = Pick<Exercise, 'prompts' | 'reading' | 'discussion'>

/** The texts of a pack, by exercise. */
export type Bodies = Readonly<Record<string, Body>>

/** A pack without its texts. */
export interface FoldedPack extends Omit<Pack, 'exercises' | 'translations'> {
  readonly exercises: readonly Omit<Exercise, keyof Body>[]
}

/** A pack in its two parts. */
export function folded(pack: Pack): { readonly head: FoldedPack; readonly bodies: Bodies } {
  const parts = pack.exercises.map(({ prompts, reading, discussion, ...head }) => ({
    head,
    body: {
      prompts,
      ...(reading === undefined ? {} : { reading }),
      ...(discussion === undefined ? {} : { discussion })
    }
  }))
  return {
    head: { ...inOneLanguage(pack), exercises: parts.map(({ head }) => head) },
    bodies: Object.fromEntries(parts.map(({ head, body }) => [head.id, body]))
  }
}

/** A pack whose texts are asked for when one of them is looked at. */
export function opened(pack: FoldedPack, bodies: () => Bodies): Pack {
  let known: Bodies | undefined
  const bodyOf = (id: string): Body => (known ??= bodies())[id] ?? { prompts: [] }
  return { ...pack, exercises: pack.exercises.map((head) => exerciseOf(head, () => bodyOf(head.id))) }
}

function exerciseOf(head: FoldedPack['exercises'][number], body: () => Body): Exercise {
  return {
    ...head,
    get prompts() {
      return body().prompts
    },
    get reading() {
      return body().reading
    },
    get discussion() {
      return body().discussion
    }
  }
}
