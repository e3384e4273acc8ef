import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, newHome, type Home } from '../kit/program.ts'

/** A pack with two outcomes: `ward` serves `notice` as a whole but for two prompts; `visit` serves `weigh` in one prompt. */
const PACK = `format: 2
id: ward
version: 1.0.0
title: On the ward
language: en-GB
outcomes: { notice: "Notice what happens", weigh: Weigh what others say }
exercises:
  - id: ward
    title: A day on the ward
    minutes: 5
    outcomes: [notice]
    prompts:
      - { id: seen, ask: "What did you see?", more: { under: 5 words, ask: "What else?" } }
      - { id: who, private: true, ask: "Who was it?" }
      - { id: heard, private: false, ask: "What did you hear?", outcomes: [weigh, notice] }
      - { id: lunch, private: false, ask: "What was for lunch?", outcomes: [] }
  - id: visit
    title: A visit
    minutes: 5
    prompts:
      - { id: said, ask: "What was said?", outcomes: [weigh] }
      - { id: left, ask: "What was left out?" }
  - id: other
    title: Another
    minutes: 5
    prompts: [{ id: what, ask: "What was it?" }]
`

const WARD = { seen: 'A full room.', 'seen.more': 'A queue.', who: 'Ann Evans.', heard: 'A bell.', lunch: 'Soup.' }
const VISIT = { said: 'That it takes time.', left: 'The cost.' }

async function addPack(home: Home, yaml: string, name = 'ward.yaml'): Promise<void> {
  const file = path.join(home.dir, name)
  fs.writeFileSync(file, yaml)
  const { code, stderr } = await home.run(['pack', 'add', file, '--yes'])
  if (code !== 0) throw new Error(stderr)
}

async function finish(home: Home, exercise: string, answers: object): Promise<void> {
  const { code, stderr } = await home.run(['start', exercise, '--answers', '-'], { input: JSON.stringify(answers) })
  if (code !== 0) throw new Error(stderr)
}

/** A home with an entry of each exercise. */
async function withEntries(): Promise<Home> {
  const home = newHome()
  await addPack(home, PACK)
  await finish(home, 'ward/ward', WARD)
  await finish(home, 'ward/visit', VISIT)
  await finish(home, 'ward/other', { what: 'Rain.' })
  return home
}

/** Which of the answers are in a text. */
function answersIn(text: string): string[] {
  return [...Object.values(WARD), ...Object.values(VISIT), 'Rain.', 'Sunlight.'].filter((answer) =>
    text.includes(answer)
  )
}

const NOTICE = ['A full room.', 'A queue.', 'A bell.']

