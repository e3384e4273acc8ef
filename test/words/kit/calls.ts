import path from 'node:path'
import { API, SignatureKind, SymbolFlags, TypeFlags } from 'typescript/unstable/sync'
import type { Checker, Type } from 'typescript/unstable/sync'

const root = path.join(import.meta.dirname, '..', '..', '..')

/** Arguments of several calls of each sentence that is a function, by its path, such as `.walk.rich.progress`. */
export type Calls = ReadonlyMap<string, readonly (readonly unknown[])[]>

/** Numbers that languages treat in their own way. */
export const COUNTS = [0, 1, 2, 3, 6] as const

/** The form of texts whose type is only `string`. */
const FORMS: Readonly<Record<string, string>> = {
  '.days.inWords.day': '2026-11-23',
  '.days.withWeekday.day': '2026-11-23',
  '.entry.days.withWeekday.day': '2026-11-23',
  '.faults.sentence.fault.is': '2026-11-23',
  '.faults.sentence.fault.limit': '2026-12-01',
  '.days.monthInWords.month': '2026-11'
}

const MOST_COMBINATIONS = 400

/** Stands for a property that is left out. */
const ABSENT = Symbol('absent')

/**
 * Calls of all sentences. The compiler tells the types of their parameters, and each type stands for certain values:
 * every member of a union, several counts for a number, lists without, with one and with two items. So the arguments always
 * fit, and a sentence that cannot be called is a failure.
 *
 * @throws for a parameter of a type that has no values here.
 */
export function callsOfSentences(): Calls {
  const api = new API({ cwd: root })
  try {
    const [project] = api.updateSnapshot({ openProjects: [path.join(root, 'tsconfig.json')] }).getProjects()
    const { checker, program } = project!
    const source = program.getSourceFile(path.join(root, 'src', 'words', 'index.ts'))!
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)
    const english = exported.find(({ name }) => name === 'english')!
    const calls = new Map<string, readonly (readonly unknown[])[]>()
    new Reader(checker).read(checker.getTypeOfSymbol(english)!, '', calls)
    return calls
  } finally {
    api.close()
  }
}

class Reader {
  readonly #checker: Checker
  #number = 30

  constructor(checker: Checker) {
    this.#checker = checker
  }

  read(type: Type, at: string, calls: Map<string, readonly (readonly unknown[])[]>): void {
    const [signature] = this.#checker.getSignaturesOfType(type, SignatureKind.Call)
    if (signature !== undefined) {
      const parameters = signature.getParameters()
      const values = parameters.map((each) =>
        this.#valuesOf(this.#checker.getTypeOfSymbol(each)!, `${at}.${each.name}`)
      )
      calls.set(at, combined(values))
    } else if (type.isObjectType() && !this.#checker.isArrayLikeType(type)) {
      for (const each of this.#checker.getPropertiesOfType(type))
        this.read(this.#checker.getTypeOfSymbol(each)!, `${at}.${each.name}`, calls)
    }
  }

  #valuesOf(type: Type, at: string): readonly unknown[] {
    if (type.isUnionType()) return type.getTypes().flatMap((each) => this.#valuesOf(each, at))
    if (type.isLiteralType()) return [type.value]
    if ((type.flags & TypeFlags.Undefined) !== 0) return [undefined]
    if ((type.flags & TypeFlags.Null) !== 0) return [null]
    if ((type.flags & TypeFlags.String) !== 0) return [FORMS[at] ?? `Z${at.slice(at.lastIndexOf('.') + 1)}`]
    if ((type.flags & TypeFlags.Number) !== 0) return [...COUNTS, (this.#number += 1)]
    if ((type.flags & TypeFlags.BooleanLike) !== 0) return [true, false]
    if (this.#checker.isArrayType(type) && type.isTypeReference()) {
      const [item] = this.#checker.getTypeArguments(type)
      const [one, two = one] = this.#valuesOf(item!, `${at}One`)
      return [[], [one], [one, typeof two === 'string' ? `${two}Two` : two]]
    }
    const isObject = type.isObjectType() || type.isIntersectionType()
    if (isObject && this.#checker.getSignaturesOfType(type, SignatureKind.Call).length === 0)
      return this.#objectsOf(type, at)
    throw new Error(`${at} has no values: ${this.#checker.typeToString(type)}`)
  }

  #objectsOf(type: Type, at: string): readonly unknown[] {
    const properties = this.#checker.getPropertiesOfType(type)
    const values = properties.map((each) => [
      ...this.#valuesOf(this.#checker.getTypeOfSymbol(each)!, `${at}.${each.name}`),
      ...((each.flags & SymbolFlags.Optional) === 0 ? [] : [ABSENT])
    ])
    return combined(values).map((made) =>
      Object.fromEntries(properties.flatMap(({ name }, index) => (made[index] === ABSENT ? [] : [[name, made[index]]])))
    )
  }
}

/** All combinations of one value from each list; where these are too many, each value at least once. */
function combined(lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  if (lists.reduce((product, { length }) => product * length, 1) <= MOST_COMBINATIONS)
    return lists.reduce<readonly (readonly unknown[])[]>(
      (all, list) => all.flatMap((some) => list.map((one) => [...some, one])),
      [[]]
    )
  const last = lists.map((list) => list.at(-1))
  return lists.flatMap((list, at) =>
    list.flatMap((_, row) => [last.with(at, list[row]), lists.map((each) => each[row % each.length])])
  )
}
