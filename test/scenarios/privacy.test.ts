import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, inject, it } from 'vitest'
import { bundledPacks } from '../../src/pack/bundled/bundled.ts'
import { privatePrompts } from '../../src/pack/privacy.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { answering, asAnswers } from '../kit/answering.ts'
import { runs } from '../kit/long.ts'
import { lastId, launcher, newHome, type Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const formats = ['md', 'html', 'docx', 'txt', 'json'] as const

/** Everything that leaves a journal without leave: all formats, one file an entry too, with what standard error says. */
async function everyExport(home: Home): Promise<string> {
  const texts: string[] = []
  for (const format of formats) {
    const output = `out/${format}/`
    const { code, stderr } = await home.run(['export', '--format', format, '--output', output])
    expect(code).toBe(0)
    const folder = path.join(home.dir, output)
    for (const name of fs.readdirSync(folder)) {
      const bytes = fs.readFileSync(path.join(folder, name))
      texts.push(
        name,
        format === 'docx'
          ? Object.values(unzipSync(bytes))
              .map((part) => Buffer.from(part).toString())
              .join('\n')
          : bytes.toString()
      )
    }
    texts.push(stderr)
  }
  texts.push((await home.run(['progress', '--statement'])).stdout)
  return texts.join('\n')
}

/** An answer with a token in every string that its prompt lets a learner type. */
function marked(prompt: Prompt, answer: Answer, token: string): Answer {
  switch (prompt.type) {
    case 'text':
    case 'recall':
      return `Words ${token}`
    case 'list':
      return [`${token}a`, `${token}b`]
    case 'sentence':
    case 'plan':
      return Object.fromEntries(Object.keys(Object(answer)).map((key) => [key, `${token}${key}`])) as Answer
    case 'table': {
      const rows = Array.isArray(answer) ? answer : []
      const given = new Set(prompt.rows.map(({ id }) => id))
      const columns = prompt.columns.filter(({ type }) => type === 'text')
      return rows.map((row: object, index) => ({
        ...row,
        ...('row' in row && given.has(String(row.row)) ? {} : { row: `${token}row${index}` }),
        ...Object.fromEntries(columns.map(({ id }) => [id, `${token}${id}`]))
      })) as Answer
    }
    default:
      return answer
  }
}

describe('the bundled packs', () => {
  const packs = bundledPacks(inject('installDir'))
  const exercises = packs.flatMap((pack) =>
    pack.exercises.map((exercise) => [`${pack.id}/${exercise.id}`, exercise] as const)
  )

  it.each(exercises)('let nothing out of %s that tells of other people', async (name, exercise) => {
    const hidden = privatePrompts([exercise])
    const scene = { exercise, earlier: new Map(), words: english.entry, times: 0 }
    const said = answering(scene, (prompt, answer, number) =>
      marked(prompt, answer, `${hidden.has(`${exercise.id}/${prompt.id}`) ? 'secret' : 'open'}${number}x`)
    )
    const input = JSON.stringify(asAnswers(said))
    const home = newHome()
    expect(await home.run(['start', name, '--answers', '-'], { input })).toMatchObject({ code: 0, stderr: '' })
    const out = await everyExport(home)
    expect(out).not.toContain('secret')
    for (const [token] of input.matchAll(/open\d+x/g)) expect(out).toContain(token)
    const all = await home.run(['export', '--include-private', '--format', 'txt'])
    for (const [token] of input.matchAll(/secret\d+x/g)) expect(all.stdout).toContain(token)
  })

  /** The prompts that may leave. Whoever changes this list has asked whether their answers tell of other people. */
  const open = `
    across-the-boundary:
    after-supervision:
    answerable: decision role thin kind
    before-supervision:
    borrowed-yardsticks: measures helps helps.follow_up misleads misleads.follow_up order least least.follow_up
    bring-a-problem:
    choose-your-change: name role role.follow_up sure
    friday-night: name role home counted
    full-turn: event
    lead-a-review:
    leap-or-steps: first-day pace pace.follow_up say
    led-well-or-badly:
    listen-and-ask:
    new-better: quadrant evidence
    no-paying-customer: publics loudest
    nobody-asked: fair
    reading-the-room: meeting role lean needed
    return-visit: now then between begun begun.follow_up reader sentence look
    review-alone:
    rivals-and-opponents:
    steadying-sentence: sentence recognise recognise.follow_up
    team-or-group: name role signs less
    ten-minutes:
    the-way-it-was-done: ratings
    three-corners: eyes
    three-questions: so-what
    three-tests: steady claim capacity corners weakest
    try-it-small: predict look
    weekly-log:
    what-did-not-happen: harm signs low need high high.follow_up rivals councillor councillor.follow_up
    what-the-test-showed: happened predicted look-again
    where-is-there-room: places benefit reach
    who-leads-here: work role needs now
    without-authority: role mine
    your-own-part:`

  it('hold back every answer of a prompt that is not on this list', () => {
    const found = packs.flatMap((pack) =>
      pack.exercises.map((exercise) => {
        const hidden = privatePrompts([exercise])
        const isOpen = ({ id, type }: Prompt) => type !== 'note' && !hidden.has(`${exercise.id}/${id}`)
        const ids = exercise.prompts.filter(isOpen).map(({ id }) => id)
        return `${exercise.id}: ${ids.join(' ')}`.trimEnd()
      })
    )
    expect(found.toSorted()).toEqual(open.trim().split(/\n\s*/))
  })
})

describe('a private answer whose marker was lost', () => {
  it.each([
    ['of an installed pack', 'three-questions'],
    ['of a pack that is gone', 'gone']
  ])('%s stays in the journal', async (_, pack) => {
    const home = newHome()
    const answers = {
      'so-what': 'me',
      'so-what.follow_up': 'Because of secret1.',
      'now-what': { if: 'secret2', then: 'go' }
    }
    const { stdout } = await home.run(['start', 'three-questions', '--answers', '-', '--json'], {
      input: JSON.stringify(answers)
    })
    const { file } = JSON.parse(stdout) as { file: string }
    const text = fs.readFileSync(file, 'utf8').replaceAll(/^<!-- reflect:(?:so-what\.|now).*\n/gm, '')
    fs.writeFileSync(file, text.replaceAll('pack: three-questions', `pack: ${pack}`))
    expect(await everyExport(home)).not.toContain('secret')
  })
})

describe('what is private beside a private answer', () => {
  const answers = {
    what: 'Words.',
    'so-what': 'me',
    'so-what.follow_up': 'secret1',
    'now-what': { if: 'secret2', then: 'go' }
  }
  const written = async (change: (text: string) => string) => {
    const home = newHome()
    const { stdout } = await home.run(['start', 'three-questions', '--answers', '-', '--json'], {
      input: JSON.stringify(answers)
    })
    const { file } = JSON.parse(stdout) as { file: string }
    fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')))
    return home
  }

  it.each([
    [
      'was written before the pack said so',
      (text: string) => text.replaceAll(/^(<!-- reflect:(?:so|now)-what\S* \w+) private/gm, '$1')
    ],
    [
      'follows up an answer that was marked by hand',
      (text: string) =>
        text
          .replaceAll(' private', '')
          .replaceAll('three-questions', 'gone')
          .replace('so-what choice', 'so-what choice private')
          .replaceAll('secret2', 'this')
    ],
    [
      'is another version of the same answer',
      (text: string) => `${text}\n<!-- reflect:what text -->\n## What happened\n\n> What?\n\nsecret3\n`
    ]
  ])('stays in the journal if it %s', async (_, change) => {
    const home = await written(change)
    expect((await home.run(['show', 'last'])).stdout).toContain('secret')
    expect(await everyExport(home)).not.toContain('secret')
  })
})

describe('an entry of an earlier version', () => {
  it('keeps what a new version says to be about a private answer, under new names too', async () => {
    const home = newHome()
    const add = async (version: string, exercise: object, more: object = {}) => {
      const pack = { format: 1, id: 'about', version, title: 'About', language: 'en', ...more, exercises: [exercise] }
      const file = path.join(home.dir, 'about.yaml')
      fs.writeFileSync(file, JSON.stringify(pack))
      expect((await home.run(['pack', 'add', file, '--yes'])).code).toBe(0)
    }
    const first = { id: 'a', private: true, ask: 'What?' }
    await add('1.0.0', { id: 'one', title: 'One', minutes: 1, prompts: [first, { id: 'b', ask: 'And then?' }] })
    await home.run(['start', 'one', '--answers', '-'], { input: '{"a":"secret1","b":"secret2"}' })
    expect((await home.run(['export'])).stdout).toContain('secret2')
    const prompts = [
      { ...first, id: 'moment' },
      { id: 'after', about: 'moment', ask: 'And then?' }
    ]
    const renamed = { one: 'first', 'one/a': 'first/moment', 'one/b': 'first/after' }
    await add('2.0.0', { id: 'first', title: 'One', minutes: 1, prompts }, { renamed })
    expect(await everyExport(home)).not.toContain('secret')
  })
})

describe('a draft', () => {
  it('takes the privacy of a new version of its pack, but not against what was chosen in the same version', async () => {
    const home = newHome()
    const packAs = (version: string, isPrivate: boolean) => {
      const prompts = [
        { id: 'a', private: isPrivate, ask: 'What?' },
        { id: 'b', ask: 'And then?' }
      ]
      const exercise = { id: 'one', title: 'One', minutes: 1, prompts }
      const pack = { format: 1, id: 'about', version, title: 'About', language: 'en', exercises: [exercise] }
      fs.writeFileSync(path.join(home.dir, 'about.yaml'), JSON.stringify(pack))
      return ['--pack', 'about.yaml']
    }
    const markerOfDraft = () => {
      const [name = ''] = fs.readdirSync(path.join(home.journal, 'drafts'))
      return /^<!-- reflect:a .*$/m.exec(fs.readFileSync(path.join(home.journal, 'drafts', name), 'utf8'))?.[0]
    }
    await home.run(['start', 'one', '--plain', ...packAs('1.0.0', false)], { input: '\nsecret\n.\n' })
    expect(markerOfDraft()).toBe('<!-- reflect:a text -->')
    await home.run(['start', 'one', '--plain', ...packAs('2.0.0', true)], { input: '\n' })
    expect(markerOfDraft()).toBe('<!-- reflect:a text private -->')
    await home.run(['start', 'one', '--plain', ...packAs('2.0.0', true)], { input: ':overview\nprivate 1\n\n' })
    expect(markerOfDraft()).toBe('<!-- reflect:a text -->')
    await home.run(['start', 'one', '--plain', ...packAs('2.0.0', true)], { input: '\n' })
    expect(markerOfDraft()).toBe('<!-- reflect:a text -->')
  })
})

const oneAboutPrompts = [
  { id: 'a', title: 'The moment', ask: 'What?' },
  { id: 'b', about: 'a', ask: 'And then?' }
]

/** A home with an entry of two answers, the second of which is about the first. */
async function oneAbout(): Promise<{ home: Home; file: string; markers: () => string[] }> {
  const home = newHome()
  const exercise = { id: 'one', title: 'One', minutes: 1, prompts: oneAboutPrompts }
  const pack = { format: 1, id: 'about', version: '1.0.0', title: 'About', language: 'en', exercises: [exercise] }
  fs.writeFileSync(path.join(home.dir, 'about.yaml'), JSON.stringify(pack))
  await home.run(['pack', 'add', path.join(home.dir, 'about.yaml'), '--yes'])
  const { stdout } = await home.run(['start', 'one', '--answers', '-', '--json'], {
    input: '{"a":"secret1","b":"secret2"}'
  })
  const { file } = JSON.parse(stdout) as { file: string }
  return { home, file, markers: () => fs.readFileSync(file, 'utf8').match(/^<!-- .*$/gm) ?? [] }
}

describe('what the learner makes private', () => {
  it('takes along what is about it, also in a finished entry', async () => {
    const { home, markers } = await oneAbout()
    expect(markers()).toEqual(['<!-- reflect:a text -->', '<!-- reflect:b text -->'])
    const { stdout } = await home.run(['edit', await lastId(home), '--plain'], { input: 'private 1\nprivate 2\n\n' })
    expect(stdout).toContain('This stays private, because it has to do with "The moment", which is private.')
    expect(markers()).toEqual(['<!-- reflect:a text private -->', '<!-- reflect:b text private -->'])
    expect(await everyExport(home)).not.toContain('secret')
  })

  it('takes along what an entry of another exercise quotes or tells of it, also if it was written before', async () => {
    const home = newHome()
    const one = { id: 'one', title: 'One', minutes: 1, prompts: oneAboutPrompts }
    const two = {
      id: 'two',
      title: 'Two',
      minutes: 1,
      prompts: [
        { id: 'c', title: 'C', ask: 'You said: {{one/b|nothing}}. Well?' },
        { id: 'd', about: 'one/b', ask: 'And what of it?' },
        { id: 'e', ask: 'What else?' }
      ]
    }
    const three = { id: 'three', title: 'Three', minutes: 1, prompts: [{ id: 'f', about: 'two/d', ask: 'So?' }] }
    const pack = { format: 1, id: 'about', version: '1.0.0', title: 'A', language: 'en', exercises: [one, two, three] }
    fs.writeFileSync(path.join(home.dir, 'about.yaml'), JSON.stringify(pack))
    await home.run(['pack', 'add', path.join(home.dir, 'about.yaml'), '--yes'])
    const start = (name: string, answers: object) =>
      home.run(['start', `about/${name}`, '--answers', '-'], { input: JSON.stringify(answers) })
    const { stdout } = await start('one', { a: 'secret1', b: 'secret2' })
    await start('two', { c: 'secret3', d: 'secret4', e: 'open1' })
    await start('three', { f: 'secret5' })
    const before = await everyExport(home)
    for (const token of ['secret1', 'secret2', 'secret3', 'secret4', 'secret5']) expect(before).toContain(token)
    fs.rmSync(path.join(home.dir, 'out'), { recursive: true })
    const text = fs.readFileSync(stdout.trim(), 'utf8')
    fs.writeFileSync(stdout.trim(), text.replace('<!-- reflect:a text -->', '<!-- reflect:a text private -->'))
    const out = await everyExport(home)
    expect(out).not.toContain('secret')
    expect(out).toContain('open1')
    const next = await start('two', { c: 'later' })
    expect(fs.readFileSync(next.stdout.trim(), 'utf8')).toContain('<!-- reflect:c text private -->')
  })

  it('says at the question why it is private, and why it stays so', async () => {
    const { home } = await oneAbout()
    const input = '\n:private\nwords\n.\n:private\nmore\n.\n\n'
    const { stdout } = await home.run(['start', 'one', '--again', '--plain'], { input })
    expect(stdout).toContain('Private, like "The moment": this answer is left out')
    expect(stdout).toContain('This stays private, because it has to do with "The moment"')
  })

  it('is marked at the full screen', async () => {
    const { home } = await oneAbout()
    const terminal = openTerminal([launcher(), 'start', 'one', '--again'], { env: home.env })
    await terminal.until('Enter begin')
    terminal.type('\r')
    await terminal.until('Esc overview')
    terminal.type('\u000f')
    await terminal.until('Ctrl-P')
    terminal.type('\u0010')
    await terminal.until('like "The moment"')
    terminal.type('\u001b[B\u0010')
    await terminal.until('This stays private')
    terminal.type('\r')
    await terminal.until('private · like "The moment"')
  })
})

describe('export --include-private in a terminal', () => {
  const home = async () =>
    (
      await oneAbout().then(
        async (made) => (
          await made.home.run(['edit', await lastId(made.home), '--plain'], { input: 'private 1\n\n' }),
          made
        )
      )
    ).home

  it.each([
    ['is asked for, and Enter means no', '\r', false],
    ['leave after yes', 'y\r', true]
  ])('private answers %s', async (_, keys, leaves) => {
    const { env, dir } = await home()
    // The copy goes to a file: the question must not.
    const line = `"${process.execPath}" "${launcher()}" export --include-private > "${dir}/copy.md" && echo The end.`
    const terminal = openTerminal(['-c', line], { env, command: 'sh' })
    await terminal.until('Export 2 private answers too?')
    expect(terminal.screen()).toContain('1  The moment')
    terminal.type(keys)
    await terminal.until('The end.')
    const copy = fs.readFileSync(path.join(dir, 'copy.md'), 'utf8')
    expect(copy.includes('secret')).toBe(leaves)
    expect(copy).not.toContain('Let 2')
  })

  it('nothing is written if the learner leaves, and nothing is asked with --yes', async () => {
    const { env, dir } = await home()
    const output = path.join(dir, 'copy.md')
    const asked = openTerminal([launcher(), 'export', '--include-private', '--output', output], { env })
    await asked.until('private answers too?')
    asked.type('\u0003')
    expect((await asked.ended).exitCode).toBe(130)
    expect(asked.everything()).toContain('Nothing was exported.')
    expect(fs.existsSync(output)).toBe(false)
    const told = openTerminal([launcher(), 'export', '--include-private', '--yes', '--output', output], { env })
    await told.until('1 entry with 2 answers.')
    expect(fs.readFileSync(output, 'utf8')).toContain('secret1')
    expect(told.everything()).not.toContain('private answers too?')
  })
})

/** A random exercise: each prompt may build on earlier ones in any way. */
const exerciseArbitrary = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        'text',
        'list',
        'about',
        'quote',
        'help',
        'recall',
        'choice',
        'ranking',
        'rows',
        'added',
        'sentence',
        'plan',
        'follow'
      ),
      stated: fc.constantFrom(true, false, undefined, undefined),
      from: fc.nat(7),
      isTitled: fc.boolean()
    }),
    { minLength: 3, maxLength: 9 }
  )
  .map((parts) => {
    const lists: number[] = []
    return parts.map((part, index) => {
      const isOffered = ['choice', 'ranking', 'rows'].includes(part.kind)
      const kind = index === 0 ? 'text' : isOffered && lists.length === 0 ? 'list' : part.kind
      if (kind === 'list' || kind === 'added') lists.push(index)
      const source =
        isOffered && kind !== 'list' ? (lists[part.from % lists.length] ?? 0) : part.from % Math.max(1, index)
      return { ...part, kind, index, source }
    })
  })

