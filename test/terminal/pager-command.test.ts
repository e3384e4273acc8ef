import { expect, it } from 'vitest'
import { pagerIn } from '../../src/terminal/pager.ts'

it.each([
  ['win32', 'more', ''],
  ['win32', String.raw`C:\Windows\System32\MORE.COM /E`, ''],
  ['win32', 'less -R', 'less -R'],
  ['win32', String.raw`"C:\Program Files\Git\usr\bin\less.exe"`, String.raw`"C:\Program Files\Git\usr\bin\less.exe"`],
  ['linux', 'more', 'more'],
  ['darwin', ' ', '']
] as const)('on %s, PAGER="%s" is the pager "%s"', (platform, PAGER, command) => {
  expect(pagerIn({ platform, env: { PAGER } })).toBe(command)
})