describe('export --outcome', () => {
  it.each([
    ['notice', NOTICE],
    ['ward/notice', NOTICE],
    ['Notice what happens', NOTICE],
    ['weigh', ['A bell.', 'That it takes time.']]
  ])('takes the answers that were written for %s, and no others', async (name, expected) => {
    const home = await withEntries()
    for (const format of ['md', 'html', 'txt', 'json']) {
      const { code, stdout } = await home.run(['export', '--outcome', name, '--format', format])
      expect({ code, format, answers: answersIn(stdout) }).toEqual({ code: 0, format, answers: expected })
    }
  })

  it('leaves private answers to their own rule, and says for what the copy is', async () => {
    const home = await withEntries()
    const without = await home.run(['export', '--outcome', 'notice'])
    expect(without.stderr).toContain('What you wrote for "Notice what happens":\n1 entry with 3 answers. 1 private')
    const all = await home.run(['export', '--outcome', 'notice', '--include-private', '--yes'])
    expect(answersIn(all.stdout)).toEqual(['A full room.', 'A queue.', 'Ann Evans.', 'A bell.'])
    const whole = await home.run(['export', '--outcome', 'weigh', '--include-private', '--yes'])
    expect(answersIn(whole.stdout)).toEqual(['A bell.', 'That it takes time.'])
    expect(whole.stdout).toMatch(/^# Weigh what others say\n/)
  })

  it('takes the note of an entry only with its exercise', async () => {
    const home = await withEntries()
    for (const name of filesBelow(home.journal).filter((each) => each.endsWith('.md'))) {
      const file = path.join(home.journal, name)
      const text = fs.readFileSync(file, 'utf8')
      fs.writeFileSync(file, text.replace('<!-- reflect:', 'Sunlight.\n\n<!-- reflect:'))
    }
    const taken = async (outcome: string, ...more: string[]) =>
      answersIn((await home.run(['export', 'visit', 'ward', '--outcome', outcome, ...more])).stdout)
    expect(await taken('weigh', '--include-private', '--yes')).not.toContain('Sunlight.')
    expect(await taken('notice', '--include-private', '--yes')).toContain('Sunlight.')
    expect(await taken('notice')).not.toContain('Sunlight.')
  })

  it('finds entries of earlier versions, by the names of now', async () => {
    const home = await withEntries()
    const next = PACK.replace('1.0.0', '2.0.0')
      .replace('id: ward\n    title', 'id: day\n    title')
      .replace('id: heard', 'id: sound')
      .replace('      - { id: who, private: true, ask: "Who was it?" }\n', '')
      .replace(/ {2}- id: visit[^]*/, '')
    await addPack(home, `${next}renamed: { ward: day, ward/heard: day/sound }\nretired: [ward/who, visit, other]\n`)
    const { code, stdout, stderr } = await home.run(['export', '--outcome', 'notice', '--include-private', '--yes'])
    expect(code).toBe(0)
    // What the pack no longer asks goes with the exercise.
    expect(answersIn(stdout)).toEqual(['A full room.', 'A queue.', 'Ann Evans.', 'A bell.'])
    expect(stderr).toContain('2 entries are not considered, because the pack no longer has their exercises.')
    const weigh = await home.run(['export', '--outcome', 'weigh'])
    expect(answersIn(weigh.stdout)).toEqual(['A bell.'])
  })

  it('says what is wrong with a name', async () => {
    const home = await withEntries()
    const said = async (...args: string[]) => (await home.run(['export', ...args])).stderr
    expect(await said('--outcome', 'notise')).toBe(
      'No pack has an outcome "notise". Did you mean "notice"? The outcomes are notice, weigh.\n'
    )
    await addPack(home, PACK.replaceAll('ward', 'home').replace('Weigh what', 'Compare what'), 'home.yaml')
    await finish(home, 'home/visit', { said: 'Sunlight.' })
    expect(await said('--outcome', 'weigh')).toBe(
      'Several outcomes are called "weigh". Type "ward/weigh" or "home/weigh".\n'
    )
    expect(answersIn((await home.run(['export', '--outcome', 'home/weigh'])).stdout)).toEqual(['Sunlight.'])
    expect(answersIn((await home.run(['export', 'home', '--outcome', 'weigh'])).stdout)).toEqual(['Sunlight.'])
    // The same words under the same id are the same outcome.
    await finish(home, 'home/home', { seen: 'Sunlight.' })
    expect(answersIn((await home.run(['export', '--outcome', 'notice'])).stdout)).toEqual([...NOTICE, 'Sunlight.'])
    const nothing = newHome()
    expect((await nothing.run(['export', '--outcome', 'x'])).stderr).toMatch(/none of your packs has outcomes/)
    await addPack(nothing, PACK)
    expect((await nothing.run(['export', '--outcome', 'weigh'])).stderr).toContain(
      'No finished entry has an answer for "Weigh what others say".'
    )
  })

  it('is completed with the ids of outcomes', async () => {
    const home = await withEntries()
    const { stdout } = await home.run(['__complete', 'export', '--outcome', 'w'])
    expect(stdout).toBe('weigh\tWeigh what others say\n')
  })
})

describe('progress by outcome', () => {
  it('counts the exercises of an outcome that are done, in every form', async () => {
    const home = newHome()
    await addPack(home, PACK.replace('outcomes: [weigh] }', 'outcomes: [weigh, notice] }'))
    const out = async (...args: string[]) => (await home.run(args)).stdout
    expect(await out('progress')).not.toContain('Outcomes')
    await finish(home, 'ward/ward', WARD)
    const pack = JSON.parse(await out('progress', '--json')).packs.find(({ id }: { id: string }) => id === 'ward')
    expect(pack.outcomes).toEqual([
      { id: 'notice', text: 'Notice what happens', done: 1, exercises: 2 },
      { id: 'weigh', text: 'Weigh what others say', done: 1, exercises: 2 }
    ])
    expect(await out('progress', '--plain')).toMatch(
      /^Outcomes\nNotice what happens \(notice\): 1 of 2 exercises done\n/m
    )
    await out('progress', '--html', 'progress.html')
    const page = fs.readFileSync(path.join(home.dir, 'progress.html'), 'utf8')
    expect(page).toMatch(/<h2>Outcomes<\/h2>[^]*Weigh what others say \(weigh\)[^]*>1 \/ 2</)
  })

  it('is not shown for packs without outcomes, or that were not begun', async () => {
    const home = newHome()
    await addPack(home, PACK)
    await finish(home, 'three-questions', { 'so-what': 'me' })
    expect((await home.run(['progress'])).stdout).not.toContain('Outcomes')
  })
})

it('pack info and the page of the pack list outcomes and terms', async () => {
  const home = newHome()
  await addPack(home, `${PACK}glossary: { ward round: "A walk from *bed* to bed." }\n`)
  const info = (await home.run(['pack', 'info', 'ward'])).stdout
  expect(info).toContain('  reflect export --outcome weigh\n    Weigh what others say: A day on the ward, A visit\n')
  const json = JSON.parse((await home.run(['pack', 'info', 'ward', '--json'])).stdout)
  expect(json.outcomes[0]).toEqual({ id: 'notice', text: 'Notice what happens', exercises: ['ward'] })
  expect(json.glossary).toEqual([{ term: 'ward round', meaning: 'A walk from *bed* to bed.' }])
  await home.run(['pack', 'preview', 'ward.yaml', '--html', '--output', 'page.html'])
  const page = fs.readFileSync(path.join(home.dir, 'page.html'), 'utf8')
  expect(page).toContain('<dt>weigh</dt>\n<dd>Weigh what others say</dd>')
  expect(page).toMatch(/<dt>ward round<\/dt>\n<dd><p>A walk from <em>bed<\/em> to bed\.<\/p>/)
  expect(page).toMatch(/ward · about 5 minutes · for notice</)
  expect(page).toMatch(/heard · [^<]* · for weigh, notice</)
  expect(page).toMatch(/lunch · [^<]* · for no outcome</)
})
