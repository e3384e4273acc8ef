import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../kit/pack-folders.ts'
import { MANIFEST } from '../kit/packs.ts'
import { filesBelow, newHome } from '../kit/program.ts'
import { needPosix } from '../kit/needs.ts'

const answers = {
  publics: [
    { row: 'user', pays: false, receives: true, say: false },
    { row: 'taxpayer', pays: true }
  ],
  depth: [
    { row: 'A tenant on the ninth floor | flat 3', values: 'to be told *when* the lift will work', known: 'asked' }
  ],
  loudest: 'elected',
  'loudest.follow_up': 'The lift was mended in March.\n\nNobody asked why in March.',
  collision:
    '# Not a heading of ours\n\nOne street asked us to close the footpath.  \n<!-- reflect:question text -->\n\n```\nleft open',
  question: 'To a parent who stopped coming: what was your last visit like?'
}

describe('start --answers', () => {
  it('finds the answers that conditions ask for in an entry whose front matter is unusual YAML', async () => {
    const home = newHome()
    const asked = (id: string, when: string) =>
      `id: ${id}\ntitle: ${id}\nminutes: 5\nprompts:\n  - id: what\n    type: text\n    ask: What?\n${when}`
    const pack = writeFiles(path.join(home.dir, 'pack'), {
      'pack.yaml': MANIFEST.replace('other', 'two'),
      'one.yaml': asked('one', ''),
      'two.yaml': asked('two', '    when: { one/what: { answered: true } }\n')
    })
    const first = await home.run(['start', '--pack', pack, 'one', '--answers', '-'], { input: 'what: x\n' })
    const file = first.stdout.trim()
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('title: one', 'title: !!str "One"'))
    const second = await home.run(['start', '--pack', pack, 'two', '--answers', '-'], { input: 'what: y\n' })
    expect(second).toMatchObject({ code: 0, stderr: '' })
  })

  it('writes one entry, and show gives back exactly the answers', async () => {
    const home = newHome()
    const started = await home.run(['start', 'no-paying-customer', '--answers', '-'], {
      input: JSON.stringify(answers)
    })
    expect(started).toMatchObject({ code: 0, stderr: '' })
    expect(filesBelow(home.journal).filter((file) => file.endsWith('.md'))).toHaveLength(1)
    const shown = await home.run(['show', 'last', '--json'])
    expect(JSON.parse(shown.stdout)).toMatchObject({
      file: started.stdout.trim(),
      exercise: 'no-paying-customer',
      status: 'finished'
    })
    expect(JSON.parse(shown.stdout).answers).toEqual(answers)
  })

  it('takes YAML from a file, skips null and what is absent, and gives the entry as JSON', async () => {
    const home = newHome()
    fs.writeFileSync(path.join(home.dir, 'answers.yaml'), 'question: |-\n  To whom?\ncollision: null\n')
    const started = await home.run(['start', 'no-paying', '--answers', 'answers.yaml', '--tag', 'mine', '--json'])
    const entry = JSON.parse(started.stdout)
    expect(entry.answers).toEqual({ question: 'To whom?' })
    expect(entry.tags).toEqual(['reflection', 'public-value', 'mine'])
    expect(
      entry.prompts.filter((prompt: { skipped: boolean }) => prompt.skipped).map((prompt: { id: string }) => prompt.id)
    ).toEqual(['publics', 'depth', 'loudest', 'collision'])
  })

  it('refuses answers that do not fit, names every fault, and saves nothing', async () => {
    const home = newHome()
    const wrong = {
      loudest: 'nobody',
      publics: [{ row: 'user', pays: 'perhaps' }],
      colision: 'x',
      question: 'two\nlines'
    }
    const started = await home.run(['start', 'no-paying', '--answers', '-'], { input: JSON.stringify(wrong) })
    expect(started.code).toBe(2)
    for (const named of ['loudest', 'publics', 'colision', 'collision', 'question'])
      expect(started.stderr).toContain(named)
    expect(started.stderr).not.toMatch(/\n\s+at /)
    expect(filesBelow(home.journal)).toEqual([])
  })

  it('reads a text as it would be read where it is typed, and refuses one with two meanings', async () => {
    const home = newHome()
    const pack = writeFiles(path.join(home.dir, 'pack'), {
      'pack.yaml': MANIFEST.replace('[one.yaml, other.yaml]', '[one.yaml]'),
      'one.yaml':
        'id: one\ntitle: One\nminutes: 5\nprompts:\n' +
        '  - { id: far, type: number, ask: How far?, unit: km }\n' +
        '  - { id: day, type: date, ask: Which day? }\n' +
        '  - { id: part, type: choice, ask: Which?, options: { led: I led it, saw: I saw it } }\n'
    })
    const start = (input: string) => home.run(['start', '--pack', pack, 'one', '--answers', '-', '--json'], { input })
    const { stdout } = await start('far: 2½ km\nday: 28 December 2026\npart: I saw it\n')
    expect(JSON.parse(stdout).answers).toEqual({ far: 2.5, day: '2026-12-28', part: 'saw' })
    const refused = await start('far: "1.000"\nday: tomorrow\n')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('far: "1.000" could mean 1 km or 1000 km.')
    expect(refused.stderr).toContain('day: This should be a date')
    expect((await start('far: 1.000\n')).stderr).toContain('far: "1.000" could mean 1 km or 1000 km.')
    expect(JSON.parse((await start('far: 2.50\n')).stdout).answers).toEqual({ far: 2.5 })
    const stored = await start('far: "1.234"\n')
    expect(stored.stderr).toContain('far: "1.234" could mean 1.234 km or 1234 km.')
  })

  it.each([
    ['en-GB', '1,500', '5/6/2026', 1500, '2026-06-05'],
    ['en-US', '1,500', '5/6/2026', 1500, '2026-05-06'],
    ['de', '1.500', '5.6.2026', 1500, '2026-06-05'],
    ['fr', '1 500', '5/6/2026', 1500, '2026-06-05']
  ])(
    'reads numbers and days by the rules of a pack in %s, in the file of the entry too',
    async (language, ...texts) => {
      const [typedFar, typedDay, far, day] = texts
      const home = newHome()
      const pack = writeFiles(path.join(home.dir, 'pack'), {
        'pack.yaml': MANIFEST.replace('[one.yaml, other.yaml]', '[one.yaml]').replace(
          /^language: .*/m,
          `language: ${language}`
        ),
        'one.yaml':
          'id: one\ntitle: One\nminutes: 5\nprompts:\n' +
          '  - { id: far, type: number, ask: How far?, unit: km }\n  - { id: day, type: date, ask: Which day? }\n'
      })
      const input = JSON.stringify({ far: typedFar, day: typedDay })
      const { stdout } = await home.run(['start', '--pack', pack, 'one', '--answers', '-'], { input })
      const read = async () => JSON.parse((await home.run(['show', 'last', '--json'])).stdout).answers as unknown
      expect(await read()).toEqual({ far, day })
      const file = stdout.trim()
      fs.writeFileSync(
        file,
        fs
          .readFileSync(file, 'utf8')
          .replace(/^1500 km$/m, typedFar)
          .replace(/^2026-.*/m, typedDay)
      )
      expect(await read()).toEqual({ far, day })
    }
  )

  it.each([
    ['text that is not UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xff])],
    ['a lone surrogate', Buffer.from(String.raw`{"question": "\ud800"}`)],
    ['a list', Buffer.from('[1, 2]')],
    ['broken YAML', Buffer.from('a: [1,\n b: }')]
  ])('refuses %s', async (_, input) => {
    const home = newHome()
    const started = await home.run(['start', 'no-paying', '--answers', '-'], { input })
    expect(started.code).toBe(2)
    expect(filesBelow(home.journal)).toEqual([])
  })

  it('names a wrong value, however long it is, in a sentence', async () => {
    const long = 'y'.repeat(100_000)
    const input = JSON.stringify({ 'so-what': long, [long]: 'x' })
    const { code, stderr } = await newHome().run(['start', 'three-questions', '--answers', '-'], { input })
    expect({ code, isShort: stderr.length < 600 }).toEqual({ code: 2, isShort: true })
    expect(stderr).toMatch(/so-what: "y+…" is not one of the options/)
  })

  it('keeps twenty entries that are made at once', async () => {
    const home = newHome()
    const runs = Array.from({ length: 20 }, (_, index) =>
      home.spawn(['start', 'three-questions', '--answers', '-'], { input: `what: Moment ${index}\n` })
    )
    const ended = await Promise.all(runs)
    expect(ended.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, () => 0))
    const listed = JSON.parse((await home.run(['journal', '--json'])).stdout) as { id: string; file: string }[]
    expect(new Set(listed.map(({ id }) => id)).size).toBe(20)
    const shown = await Promise.all(listed.map(({ id }) => home.run(['show', id, '--json'])))
    const texts = shown.map(({ stdout }) => JSON.parse(stdout).answers.what as string)
    expect(texts.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => `Moment ${index}`).toSorted())
  })

  it.each([
    ['Europe/London', 'Europe/London'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['Nowhere/Town', 'UTC'],
    ['UTC0', 'UTC'],
    ['Etc/Unknown', 'UTC'],
    ['../../etc/passwd', 'UTC'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires', 'posix'],
    ['', 'UTC', 'posix'],
    [':Europe/London', 'Europe/London', 'posix'],
    ['/usr/share/zoneinfo/Europe/London', 'Europe/London', 'posix'],
    ['GMT+1', 'Etc/GMT+1', 'posix']
  ])('keeps the zone: %s', async (TZ, zone, where = 'anywhere') => {
    if (where === 'posix') needPosix('TZ of POSIX')
    const home = newHome()
    await home.spawn(['start', 'three-questions', '--answers', '-'], { input: 'what: Rain', env: { TZ } })
    expect((await home.run(['show', 'last', '--raw'])).stdout).toContain(`\nzone: ${zone}\n`)
  })
})
