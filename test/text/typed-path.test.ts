import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedPath } from '../../src/text/typed-path.ts'

const unix = { platform: 'linux', homeDir: '/home/ada', cwd: '/here' } as const
const mac = { ...unix, platform: 'darwin' } as const
const windows = { platform: 'win32', homeDir: 'C:\\Users\\Ada L', cwd: 'D:\\work' } as const

describe('a path that somebody typed', () => {
  test.each([
    ['x', '/here/x'],
    ['./x/../y', '/here/y'],
    ['.', '/here'],
    ['', '/here'],
    ['/x//y/', '/x/y'],
    ['~', '/home/ada'],
    ['~/', '/home/ada'],
    ['~/x y', '/home/ada/x y'],
    ['~name/x', '/here/~name/x'],
    ['x/~', '/here/x/~'],
    [' x ', '/here/x'],
    ['"~/x y"', '/home/ada/x y'],
    ["'/x y'", '/x y'],
    ["'it's'", "/here/it's"],
    ['"x', '/here/"x'],
    ['/x\\ y\\ \\(1\\).zip ', '/x y (1).zip'],
    ["it\\'s", "/here/it's"],
    ['"a\\ b"', '/here/a\\ b'],
    ['a\\b', '/here/a\\b'],
    ['file:///home/ada/x%20y', '/home/ada/x y'],
    ['"file:///x"', '/x'],
    ['file:///%zz', '/here/file:/%zz'],
    ['file:x', '/here/file:x']
  ])('%j is %j', (typed, expected) => {
    expect(typedPath(typed, unix)).toBe(expected)
    expect(typedPath(typed, mac)).toBe(expected)
  })

  test.each([
    ['x', 'D:\\work\\x'],
    ['~', 'C:\\Users\\Ada L'],
    ['~\\x', 'C:\\Users\\Ada L\\x'],
    ['~/x', 'C:\\Users\\Ada L\\x'],
    ['"C:\\Program Files\\x"', 'C:\\Program Files\\x'],
    ['C:\\ x', 'C:\\ x'],
    ['\\\\server\\share\\x', '\\\\server\\share\\x'],
    ['file:///C:/x%20y', 'C:\\x y'],
    ['file://server/share/x', '\\\\server\\share\\x']
  ])('%j is %j on Windows', (typed, expected) => expect(typedPath(typed, windows)).toBe(expected))

  test('is relative to the home folder in a setting', () => expect(typedPath('x', unix, 'homeDir')).toBe('/home/ada/x'))

  test('needs no folder that it does not name', () => {
    const unknown = {
      platform: 'linux' as const,
      get homeDir(): string {
        throw new Error('no home')
      },
      get cwd(): string {
        throw new Error('no folder')
      }
    }
    expect(typedPath('/x', unknown)).toBe('/x')
    expect(() => typedPath('~/x', unknown)).toThrow('no home')
    expect(() => typedPath('x', unknown)).toThrow('no folder')
  })

  test('may be given with a home folder, in quotes, escaped or as a URL: it is the same', () => {
    const name = fc
      .stringMatching(/^[\p{L}\p{N}._ ()&'%#?-]{1,12}$/u)
      .filter((any) => any.trim() === any && !/^\.+$/.test(any))
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const below = names.join('/')
        const whole = `/home/ada/${below}`
        const forms = [
          whole,
          `~/${below}`,
          `../home/ada/${below}`,
          `"~/${below}"`,
          ` ${whole} `,
          whole.replaceAll(/[^\p{L}\p{N}/._-]/gu, '\\$&'),
          new URL(`file://${names.map(encodeURIComponent).reduce((path, part) => `${path}/${part}`, '/home/ada')}`).href
        ]
        for (const form of forms) expect(typedPath(form, unix)).toBe(whole)
      })
    )
  })
})
