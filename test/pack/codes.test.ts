import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePack } from '../../src/pack/source/parse.ts'
import type { Pack, PackFile } from '../../src/pack/model.ts'
import { english } from '../../src/words/index.ts'
import { chunk, jpeg, pictured, png } from '../kit/pictures.ts'
import { codesOf, file, HEAD, MANIFEST, ONE, packAround, read } from '../kit/packs.ts'

const page = fs.readFileSync(path.join(import.meta.dirname, '../../docs/pack-codes.md'), 'utf8')

/** A section of the page with its examples; `before` is the earlier version of the pack. */
interface Section {
  readonly code: string
  readonly before?: string
  readonly Wrong: readonly string[]
  readonly Right: readonly string[]
  /** The examples are described instead of shown. */
  readonly told: boolean
}

const sections = page.split(/^### /m).slice(1).map(sectionOf)

function sectionOf(text: string): Section {
  const shown = (kind: string) =>
    [...text.matchAll(new RegExp(`^${kind}:\\n\\n\`\`\`yaml\\n([^]*?)^\`\`\``, 'gm'))].map(([, yaml = '']) => yaml)
  const [before] = shown('Before')
  return {
    code: /^`([\w-]+)`/.exec(text)?.[1] ?? '',
    Wrong: shown('Wrong'),
    Right: shown('Right'),
    told: /^Wrong: .*Right: /m.test(text),
    ...(before === undefined ? {} : { before })
  }
}

/** The pack that routes of the examples lead to. */
const elsewhere: Pack = {
  format: 1,
  id: 'public-value',
  version: '1.0.0',
  title: 'Public value',
  language: 'en',
  authors: [],
  exercises: [{ id: 'new-better', title: 'New, better', prompts: [] }],
  routes: {},
  renamed: {},
  retired: []
}

async function checked({ before }: Section, yaml: string) {
  const since = before === undefined ? undefined : read(packAround(before)).pack
  return parsePack(packAround(yaml), 'pack.yaml', {
    ...(since === undefined ? {} : { since }),
    others: () => [elsewhere]
  })
}

const examples = (kind: 'Wrong' | 'Right') =>
  sections.flatMap((section) => section[kind].map((yaml) => ({ code: section.code, section, yaml })))

/** Examples that the page only describes, because they are too large or not printable. */
const NAME = 'images/queue.png'
const QUEUE = `![A queue](${NAME})`

/** A picture of that many kB, most of which is a text in it. */
function heavy(size: number): Buffer {
  return png([chunk('tEXt', Buffer.alloc(size * 1000))])
}

/** A pack of thirty pictures of that many kB. */
function album(size: number): PackFile[] {
  const names = Array.from({ length: 30 }, (_, index) => `images/${index}.png`)
  const files = Object.fromEntries(names.map((name) => [name, heavy(size)]))
  return pictured(names.map((name) => `![A page](${name})`).join(' '), files)
}

const told: Readonly<Record<string, { readonly wrong: readonly PackFile[]; readonly right: readonly PackFile[] }>> = {
  'file-too-large': { wrong: [manifest(1), ...exercises(1, 300)], right: [manifest(2), ...exercises(2, 150)] },
  'not-utf8': { wrong: [manifest(1), latin('latin1')], right: [manifest(1), latin('utf8')] },
  'not-yaml': {
    wrong: [manifest(1), file('e1.yaml', Buffer.from('PK\u0003\u0004 word/document.xml', 'latin1'))],
    right: [manifest(1), ...exercises(1, 1)]
  },
  'old-line-ends': {
    wrong: [manifest(1), file('e1.yaml', exerciseText().replaceAll('\n', '\r'))],
    right: [manifest(1), file('e1.yaml', exerciseText().replaceAll('\n', '\r\n'))]
  },
  'too-many-nodes': { wrong: [manifest(1), wide(20_001)], right: [manifest(1), wide(1000)] },
  'links-out': {
    wrong: [manifest(1), { path: 'e1.yaml', bytes: new Uint8Array(), outside: true }],
    right: [manifest(1), ...exercises(1, 1)]
  },
  'pack-too-large': { wrong: [manifest(21), ...exercises(21, 250)], right: [manifest(11), ...exercises(11, 250)] },
  'too-many-files': {
    wrong: [manifest(1), ...exercises(1, 1), ...texts(499)],
    right: [manifest(1), ...exercises(1, 1), ...texts(400)]
  },
  'template-id': { wrong: ownPack('my-pack'), right: ownPack('nursing-2027') },
  'bundled-id': { wrong: ownPack('public-value'), right: ownPack('value-at-our-school') },
  'no-such-picture': { wrong: pictured(QUEUE), right: pictured(QUEUE, { [NAME]: png() }) },
  'picture-without-alt': {
    wrong: pictured(`![](${NAME})`, { [NAME]: png() }),
    right: pictured(QUEUE, { [NAME]: png() })
  },
  'not-a-picture': {
    wrong: pictured(QUEUE, { [NAME]: Buffer.from('<svg/>') }),
    right: pictured(QUEUE, { [NAME]: png() })
  },
  'picture-misnamed': {
    wrong: pictured(QUEUE, { [NAME]: jpeg }),
    right: pictured('![A queue](images/queue.jpg)', { 'images/queue.jpg': jpeg })
  },
  'picture-too-large': {
    wrong: pictured(QUEUE, { [NAME]: heavy(500) }),
    right: pictured(QUEUE, { [NAME]: heavy(400) })
  },
  'picture-too-wide': {
    wrong: pictured(QUEUE, { [NAME]: png([], { claims: [10_000, 7000] }) }),
    right: pictured(QUEUE, { [NAME]: png([], { claims: [1000, 700] }) })
  },
  'pictures-too-large': { wrong: album(400), right: album(100) },
  'unused-picture': { wrong: pictured('What?', { [NAME]: png() }), right: pictured('What?') },
  'pictures-differ': {
    wrong: pictured(QUEUE, { [NAME]: png() }, 'Beth?'),
    right: pictured(QUEUE, { [NAME]: png() }, `![Ciw](${NAME})`)
  },
  'wrong-folder': {
    wrong: [
      manifest(1),
      ...exercises(1, 1),
      file('translation/cy.yaml', 'title: Fy mhecyn\nexercises: { e1: { title: Un, prompts: { what: Beth? } } }\n')
    ],
    right: [manifest(1), ...exercises(1, 1)]
  },
  'long-text': {
    wrong: [manifest(1), file('e1.yaml', `${exerciseText()}reading: ${'word '.repeat(20_000)}\n`)],
    right: [manifest(1), file('e1.yaml', `${exerciseText()}reading: An outline.\n`)]
  }
}

function ownPack(id: string): PackFile[] {
  const { path: name, bytes } = manifest(1)
  return [file(name, Buffer.from(bytes).toString().replace('my-pack', id)), ...exercises(1, 1)]
}

function exerciseText(): string {
  return ONE.replace('id: one', 'id: e1')
}

/** A manifest with this number of exercises: `e1.yaml` and so on. */
function manifest(count: number): PackFile {
  const names = Array.from({ length: count }, (_, index) => `e${index + 1}.yaml`)
  return file('pack.yaml', MANIFEST.replace('one.yaml, other.yaml', names.join(', ')))
}

/** This number of exercises, each in a file of this size in KiB. */
function exercises(count: number, size: number): PackFile[] {
  return Array.from({ length: count }, (_, index) => {
    const own = ONE.replace('id: one', `id: e${index + 1}`)
    return file(`e${index + 1}.yaml`, `${own}# ${'word '.repeat((size * 1024) / 5 - 40)}\n`)
  })
}

function latin(encoding: 'latin1' | 'utf8'): PackFile {
  return file('e1.yaml', Buffer.from(ONE.replace('What happened?', 'What was the café like?'), encoding))
}

/** An exercise with a condition of this number of values. */
function wide(values: number): PackFile {
  const ids = Array.from({ length: values }, () => 'what').join(', ')
  const prompts = `  - { id: what, ask: What? }\n  - { id: b, ask: Why?, when: { what: { in: [${ids}] } } }\n`
  return file('e1.yaml', HEAD + prompts)
}

function texts(count: number): PackFile[] {
  return Array.from({ length: count }, (_, index) => file(`note-${index}.md`, 'A note.\n'))
}

describe('the page of codes', () => {
  it('explains every code, each once', () => {
    expect(sections.map(({ code }) => code).toSorted()).toEqual(Object.keys(english.diagnostics.codes).toSorted())
  })

  it('has a wrong and a right example of every code, or describes them', () => {
    const without = sections.filter(({ Wrong, Right }) => Wrong.length === 0 || Right.length === 0)
    expect(without.filter((section) => !section.told)).toEqual([])
    expect(without.filter((section) => section.told).map(({ code }) => code)).toEqual(Object.keys(told))
  })

  it.each(examples('Wrong'))(
    '$code is what the wrong example gives, and nothing else',
    async ({ code, section, yaml }) => {
      expect(codesOf((await checked(section, yaml)).diagnostics)).toEqual([code])
    }
  )

  it.each(examples('Right'))('$code is corrected in the right example', async ({ section, yaml }) => {
    const { pack, diagnostics } = await checked(section, yaml)
    expect(diagnostics).toEqual([])
    expect(pack?.id).toBe('my-pack')
  })

  it.each(Object.entries(told))('%s is found and corrected as described', async (code, { wrong, right }) => {
    const found = (files: readonly PackFile[]) => codesOf(parsePack(files, 'pack.yaml', asked).diagnostics)
    const asked = code.endsWith('-id') ? { isBundledId: ({ id }: Pack) => id === elsewhere.id } : {}
    expect(found(wrong)).toEqual([code])
    expect(found(right)).toEqual([])
  })

  it('names the types that have a key used in another type', async () => {
    const { diagnostics } = read(packAround('- id: a\n  ask: What?\n  statements: []\n  options: [x, y]\n'))
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'It belongs to the type "scale": write "type: scale", or remove it.',
      'It belongs to the types "choice", "choices" or "ranking": write "type:" with one of them, or remove it.'
    ])
  })
})
