import type { Exercise, Pack } from '../../../src/pack/model.ts'
import type { Condition, Option, Prompt, PromptOf, PromptType } from '../../../src/questions/shared/model.ts'
import { pack as original } from './pack.ts'

/** One change of the pack. */
export interface Edit {
  /** What is changed, such as `option removed`. */
  readonly kind: string
  readonly name: string
  readonly pack: Pack
}

/** Kinds of edits after which nothing needs to be retired. */
export const harmless: ReadonlySet<string> = new Set([
  'nothing',
  'prompt moved',
  'prompt retitled',
  'question reworded',
  'privacy',
  'prompt renamed with a line',
  'exercise renamed with a line',
  'exercise removed',
  'condition removed',
  'length changed',
  'option moved',
  'option added',
  'option renamed with a line',
  'statement moved',
  'statement renamed with a line',
  'row moved',
  'row added',
  'row renamed with a line',
  'column moved',
  'column added',
  'column renamed with a line',
  'cell option moved',
  'cell option added',
  'cell option renamed with a line',
  'gap renamed with a line',
  'bounds widened'
])

type Change = (prompt: Prompt) => Prompt

function without(prompt: Prompt, ...keys: readonly string[]): Prompt {
  return Object.fromEntries(Object.entries(prompt).filter(([key]) => !keys.includes(key))) as unknown as Prompt
}

/** Every single edit of the pack. */
export function allEdits(): Edit[] {
  return [
    { kind: 'nothing', name: 'nothing', pack: original },
    ...original.exercises.flatMap((exercise) => [
      ...exerciseEdits(exercise),
      ...exercise.prompts.flatMap((prompt) => promptEdits(exercise, prompt))
    ])
  ]
}

function withExercise(before: Exercise, now: Exercise | undefined, more: Partial<Pack> = {}): Pack {
  return {
    ...original,
    version: '1.1.0',
    exercises: original.exercises.flatMap((each) => (each === before ? (now ?? []) : [each])),
    ...more
  }
}

function exerciseEdits(exercise: Exercise): Edit[] {
  const { id } = exercise
  const now = { ...exercise, id: `${id}-new` }
  return [
    { kind: 'exercise removed', name: id, pack: withExercise(exercise, undefined) },
    {
      kind: 'exercise renamed with a line',
      name: id,
      pack: withExercise(exercise, now, { renamed: { [id]: now.id } })
    }
  ]
}

function promptEdits(exercise: Exercise, prompt: Prompt): Edit[] {
  const { prompts } = exercise
  const at = prompts.indexOf(prompt)
  const edit = (kind: string, name: string, now: readonly Prompt[], more: Partial<Pack> = {}): Edit => ({
    kind,
    name: `${exercise.id}/${prompt.id} ${name}`,
    pack: withExercise(exercise, { ...exercise, prompts: now }, more)
  })
  const replaced = (kind: string, name: string, change: Change, more: Partial<Pack> = {}) =>
    edit(kind, name, prompts.with(at, change(prompt)), more)
  const renamed = { ...prompt, id: `${prompt.id}-new` } as Prompt
  const next = prompts[at + 1]
  const line = (path: string, id: string) => ({
    renamed: { [`${exercise.id}/${prompt.id}.${path}`]: `${exercise.id}/${prompt.id}.${id}` }
  })
  return [
    edit('prompt removed', '', prompts.toSpliced(at, 1)),
    edit('prompt renamed', '', prompts.with(at, renamed)),
    edit('prompt renamed with a line', '', prompts.with(at, renamed), {
      renamed: { [`${exercise.id}/${prompt.id}`]: `${exercise.id}/${renamed.id}` }
    }),
    ...(next === undefined ? [] : [edit('prompt moved', '', prompts.with(at, next).with(at + 1, prompt))]),
    replaced('prompt retitled', '', (was) => ({ ...was, title: 'Another title' })),
    replaced('question reworded', '', (was) => ({ ...was, ask: 'Another question?' })),
    replaced(
      'privacy',
      '',
      ({ private: isPrivate, ...was }) => (isPrivate ? was : { ...was, private: true }) as Prompt
    ),
    ...lengthEdits(prompt).map((now) => replaced('length changed', '', () => now)),
    ...typeEdits(prompt).map((now) => replaced('type changed', now.type, () => now)),
    ...conditionEdits(prompt).map(([kind, name, when]) =>
      replaced(kind, name, (was) => ({ ...without(was, 'when'), ...(when === undefined ? {} : { when }) }) as Prompt)
    ),
    ...partEdits(prompt).map(({ kind, name, change, path, to }) =>
      replaced(kind, name, change, path === undefined || to === undefined ? {} : line(path, to))
    )
  ]
}

