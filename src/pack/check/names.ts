import type { Report, SourceSpan } from '../diagnostic.ts'
import type { CheckedPart, Outline, PromptOutline } from './outline.ts'
import { foldCase } from '../../text/folding.ts'
import { isDevice } from '../format.ts'
import { headOf, at, itemsOf, pairsOf, textOf, type Node } from '../yaml/tree.ts'

/** A name and its place in the file. */
interface Named {
  readonly name: string
  readonly span: SourceSpan
}

/** Names with a meaning in conditions and answers. */
const RESERVED = ['other', 'follow_up']
const RESERVED_FOR_PROMPTS = { 1: [...RESERVED, 'all', 'any', 'not'], 2: [...RESERVED, 'all', 'any', 'not', 'times'] }
const RESERVED_FOR_COLUMNS = [...RESERVED, 'row']

/** Checks that ids of exercises, prompts, options, statements, columns, rows and gaps are unique and not reserved. */
export function checkNames({ format, manifest, exercises }: Outline): void {
  checkDevices([...named(at(manifest.node, 'id')), ...keysOf(at(manifest.node, 'routes'))], manifest.report)
  const seen = new Map<string, string>()
  for (const { part, prompts } of exercises) {
    if (part === undefined) continue
    const [id] = named(at(part.node, 'id'))
    if (id !== undefined) {
      const first = seen.get(id.name)
      if (first !== undefined) part.report('same-exercise', id.span, { name: id.name, file: first })
      else seen.set(id.name, part.file)
      checkDevices([id], part.report)
    }
    checkPromptIds(prompts, RESERVED_FOR_PROMPTS[format], part)
  }
}

function checkPromptIds(prompts: readonly PromptOutline[], reserved: readonly string[], part: CheckedPart): void {
  const ids = idsOf(prompts.map(({ node }) => node))
  checkDevices(ids, part.report)
  checkUnique(ids, reserved, part)
  for (const { node } of prompts) {
    const columns = itemsOf(at(node, 'columns'))
    checkUnique(idsOf(columns), RESERVED_FOR_COLUMNS, part)
    checkUnique(idsOf(itemsOf(at(node, 'statements'))), RESERVED, part)
    checkUnique(keysOf(at(node, 'gaps')), RESERVED, part)
    for (const options of [at(node, 'options'), at(node, 'rows'), ...columns.map((column) => at(column, 'options'))]) {
      checkOptions(options, part)
    }
  }
}

function checkDevices(all: readonly Named[], report: Report): void {
  for (const { name, span } of all) if (isDevice(name)) report('device-name', span, { name })
}

function checkUnique(all: readonly Named[], reserved: readonly string[], { report, lines }: CheckedPart): void {
  const seen = new Map<string, SourceSpan>()
  for (const { name, span } of all) {
    const first = seen.get(name)
    if (reserved.includes(name)) report('reserved-id', span, { name })
    else if (first !== undefined) report('duplicate-id', span, { name, line: lines.positionOf(first.start).line })
    else seen.set(name, span)
  }
}

/** Checks options or rows. A text without an id is its own id, so texts must be unique as well. */
export function checkOptions(
  options: Node | undefined,
  { report, lines }: Pick<CheckedPart, 'report' | 'lines'>
): void {
  const seen = new Map<string, SourceSpan>()
  for (const { id, label } of optionsOf(options)) {
    const place = (id ?? label)?.span
    if (place === undefined) continue
    if (id !== undefined && RESERVED.includes(id.name)) report('reserved-id', place, { name: id.name })
    const keys = [...(id ? [`id ${id.name}`] : []), ...(label ? [`label ${alike(label.name)}`] : [])]
    const first = keys.map((key) => seen.get(key)).find((span) => span !== undefined)
    if (first !== undefined)
      report('repeated-option', place, {
        name: label?.name ?? id?.name ?? '',
        line: lines.positionOf(first.start).line
      })
    for (const key of keys) seen.set(key, place)
  }
}

/** Options may be written as a text, `{ id, label }`, or `id: label`. */
function optionsOf(options: Node | undefined): { id?: Named | undefined; label?: Named | undefined }[] {
  const written =
    options?.kind === 'map' ? options.pairs.map((pair) => ({ ...options, pairs: [pair] })) : itemsOf(options)
  return written.map((item) => {
    const [label] = named(item)
    if (label !== undefined) return { id: label, label }
    const [short] = pairsOf(item).length === 1 ? keysOf(item) : []
    return short !== undefined && short.name !== 'id'
      ? { id: short, label: named(at(item, short.name))[0] }
      : { id: named(at(item, 'id'))[0], label: named(at(item, 'label'))[0] }
  })
}

function alike(label: string): string {
  return foldCase(label).trim().replaceAll(/\s+/g, ' ')
}

function named(node: Node | undefined): Named[] {
  const name = textOf(node)
  return name === undefined || node === undefined ? [] : [{ name, span: headOf(node) }]
}

function idsOf(nodes: readonly Node[]): Named[] {
  return nodes.flatMap((node) => named(at(node, 'id')))
}

function keysOf(node: Node | undefined): Named[] {
  return pairsOf(node).map(({ key, keySpan }) => ({ name: key, span: keySpan }))
}
