/**
 * Whether a value is a JSON or YAML object. Read its keys with `own` or `Object.entries`: `in` finds inherited ones.
 */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of an own key; undefined if there is none. */
export function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** The record with other keys. */
export function mapKeys<V>(record: Readonly<Record<string, V>>, key: (key: string) => string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).map(([each, value]) => [key(each), value]))
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The object without the keys whose value is undefined. */
export function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
}