/** What is asked after a short answer, if a shorter one is meant. */
function lengthEdits(prompt: Prompt): Prompt[] {
  return prompt.when !== undefined && 'under' in prompt.when ? [{ ...prompt, when: { ...prompt.when, under: 1 } }] : []
}

/** The prompt as one of every other type. */
function typeEdits({ id, ask }: Prompt): Prompt[] {
  const { type: own } = original.exercises.flatMap(({ prompts }) => prompts).find((each) => each.id === id) ?? {}
  const byType = new Map<PromptType, Prompt>(
    original.exercises
      .flatMap(({ prompts }) => prompts)
      .filter((prompt) => !('optionsFrom' in prompt) && !('rowsFrom' in prompt))
      .map((prompt) => [prompt.type, prompt])
  )
  return [...byType.values()].flatMap((other) =>
    other.type === own ? [] : [{ ...without(other, 'when', 'private'), id, ask } as Prompt]
  )
}

const never: Condition = { of: { prompt: 'hours' }, test: { lt: 2 } }

function conditionEdits({ when, id }: Prompt): (readonly [string, string, Condition | undefined])[] {
  const added: readonly [string, string, Condition] = [
    when === undefined ? 'condition added' : 'condition changed',
    'never',
    // `hours` itself cannot depend on its own answer.
    id === 'hours' ? { of: { prompt: 'what' }, test: { answered: false } } : never
  ]
  if (when === undefined)
    return [
      added,
      ['condition added', 'elsewhere', { of: { exercise: 'two', prompt: 'look' }, test: { answered: true } }]
    ]
  return [
    added,
    ['condition changed', 'negated', { not: when }],
    ['condition changed', 'of a prompt that is gone', { of: { prompt: 'gone' }, test: { answered: true } }],
    ['condition removed', '', undefined]
  ]
}

interface PartEdit {
  readonly kind: string
  readonly name: string
  readonly change: Change
  /** The former path of a part and its new one, for a line under `renamed`. */
  readonly path?: string
  readonly to?: string
}

/** A change of a prompt of one type. */
function of<T extends PromptType>(type: T, change: (prompt: PromptOf<T>) => Partial<PromptOf<T>>): Change {
  return (prompt) => {
    if (prompt.type !== type) throw new Error('another type')
    return { ...prompt, ...change(prompt as unknown as PromptOf<T>) } as Prompt
  }
}

