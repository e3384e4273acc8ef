import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { launcher, newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'
import { openTerminal } from '../kit/terminal.ts'

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
    expect(stderr).toContain('1 private rating was left out')
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

  it('draws what was rated on another scale on that one, and a gap where somebody was not sure', async () => {
    const { home, files } = await rated([3, 2, 4, 5])
    change(files[0], /("to":)5/, '$110')
    change(files[0], /\*\*3\*\* of 5[^\n]*/, '**10** of 10')
    change(files[1], /("to":5)/, '$1,"unsure":true')
    change(files[1], /\*\*2\*\* of 5[^\n]*/, '*Not sure.*')
    const { page } = await pageOf(home)
    expect(page).toMatch(/: 10\/10; [^<]*: not sure; [^<]*: 4; [^<]*: 5 \(from 1 to 5\)/)
    const heights = [...page.matchAll(/<circle [^>]*cy="([\d.]+)"/g)].map(([, height]) => Number(height))
    expect(heights).toHaveLength(3)
    expect(heights[0]).toBe(heights[2])
    expect(page.match(/<polyline points="[^"]*"/g)).toEqual([expect.stringMatching(/^[^ ]* points="[^ ]+ [^ ]+"$/)])
    expect((await home.run(['progress'])).stdout).toContain('█·▆█  10/10 ? 4 5 (from 1 to 5)')
  })

  it('tells of the newest ratings, and of what time these are', async () => {
    const { home, files } = await rated([2])
    const text = fs.readFileSync(files[0] ?? '', 'utf8')
    for (let year = 1990; year < 2020; year++) {
      const folder = path.join(home.journal, `${year}`)
      fs.mkdirSync(folder)
      const then = text
        .replace(/^((?:started|finished): )\d{4}/gm, `$1${year}`)
        .replace(/^id: .{8}/m, `id: 0000${year}`)
      fs.writeFileSync(path.join(folder, `${year}-01-01-choose-your-change.md`), then)
    }
    const { stdout } = await home.run(['progress', '--plain'])
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/(?:2, ){23}2 \(from 1 to 5\), the newest 24 of 31 \d+ \w+ 1997 to /)
    const { page } = await pageOf(home)
    expect(page.match(/<circle /g)).toHaveLength(24)
    expect(page).toContain('(from 1 to 5), the newest 24 of 31')
  })

  it.each([20, 38, 40, 60, 100])('lets no word go over the edge of %i columns, in Welsh either', async (columns) => {
    const { home } = await rated([2, 4, 5])
    const terminal = openTerminal([launcher(), 'progress', '--lang', 'cy'], {
      env: { ...home.env, PAGER: 'cat' },
      columns,
      rows: 120
    })
    await terminal.ended
    expect(terminal.screen()).toMatch(/^ {2,4}✔ [^✔]*wedi'i wneud\s+deirgwaith$/m)
    expect(terminal.screen()).toMatch(/^ {2}… [^…○]*1 \/ 5$/m)
  })

  it('names an entry that does not read and counts the others', async () => {
    const { home, files } = await rated([2, 4])
    change(files[0], /^reflect: 1$/m, 'reflect: 2')
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

  it('says that a folder is none where a file is to be made', async () => {
    const { code, stderr } = await newHome().run(['progress', '--html', '.', '--force'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/ is a folder, not a file\. Choose another name\.\n$/)
  })

  it.each([['--json'], ['--statement']])('does not make a page and %s at once', async (option) => {
    const { home } = await rated([])
    const { code, stderr } = await home.run(['progress', '--html', 'progress.html', option])
    expect(code).toBe(2)
    expect(stderr).toContain(option)
    expect(fs.existsSync(path.join(home.dir, 'progress.html'))).toBe(false)
  })

  it('does not count an exercise in which every question was skipped, and goes on with its draft', async () => {
    const home = newHome()
    const skipped = await home.run(['start', 'three-questions'], { input: '\n:skip\n:skip\n:skip\n\n' })
    expect(skipped.code).toBe(0)
    expect(skipped.stdout + skipped.stderr).toContain('does not count as done yet')
    expect(skipped.stdout + skipped.stderr).not.toContain('Finished')
    expect((await home.run(['progress', '--statement'])).stdout).not.toContain('Three quick questions')
    const { packs } = JSON.parse((await home.run(['progress', '--json'])).stdout)
    expect(packs.find(({ id }: { id: string }) => id === 'three-questions')).toMatchObject({ done: 0 })
    await home.run(['resume'], { input: '\n1\nIt rained.\n.\n:review\n\n' })
    expect((await home.run(['progress', '--statement'])).stdout).toContain('Three quick questions')
    const none = await home.run(['start', 'three-questions', '--answers', '-'], { input: '{}' })
    expect(none).toMatchObject({ code: 2, stdout: '' })
    expect(none.stderr).toContain('answer no question')
  })

  it('does not count a finished entry from which every answer was taken', async () => {
    const { home, files } = await rated([2])
    const [file = ''] = files
    const skipped = fs.readFileSync(file, 'utf8').replace(/\n[^\n]*\*\*2\*\*[^\n]*/, '\n*Skipped.*')
    fs.writeFileSync(file, skipped.replace('<!-- reflect:sure scale', '<!-- reflect:sure scale skipped'))
    expect((await home.run(['progress', '--statement'])).stdout).not.toContain('Choose your change')
    const [pack] = JSON.parse((await home.run(['list', 'public-value', '--json'])).stdout)
    expect(pack.exercises[0]).toMatchObject({ id: 'choose-your-change', status: 'open', entries: 0 })
    expect((await home.run([])).stdout).toContain('Leading change for public value: 0 of 16 exercises done')
    expect((await home.run(['start', '--route', 'short'], { input: ':leave\n' })).stdout).toContain(
      'Choose your change'
    )
  })
})