interface Part {
  readonly kind: string
  readonly stated: boolean | undefined
  readonly isTitled: boolean
  readonly index: number
  /** The earlier part that it builds on. */
  readonly source: number
}

const nameOf = (index: number) => `p${index}`

function promptOf({ kind, stated, index, source, isTitled }: Part): object {
  const from = nameOf(source)
  const common = {
    id: nameOf(index),
    ask: `Tell ${index}.`,
    ...(isTitled ? { title: `Title ${index}` } : {}),
    ...(stated === undefined ? {} : { private: stated })
  }
  const columns = [{ id: 'c', title: 'C' }]
  switch (kind) {
    case 'list':
      return { ...common, type: 'list', people: true }
    case 'about':
      return { ...common, about: from }
    case 'quote':
      return { ...common, ask: `You said {{${from}|nothing}}. And?` }
    case 'help':
      return { ...common, help: `Of {{${from}|nothing}}.` }
    case 'recall':
      return { ...common, type: 'recall', of: from, reword: true }
    case 'choice':
      return { ...common, type: 'choice', options_from: from, follow_up: 'Why?' }
    case 'ranking':
      return { ...common, type: 'ranking', options_from: from }
    case 'rows':
      return { ...common, type: 'table', rows_from: from, columns }
    case 'added':
      return { ...common, type: 'table', add_rows: { max: 3 }, columns, people: true }
    case 'sentence':
      return { ...common, type: 'sentence', template: `Of {{${from}|it}}: {g}.`, gaps: { g: { ask: 'G?' } } }
    case 'plan':
      return { ...common, type: 'plan', about: [from, nameOf(0)] }
    case 'follow':
      return { ...common, type: 'choice', options: ['a', 'b'], follow_up: { ask: 'How?', about: from } }
    default:
      return common
  }
}

