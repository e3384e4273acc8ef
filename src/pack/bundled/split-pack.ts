import type { Exercise, Pack } from '../model.ts'
import { inOneLanguage } from '../translation/choose.ts'

/*
 * A pack in two parts: what lists and menus show, and the texts that only a walk needs, which are most of it.
 */

/** The texts of an exercise. */
export type Body = Pick<Exercise, 'prompts' | 'reading' | 'discussion'>

/** A pack without its texts. */
export interface FoldedPack extends Omit<Pack, 'exercises' | 'translations'> {
  readonly exercises: readonly Omit<Exercise, keyof Body>[]
}

/** A pack in its two parts, the texts by exercise. */
export function folded(pack: Pack): { readonly head: FoldedPack; readonly bodies: ReadonlyMap<string, Body> } {
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
    bodies: new Map(parts.map(({ head, body }) => [head.id, body]))
  }
}

/** A pack; the texts of an exercise are asked for, once, when one of them is looked at. */
export function opened(pack: FoldedPack, bodyOf: (exercise: string) => Body): Pack {
  return { ...pack, exercises: pack.exercises.map((head) => exerciseOf(head, bodyOf)) }
}

function exerciseOf(head: FoldedPack['exercises'][number], bodyOf: (exercise: string) => Body): Exercise {
  let known: Body | undefined
  const body = () => (known ??= bodyOf(head.id))
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