function partEdits(prompt: Prompt): PartEdit[] {
  switch (prompt.type) {
    case 'text':
      return prompt.lines === 1
        ? []
        : [{ kind: 'several lines no more', name: '', change: of('text', () => ({ lines: 1 as const })) }]
    case 'list':
      return [
        { kind: 'bounds narrowed', name: 'max', change: of('list', () => ({ items: { max: 1 } })) },
        { kind: 'bounds narrowed', name: 'min', change: of('list', () => ({ items: { min: 7 } })) },
        { kind: 'bounds widened', name: '', change: of('list', () => ({ items: {} })) }
      ]
    case 'choice':
    case 'choices':
      return [
        ...listEdits(
          'option',
          'options',
          prompt.options,
          'label',
          (options) => (was) => ({ ...was, options }) as Prompt
        ),
        ...(prompt.other
          ? [{ kind: 'other removed', name: '', change: (was: Prompt) => ({ ...was, other: false }) as Prompt }]
          : []),
        ...(prompt.optionsFrom === undefined
          ? []
          : [
              {
                kind: 'source changed',
                name: '',
                change: (was: Prompt) =>
                  ({ ...without(was, 'optionsFrom'), options: [{ id: 'else', label: 'Something else' }] }) as Prompt
              }
            ]),
        ...(prompt.type === 'choices'
          ? [{ kind: 'bounds narrowed', name: 'pick', change: of('choices', () => ({ pick: { max: 1 } })) }]
          : [])
      ]
    case 'ranking':
      return [
        ...listEdits('option', 'options', prompt.options, 'label', (options) => of('ranking', () => ({ options }))),
        ...(prompt.optionsFrom === undefined
          ? []
          : [{ kind: 'source changed', name: '', change: of('ranking', () => ({ optionsFrom: 'willing' })) }])
      ]
    case 'scale':
      return scaleEdits(prompt)
    case 'table':
      return tableEdits(prompt)
    case 'sentence':
      return sentenceEdits(prompt)
    case 'plan':
      return [
        { kind: 'plan part reworded', name: 'if', change: of('plan', () => ({ ifLabel: 'Whenever' })) },
        { kind: 'plan part reworded', name: 'then', change: of('plan', () => ({ thenLabel: 'I never' })) },
        {
          kind: 'plan part reworded',
          name: 'default',
          change: (was) => without(was, 'ifLabel')
        }
      ]
    case 'number':
      return [
        { kind: 'bounds narrowed', name: 'max', change: of('number', () => ({ max: 30 })) },
        { kind: 'bounds narrowed', name: 'min', change: of('number', () => ({ min: 45 })) },
        { kind: 'bounds widened', name: 'max', change: of('number', () => ({ max: 500 })) },
        { kind: 'unit changed', name: '', change: of('number', () => ({ unit: 'days' })) }
      ]
    case 'date':
      return [
        { kind: 'bounds narrowed', name: 'latest', change: of('date', () => ({ latest: '2025-01-01' })) },
        { kind: 'bounds narrowed', name: 'earliest', change: of('date', () => ({ earliest: '2026-06-01' })) },
        { kind: 'bounds widened', name: '', change: of('date', () => ({ latest: '2030-01-01' })) }
      ]
    case 'recall':
      return [
        { kind: 'rewording no more', name: '', change: of('recall', () => ({ reword: false })) },
        { kind: 'source changed', name: '', change: of('recall', () => ({ of: [{ prompt: 'gone' }] })) }
      ]
    case 'yes-no':
    case 'note':
      return []
  }
}

/** Edits of a list of named parts. `words` is the key that holds what the learner sees. */
function listEdits<P extends { readonly id: string }, K extends keyof P>(
  what: string,
  path: string,
  parts: readonly P[],
  words: K,
  put: (parts: readonly P[]) => Change
): PartEdit[] {
  if (parts.length === 0) return []
  const edit = (kind: string, name: string, now: readonly P[]): PartEdit => ({
    kind: `${what} ${kind}`,
    name,
    change: put(now)
  })
  return [
    ...parts.flatMap((part, index) => {
      const renamed = { ...part, id: `${part.id}-new` }
      const next = parts[(index + 1) % parts.length] ?? part
      const swapped = parts.map((each) =>
        each === part ? { ...each, [words]: next[words] } : each === next ? { ...each, [words]: part[words] } : each
      )
      return [
        ...(parts.length > 1 ? [edit('removed', part.id, parts.toSpliced(index, 1))] : []),
        edit('renamed', part.id, parts.with(index, renamed)),
        {
          ...edit('renamed with a line', part.id, parts.with(index, renamed)),
          path: `${path}.${part.id}`,
          to: `${path}.${renamed.id}`
        },
        edit('reworded', part.id, parts.with(index, { ...part, [words]: `Something new for ${part.id}` })),
        ...(next === part ? [] : [edit('exchanged', part.id, swapped)]),
        ...(next === part ? [] : [edit('moved', part.id, parts.toSpliced(index, 1).concat(part))])
      ]
    }),
    edit('added', '', [...parts, { ...parts[0], id: 'fresh', [words]: 'Something fresh' } as unknown as P])
  ]
}