function answerOf({ kind, index, source }: Part, parts: readonly Part[]): Record<string, unknown> {
  const id = nameOf(index)
  const token = `token${index}x`
  const offered = itemsOf(parts[source])
  switch (kind) {
    case 'list':
      return { [id]: itemsOf({ kind, index }) }
    case 'choice':
      return { [id]: offered[0], [`${id}.follow_up`]: `Because ${token}` }
    case 'follow':
      return { [id]: 'a', [`${id}.follow_up`]: `Because ${token}` }
    case 'ranking':
      return { [id]: offered.toReversed() }
    case 'rows':
      return { [id]: offered.map((row) => ({ row, c: token })) }
    case 'added':
      return { [id]: itemsOf({ kind, index }).map((row) => ({ row, c: token })) }
    case 'sentence':
      return { [id]: { g: token } }
    case 'plan':
      return { [id]: { if: token, then: token } }
    default:
      return { [id]: `Words ${token}` }
  }
}

function itemsOf(part: Pick<Part, 'kind' | 'index'> | undefined): string[] {
  return part === undefined ? [] : [`Name token${part.index}x`, `Other token${part.index}x`]
}

/** The rule, in other words than the program's: who wrote what, and what follows from it. */
function secretsIn(parts: readonly Part[]): Set<string> {
  const hidden = new Set<number>()
  const secrets = new Set<string>()
  for (const { index, source, kind, stated } of parts) {
    const inherits =
      !['text', 'list', 'added', 'follow'].includes(kind) && (hidden.has(source) || (kind === 'plan' && hidden.has(0)))
    if (stated === true || inherits) hidden.add(index)
    if (hidden.has(index) || (kind === 'follow' && hidden.has(source))) secrets.add(`token${index}x`)
  }
  return secrets
}

describe('no export holds what was typed under a private prompt', () => {
  it('or under one that builds on it, however they are chained', async () => {
    await fc.assert(
      fc.asyncProperty(exerciseArbitrary, async (parts) => {
        const home = newHome()
        const exercise = { id: 'one', title: 'One', minutes: 1, prompts: parts.map(promptOf) }
        const pack = { format: 1, id: 'chain', version: '1.0.0', title: 'Chain', language: 'en', exercises: [exercise] }
        fs.writeFileSync(path.join(home.dir, 'chain.yaml'), JSON.stringify(pack))
        const input = JSON.stringify(Object.assign({}, ...parts.map((part) => answerOf(part, parts))))
        const { code, stderr } = await home.run(['start', 'one', '--pack', 'chain.yaml', '--answers', '-'], { input })
        expect(`${code} ${stderr}`).toBe('0 ')
        const out = await everyExport(home)
        const secrets = secretsIn(parts)
        for (const secret of secrets) expect(out).not.toContain(secret)
        const open = [...input.matchAll(/token\d+x/g)].map(([token]) => token).filter((token) => !secrets.has(token))
        for (const token of open) expect(out).toContain(token)
      }),
      { numRuns: runs(40) }
    )
  })
})
