import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'

/** A home with an entry for each of these ratings of the same thing, and the entries' files. */
async function rated(ratings: readonly number[]): Promise<{ home: Home; files: string[] }> {
  const home = newHome()
  const files: string[] = []
  for (const sure of ratings) {
    const input = JSON.stringify({ sure })
    files.push((await home.run(['start', 'choose-your-change', '--answers', '-'], { input })).stdout.trim())
  }
  return { home, files }
}

function change(file: string | undefined, from: RegExp, to: string): void {
  if (file === undefined) throw new RangeError('there is no such file')
  const text = fs.readFileSync(file, 'utf8')
  expect(text).toMatch(from)
  fs.writeFileSync(file, text.replace(from, to))
}

async function pageOf(home: Home, ...options: readonly string[]) {
  const { stderr, code } = await home.run(['progress', '--html', 'progress.html', '--force', ...options])
  expect(code).toBe(0)
  return { page: fs.readFileSync(path.join(home.dir, 'progress.html'), 'utf8'), stderr }
}

describe('reflect progress', () => {
  it('leaves private ratings out of the page, and says so, unless they are asked for', async () => {
    const { home, files } = await rated([2, 4, 5])
    change(files[1], /^(<!-- reflect:sure scale)/m, '$1 private')
    const { page, stderr } = await pageOf(home)
    expect(page).toMatch(/: 2; [^<]*: 5 \(from/)
    expect(page).not.toMatch(/: 4[;< ]/)
    expect(stderr).toContain('1 private rating stayed in the journal')
    expect((await pageOf(home, '--include-private')).page).toMatch(/: 2; [^<]*: 4; [^<]*: 5 \(from/)
    change(files[0], /^(<!-- reflect:sure scale)/m, '$1 private')
    expect((await pageOf(home)).page).not.toContain('more than once')
    expect((await home.run(['progress'])).stdout).toContain('2 4 5 (from 1 to 5)')
  })

  it('says of what exercise something rated is', async () => {
    const { home } = await rated([2, 4])
    expect((await home.run(['progress'])).stdout).toMatch(/^ {2}Choose your change: \S/m)
    expect((await pageOf(home)).page).toMatch(/<h3>Choose your change: /)
    const { ratings } = JSON.parse((await home.run(['progress', '--json'])).stdout)
    expect(ratings).toMatchObject([
      { exercise: 'Choose your change', from: 1, to: 5, ratings: [{ value: 2 }, { value: 4 }] }
    ])
  })

  it('names an entry that does not read and counts the others', async () => {
    const { home, files } = await rated([2, 4])
    change(files[0], /^id:.*$/m, 'id: [')
    const { stdout, stderr, code } = await home.run(['progress'])
    expect(code).toBe(0)
    expect(stdout).toContain('1 entry on 1 day')
    expect(stderr).toContain(files[0])
  })

  it('lets no title turn what stands on the screen round', async () => {
    const { home, files } = await rated([2])
    change(files[0], /^title:.*$/m, 'title: "Red \\u202Ealert"')
    for (const option of ['--statement', '--plain']) {
      const { stdout } = await home.run(['progress', option])
      expect(stdout).not.toContain('\u202e')
    }
    expect((await home.run(['progress', '--statement'])).stdout).toContain('Red')
  })

  it.each([['--json'], ['--statement']])('does not make a page and %s at once', async (option) => {
    const { home } = await rated([])
    const { code, stderr } = await home.run(['progress', '--html', 'progress.html', option])
    expect(code).toBe(2)
    expect(stderr).toContain(option)
    expect(fs.existsSync(path.join(home.dir, 'progress.html'))).toBe(false)
  })
})
