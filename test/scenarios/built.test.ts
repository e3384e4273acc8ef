import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { launcher } from '../kit/program.ts'

it('what is built is ASCII, as the launcher takes it: in patterns too no sign is anything but itself', () => {
  const dist = path.join(launcher(), '..', '..', 'dist')
  const files = fs.readdirSync(dist).filter((name) => name.endsWith('.js'))
  const strange = files.flatMap((name) => [
    ...fs.readFileSync(path.join(dist, name), 'utf8').matchAll(/.{0,40}[^\p{ASCII}].{0,20}/gu)
  ])
  expect(files.length).toBeGreaterThan(3)
  expect(strange.map(([found]) => found)).toEqual([])
})
