import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, launcher, newHome } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

const answers = [
  { what: 'The panel met.\nNobody spoke about trust.', 'so-what': 'me' },
  { what: 'A quiet day. The budget held, and trust with it; trust is slow.', 'so-what': 'public' },
  { what: 'Nothing of note.', 'so-what': 'unclear' }
]

/** A home with three entries. */
async function threeEntries() {
  const home = newHome()
  for (const answer of answers)
    await home.run(['start', 'three-questions', '--answers', '-'], { input: JSON.stringify(answer) })
  return home
}

describe('reflect search', () => {
  it('shows each match with the question that it answers', async () => {
    const { code, stdout } = await (await threeEntries()).run(['search', 'trust'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Three quick questions\n {2}What happened\n {4}A quiet day\. The budget/)
    expect(stdout).toContain('    Nobody spoke about trust.')
    expect(stdout).not.toContain('Nothing of note')
    expect(stdout.trimEnd().endsWith('2 entries.')).toBe(true)
  })

  it('shows what was chosen before what was not, and a question whose heading is found once', async () => {
    const home = await threeEntries()
    await home.run(['start', 'three-questions', '--answers', '-'], {
      input: JSON.stringify({ what: 'It served the public.', 'so-what': 'others' })
    })
    const { stdout } = await home.run(['search', 'public'])
    expect(stdout).toMatch(/What happened\n {4}It served the public\.\n\n/)
    expect(stdout).toContain('    - [x] The public')
    expect((await home.run(['search', '"what happened"'])).stdout).toMatch(
      /Three quick questions\n {2}What happened\n {4}.*What\s+happened\?\n/
    )
  })

  it('takes the beginning of an exercise for it, and finds what was written when it was called otherwise', async () => {
    const home = await threeEntries()
    const pack = path.join(home.dir, 'pack')
    const manifest = (renamed: string, id: string) =>
      `format: 1\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en\n${renamed}exercises:\n  - { id: ${id}, title: Mine, prompts: [{ id: what, ask: What? }] }\n`
    fs.mkdirSync(pack)
    fs.writeFileSync(path.join(pack, 'pack.yaml'), manifest('', 'earlier'))
    const input = JSON.stringify({ what: 'Trust again.' })
    await home.run(['start', 'earlier', '--pack', pack, '--answers', '-'], { input })
    fs.writeFileSync(path.join(pack, 'pack.yaml'), manifest('renamed: { earlier: present }\n', 'present'))
    await home.run(['pack', 'add', pack, '--yes'])
    for (const [name, entries] of [
      ['three-q', '2'],
      ['three-questions/three', '2'],
      ['pres', '1'],
      ['earlier', '1'],
      ['three', '0']
    ] as const)
      expect([name, (await home.run(['search', 'trust', '--count', '--exercise', name])).stdout]).toEqual([
        name,
        `${entries}\n`
      ])
    expect((await home.run(['journal', '--exercise', 'pres'])).stdout).toContain('Mine')
    expect(JSON.parse((await home.run(['journal', '--json', '--exercise', 'three-q'])).stdout)).toHaveLength(3)
    expect((await home.run(['journal', '--exercise', 'three'])).stderr).toContain('You have no entry for an exercise')
  })

  it('says of what is not finished that it is not', async () => {
    const home = newHome()
    await home.run(['start', 'three-questions', '--plain'], { input: '\nThe panel met.\n' })
    const { stdout } = await home.run(['search', 'panel'])
    expect(stdout).toMatch(/^\d+ \w+ \d{4} {2}Three quick questions {2}unfinished\n/)
  })

  it('names an entry once where its title takes a line of its own', async () => {
    const home = await threeEntries()
    const terminal = openTerminal([launcher(), 'search', 'panel'], {
      env: { ...home.env, PAGER: 'cat' },
      columns: 36,
      rows: 20
    })
    await terminal.ended
    expect(terminal.screen()).toMatch(/^Three quick questions\n\d+ \w+ \d{4}\n/)
  })

  it('gives JSON with the lines of the file', async () => {
    const home = await threeEntries()
    const { stdout } = await home.run(['search', 'panel', '--json'])
    for (const json of [stdout, (await home.run(['journal', '--json'])).stdout])
      expect(json).toBe(`${JSON.stringify(JSON.parse(json), undefined, 2)}\n`)
    const [entry] = JSON.parse(stdout)
    const [match] = entry.matches
    expect(match).toEqual({ prompt: 'what', line: expect.any(Number), text: 'The panel met.' })
    expect(fs.readFileSync(entry.file, 'utf8').split('\n')[match.line - 1]).toBe('The panel met.')
  })

  it.each([
    [['trust'], '2'],
    [['trust', 'budget'], '1'],
    [['"quiet day"'], '1'],
    [['“quiet day” budget'], '1'],
    [['TRUST…'], '0'],
    [['/^nothing/'], '1'],
    [['trust', '--limit', '1'], '1'],
    [['trust', '--since', 'this week'], '2'],
    [['trust', '--until', 'last year'], '0'],
    [['trust', '--pack', 'public-value'], '0'],
    [['trust', '--status', 'draft'], '0'],
    [['absent'], '0']
  ])('counts %j: %s', async (args, count) => {
    const { stdout } = await (await threeEntries()).run(['search', '--count', ...args])
    expect(stdout).toBe(`${count}\n`)
  })

  it.each(['zoe', 'ZOË', 'cafe', 'ﬁnd', '"d’accord"', '"d\'accord"', 'dwr'])(
    'finds %s however it is typed',
    async (word) => {
      const home = newHome()
      const what = 'Zoë and I find the café shut - d’accord? Dŵr.'
      await home.run(['start', 'three-questions', '--answers', '-', '--tag', 'Café'], {
        input: JSON.stringify({ what })
      })
      expect((await home.run(['search', '--count', word])).stdout).toBe('1\n')
      expect((await home.run(['search', '--count', word, '--tag', 'cafe'])).stdout).toBe('1\n')
    }
  )

  it.each([[['journal']], [['search', 'trust']]])(
    '%j says what does not fit where nothing does',
    async ([command = '', ...words]) => {
      const home = await threeEntries()
      const said = async (...options: string[]) => (await home.run([command, ...words, ...options])).stderr
      expect(await said('--pack', 'three')).toBe(
        'You have no entry from a pack called "three". Did you mean "three-questions"?\n'
      )
      expect(await said('--exercise', 'three')).toContain(
        'You have no entry for an exercise called "three". Did you mean "three-questions"?'
      )
      expect(await said('--tag', 'nope')).toBe('No entry has the tag "nope". Your tags: reflection, three-questions.\n')
      expect(await said('--until', 'last year')).not.toContain('No entries yet')
      expect(await said('--exercise', 'three-questions/three-questions')).toBe('')
    }
  )

  it('finds a word that a hand has just written, and names a file that no longer reads', async () => {
    const home = await threeEntries()
    const [first = '', second = ''] = filesBelow(home.journal)
      .filter((file) => /^\d{4}/.test(file))
      .map((file) => path.join(home.journal, file))
    fs.appendFileSync(first, '\nA heron stood there.\n')
    fs.writeFileSync(second, `${fs.readFileSync(second, 'utf8').replace('reflect: 1', 'reflect: 2')}\nA heron.\n`)
    const { stdout, stderr, code } = await home.run(['search', 'heron'])
    expect(code).toBe(0)
    expect(stdout).toContain('A heron stood there.')
    expect(stderr).toContain(second)
  })

  it('shows nothing of the control sequences that an entry may hold', async () => {
    const home = newHome()
    await home.run(['start', 'three-questions', '--answers', '-'], {
      input: JSON.stringify({ what: 'a\u001b[2Jheron' })
    })
    const { stdout } = await home.run(['search', 'heron'])
    expect(stdout).toContain('a␛[2Jheron')
  })

  it.each([[[]], [['  ']], [['/(/']], [['a', '--since', 'soon']]])('refuses %j as used wrongly', async (args) => {
    const { code, stderr } = await newHome().run(['search', ...args])
    expect(code).toBe(2)
    expect(stderr.trim()).toMatch(/^["A-Z/][^\n]*$/)
  })
})