function scaleEdits({ labels, statements, from, to }: PromptOf<'scale'>): PartEdit[] {
  const scale = (kind: string, name: string, change: Partial<PromptOf<'scale'>>): PartEdit => ({
    kind,
    name,
    change: of('scale', () => change)
  })
  const numbers = Object.keys(labels)
  const reversed = Object.fromEntries(
    numbers.map((number, index) => [number, labels[numbers.at(-1 - index) ?? ''] ?? ''])
  )
  return [
    ...listEdits('statement', 'statements', statements, 'text', (now) => of('scale', () => ({ statements: now }))),
    scale('scale narrowed', 'to', { to: to - 2, labels: {} }),
    scale('scale narrowed', 'from', { from: from + 1, labels: {} }),
    scale('scale widened', 'to', { to: to + 2 }),
    scale('scale labels reversed', '', { labels: reversed }),
    scale('scale labels removed', '', { labels: {} }),
    ...numbers.map((number) =>
      scale('scale label reworded', number, { labels: { ...labels, [number]: 'Another label' } })
    ),
    ...(statements.length === 0
      ? [scale('statements added', '', { statements: [{ id: 'it', text: 'It' }] })]
      : [scale('statements removed', '', { statements: [] }), scale('not sure removed', '', { unsure: false })])
  ]
}

function tableEdits(prompt: PromptOf<'table'>): PartEdit[] {
  const { columns, rows, rowsFrom, addRows } = prompt
  return [
    ...listEdits('column', 'columns', columns, 'title', (now) => of('table', () => ({ columns: now }))),
    ...listEdits('row', 'rows', rows, 'label', (now: readonly Option[]) => of('table', () => ({ rows: now }))),
    ...columns.flatMap((column, index) => [
      ...listEdits('cell option', `columns.${column.id}`, column.options, 'label', (options) =>
        of('table', () => ({ columns: columns.with(index, { ...column, options }) }))
      ),
      ...(['text', 'choice', 'yes-no'] as const)
        .filter((type) => type !== column.type)
        .map((type): PartEdit => ({
          kind: 'column of another type',
          name: `${column.id} ${type}`,
          change: of('table', () => ({
            columns: columns.with(index, {
              ...column,
              type,
              options: type === 'choice' ? [{ id: 'a', label: 'A' }] : []
            })
          }))
        }))
    ]),
    ...(addRows === undefined
      ? []
      : [
          { kind: 'bounds narrowed', name: 'rows', change: of('table', () => ({ addRows: { max: 0 } })) },
          {
            kind: 'name of an added row taken',
            name: '',
            change: of('table', () => ({ rows: [...rows, { id: 'the board say11', label: 'The trustees' }] }))
          },
          {
            kind: 'added rows no more',
            name: '',
            change: (was: Prompt) => without(was, 'addRows')
          }
        ]),
    ...(rowsFrom === undefined
      ? []
      : [
          {
            kind: 'source changed',
            name: '',
            change: (was: Prompt) =>
              ({ ...without(was, 'rowsFrom'), rows: [{ id: 'other', label: 'Other' }] }) as Prompt
          }
        ])
  ]
}

function sentenceEdits({ template, gaps }: PromptOf<'sentence'>): PartEdit[] {
  const sentence = (kind: string, name: string, change: Partial<PromptOf<'sentence'>>): PartEdit => ({
    kind,
    name,
    change: of('sentence', () => change)
  })
  return [
    sentence('sentence reworded', '', { template: `Now ${template}` }),
    ...Object.entries(gaps).flatMap(([id, gap]) => {
      const { [id]: _, ...others } = gaps
      const now = { template: template.replace(`{${id}}`, `{${id}-new}`), gaps: { ...others, [`${id}-new`]: gap } }
      return [
        sentence('gap removed', id, { template: template.replace(`{${id}}`, '…'), gaps: others }),
        sentence('gap renamed', id, now),
        { ...sentence('gap renamed with a line', id, now), path: `gaps.${id}`, to: `gaps.${id}-new` },
        sentence('gap reworded', id, { gaps: { ...gaps, [id]: { ask: 'Another gap?' } } })
      ]
    }),
    sentence('gap added', '', { template: `${template} And {more}.`, gaps: { ...gaps, more: { ask: 'More?' } } })
  ]
}
