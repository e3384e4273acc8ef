import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { newHome } from '../kit/program.ts'

const PACK = `format: 1
id: crowd
version: 1.0.0
title: Crowd
language: en-GB
exercises:
  - id: one
    title: One
    minutes: 3
    prompts:
      - { id: said, ask: What was said? }
      - { id: who, type: list, ask: Who was there?, items: { min: 1, max: 5 }, people: true }
      - id: looks
        type: table
        ask: Who looks?
        people: true
        add_rows: { min: 0, max: 3 }
        columns: [{ id: how, title: How, type: text }]
`

it('counts the people and roles that were written about, whatever their capitals, and says nothing more', async () => {
  const home = newHome()
  const pack = path.join(home.dir, 'pack.yaml')
  fs.writeFileSync(pack, PACK)
  await home.run(['pack', 'add', pack, '--yes'])
  expect((await home.run(['people'])).stderr).toContain('not written about anyone yet')
  const write = (answers: object) => home.run(['start', 'one', '--answers', '-'], { input: JSON.stringify(answers) })
  await write({
    said: 'Then Samira said no. I asked Samira and Tom again.',
    who: ['Finance lead', 'Samira'],
    looks: [{ row: 'the finance lead', how: 'Twice a year, with Tom.' }]
  })
  await write({ said: 'Nothing.', who: ['finance lead', 'A driver'] })
  const { stdout, stderr } = await home.run(['people'])
  expect(stderr).toBe('')
  expect(stdout.split('\n').map((line) => line.trim())).toEqual([
    'Samira 3',
    'Finance lead 2',
    'Tom 2',
    'the finance lead 1',
    'A driver 1',
    ''
  ])
  expect(JSON.parse((await home.run(['people', '--json', '--since', '2100'])).stdout)).toEqual([])
  const { stderr: report } = await home.run(['export', '--output', path.join(home.dir, 'all.md')])
  expect(report).toMatch(/Samira, Finance lead, Tom/)
})
