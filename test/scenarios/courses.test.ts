import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newHome, type Home } from '../kit/program.ts'

const exercise = (id: string) => `
  - id: ${id}
    title: Title ${id}
    minutes: 5
    prompts: [{ id: what, ask: What is it?, lines: 1 }]`

/** A pack whose exercises are listed in another order than that of its weeks, and one of which is in no week. */
const COURSE = `format: 2
id: ward
version: 1.0.0
title: On the ward
language: en-GB
exercises:${['extra', 'c', 'a', 'b'].map(exercise).join('')}
sections:
  week-1: { title: "Week 1: Arriving", opens: 0 days, due: 1 week, exercises: [a, b] }
  week-2: { title: "Week 2: Listening", opens: 1 week, due: 2 weeks, exercises: [c] }
translations:
  cy: { sections: { week-1: "Wythnos 1: Cyrraedd" } }
`

const input = '{ what: It rained. }'

async function withCourse(yaml = COURSE): Promise<Home> {
  const home = newHome()
  const file = path.join(home.dir, 'ward.yaml')
  fs.writeFileSync(file, yaml)
  const { code, stderr } = await home.run(['pack', 'add', file, '--yes'])
  if (code !== 0) throw new Error(stderr)
  return home
}

async function out(home: Home, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await home.run(args)
  if (code !== 0) throw new Error(stderr)
  return stdout
}

/** Where these texts are, in this order. */
function inOrder(text: string, ...parts: readonly string[]) {
  const places = parts.map((part) => text.indexOf(part))
  expect(places.filter((place) => place === -1)).toEqual([])
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe('the sections of a pack', () => {
  it('head their exercises in lists, in their own order, with titles only', async () => {
    const home = await withCourse()
    const parts = [
      'Week 1: Arriving\n',
      'Title a',
      'Title b',
      'Week 2: Listening\n',
      'Title c',
      'Other exercises',
      'Title extra'
    ]
    inOrder(await out(home, 'list', 'ward'), ...parts)
    inOrder(await out(home, 'pack', 'info', 'ward'), ...parts)
    await home.run(['start', 'a', '--answers', '-'], { input })
    inOrder(
      await out(home, 'progress'),
      'On the ward',
      'Week 1: Arriving',
      'Title a',
      'Week 2: Listening',
      'Other exercises'
    )
    expect(await out(home)).toContain('reflect start b\n  Week 1: Arriving\n')
  })

  it('have days from the start day of the learner, and enforce none', async () => {
    const home = await withCourse()
    await home.run(['config', 'set', 'start', 'other 2020-02-01, ward 2099-01-12'])
    const list = await out(home, 'list', 'ward')
    expect(list).toContain('Week 1: Arriving (opens on Monday 12 January 2099, due by Sunday 18 January 2099)')
    expect(list).toContain('Week 2: Listening (opens on Monday 19 January 2099, due by Sunday 25 January 2099)')
    expect((await home.run(['start', 'c', '--answers', '-'], { input })).code).toBe(0)
    await home.run(['config', 'set', 'start', 'ward 2020-01-06'])
    expect(await out(home, 'list', 'ward')).toContain('Week 1: Arriving (due by Sunday 12 January 2020)')
    const [json] = JSON.parse(await out(home, 'list', 'ward', '--json'))
    expect(json.sections).toEqual([
      { id: 'week-1', title: 'Week 1: Arriving', opens: '2020-01-06', due: '2020-01-12', exercises: ['a', 'b'] },
      { id: 'week-2', title: 'Week 2: Listening', opens: '2020-01-13', due: '2020-01-19', exercises: ['c'] }
    ])
    expect(json.exercises.map(({ id }: { id: string }) => id)).toEqual(['a', 'b', 'c', 'extra'])
  })

  it.each(['ward', 'ward 2027-02-30', '2027-01-11', 'ward 2027-01-11,'])('have no start day %s', async (value) => {
    const home = await withCourse()
    const { code, stderr } = await home.run(['config', 'set', 'start', value])
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('such as "my-pack 2027-01-11"') })
  })

  it('are translated', async () => {
    const home = await withCourse()
    expect(await out(home, 'list', 'ward', '--lang', 'cy')).toContain('Wythnos 1: Cyrraedd')
    await home.run(['config', 'set', 'start', 'ward 2099-01-12'])
    expect(await out(home, 'list', 'ward', '--lang', 'cy')).toContain(
      "Wythnos 1: Cyrraedd (yn agor ddydd Llun 12 Ionawr 2099, i'w gorffen erbyn dydd Sul 18 Ionawr 2099)"
    )
  })

  it('are on the page of the pack, and in what an update says', async () => {
    const home = await withCourse()
    const file = path.join(home.dir, 'ward.yaml')
    const page = path.join(home.dir, 'page.html')
    await out(home, 'pack', 'preview', file, '--html', page)
    inOrder(
      fs.readFileSync(page, 'utf8'),
      'Week 1: Arriving</h3>',
      'opens on the first day, ends 1 week after',
      '<ol start="3">'
    )
    fs.writeFileSync(file, COURSE.replace('1.0.0', '1.1.0').replace('Listening"', 'Hearing"'))
    const { stderr, stdout } = await home.run(['pack', 'add', file, '--yes'])
    expect(stdout + stderr).toContain('The weeks or parts have changed.')
  })
})
