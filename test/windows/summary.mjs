/** What a run of the tests under Wine says at its end. */
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

/** The failures that Wine causes: for each reason, the beginnings of the names of tests. */
const reasons = Object.entries(
  parse(fs.readFileSync(path.join(import.meta.dirname, 'wine-failures.yaml'), 'utf8')) ?? {}
)

/**
 * Prints the failures and the counts.
 *
 * @param {readonly { name: string, state: 'pass' | 'fail' | 'skip', note?: string, error?: string }[]} tests
 * @param {boolean} isHere whether the tests ran without Wine.
 * @returns {number} the exit code: 1 if a test failed for which Wine is not to blame.
 */
export function summary(tests, isHere) {
  const reasonOf = ({ name }) => reasons.find(([, names]) => names.some((known) => name.startsWith(known)))?.[0]
  const failed = tests.filter(({ state }) => state === 'fail')
  const unknown = isHere ? failed : failed.filter((test) => reasonOf(test) === undefined)
  for (const { name, error } of unknown) console.log(`\n✗ ${name}\n${error.split('\n').slice(0, 12).join('\n')}`)
  print(
    'Skipped',
    tests.filter(({ state }) => state === 'skip'),
    ({ note }) => note ?? 'by the test itself'
  )
  if (!isHere) {
    print(
      'Failed because of Wine',
      failed.filter((test) => !unknown.includes(test)),
      reasonOf
    )
    for (const { name } of tests.filter((test) => test.state === 'pass' && reasonOf(test) !== undefined))
      console.log(`Listed in wine-failures.yaml, but it passes: ${name}`)
  }
  const passed = tests.filter(({ state }) => state === 'pass').length
  console.log(
    `\n${tests.length} tests: ${passed} passed, ${failed.length} failed, ${unknown.length} of them unexpectedly`
  )
  return unknown.length === 0 ? 0 : 1
}

/** How many tests there are for each reason. */
function print(what, tests, reasonOf) {
  const counts = new Map()
  for (const test of tests) counts.set(reasonOf(test), (counts.get(reasonOf(test)) ?? 0) + 1)
  for (const [reason, count] of counts) console.log(`${what}: ${count}, ${reason}`)
}
