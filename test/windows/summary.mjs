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
  for (const [reason, count] of countsOf(tests.filter(({ state }) => state === 'skip')))
    console.log(`Skipped: ${count}, ${reason}`)
  for (const test of failed.filter((each) => !unknown.includes(each)))
    console.log(`Failed because of Wine: ${test.name} (${reasonOf(test)})`)
  for (const test of isHere ? [] : tests.filter((each) => each.state === 'pass' && reasonOf(each) !== undefined))
    console.log(`Listed in wine-failures.yaml, but it passes: ${test.name}`)
  const passed = tests.filter(({ state }) => state === 'pass').length
  console.log(
    `\n${tests.length} tests: ${passed} passed, ${failed.length} failed, ${unknown.length} of them unexpectedly`
  )
  return unknown.length === 0 ? 0 : 1
}

/** How many of these tests were skipped for each reason, most first. */
function countsOf(skipped) {
  const counts = new Map()
  for (const { note = 'skipped in its file' } of skipped) counts.set(note, (counts.get(note) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
