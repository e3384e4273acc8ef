import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeEntry } from '../../src/entry/codec.ts'
import { draftOf, entryOf, filesIn } from '../journal/kit/entries.ts'
import { newHome, type Home, withSlashes } from '../kit/program.ts'

const USUAL = '2026/2026-11-23-1902-no-paying-customer.md'
const text = encodeEntry(entryOf({ a: 'The lift broke.' }))

function homeWith(file: string, content = text): Home {
  const home = newHome()
  fs.mkdirSync(path.dirname(path.join(home.journal, file)), { recursive: true })
  fs.writeFileSync(path.join(home.journal, file), content)
  return home
}

/** Moves the entry, and gives what is in the journal then. */
async function moved(home: Home, name: string, day: string) {
  const { code, stderr } = await home.run(['edit', name, '--date', day])
  const files = filesIn(home.journal)
  return { code, stderr, files, content: fs.readFileSync(path.join(home.journal, files[0] ?? ''), 'utf8') }
}

describe('reflect edit --date', () => {
  it('moves an entry to another day and its file to the folder of its year, and changes nothing else', async () => {
    const { code, stderr, files, content } = await moved(homeWith(USUAL), '00000001', '2025-07-01')
    expect(code).toBe(0)
    expect(files).toEqual(['2025/2025-07-01-1902-no-paying-customer.md'])
    expect(stderr).toContain('The entry is now dated 1 July 2025')
    expect(withSlashes(stderr.replaceAll(/\s/g, ''))).toContain(files[0])
    expect(content).toBe(
      text
        .replace('started: 2026-11-23T19:02:27+00:00', 'started: 2025-07-01T19:02:27+01:00')
        .replace('finished: 2026-11-23T19:16:02+00:00', 'finished: 2025-07-01T19:16:02+01:00')
    )
  })

  it.each(['work/lifts.md', '2026/my lifts.md', 'drafts/done.md'])(
    'leaves a file of a name of its own at %s',
    async (file) => {
      const { files, content } = await moved(homeWith(file), path.basename(file), '23 Dec 2026')
      expect(files).toEqual([file])
      expect(content).toContain('started: 2026-12-23T19:02:27+00:00')
    }
  )

  it('gives a file with a name of an earlier version a name of today', async () => {
    const { files } = await moved(homeWith('2026/2026-11-23-no-paying-customer-2.md'), '00000001', '2026-11-24')
    expect(files).toEqual(['2026/2026-11-24-1902-no-paying-customer.md'])
  })

  it('never takes the place of another entry', async () => {
    const home = homeWith(USUAL)
    const other = encodeEntry(entryOf({ a: 'Another.' }, { id: 'other', started: '2026-11-24T19:02:00+00:00' }))
    fs.writeFileSync(path.join(home.journal, '2026/2026-11-24-1902-no-paying-customer.md'), other)
    await moved(home, '00000001', '2026-11-24')
    expect(filesIn(home.journal)).toEqual([
      '2026/2026-11-24-1902-no-paying-customer-2.md',
      '2026/2026-11-24-1902-no-paying-customer.md'
    ])
  })

  it('keeps what a hand added, and Windows line endings', async () => {
    const own = text.replace('tags:', '# mine\r\nmood: low # very\r\ntags:').replaceAll(/\r?\n/g, '\r\n')
    const { content } = await moved(homeWith(USUAL, own), '00000001', '2026-11-22')
    expect(content).toBe(own.replaceAll('2026-11-23T', '2026-11-22T'))
  })

  it('moves a draft, which is gone on with as before', async () => {
    const draft = 'drafts/2026-11-23-1902-no-paying-customer.00000001.md'
    const home = homeWith(draft, encodeEntry(draftOf({ a: 'unfinished' })))
    expect((await moved(home, '00000001', '2026-11-01')).files).toEqual([draft])
    expect((await home.run(['journal', '--until', '2026-11-01'])).stdout).toContain('1 November 2026')
  })

  it('counts for the change of an entry that is going on', async () => {
    const home = newHome()
    const { stdout } = await home.run(['start', 'three-questions', '--answers', '-'], {
      input: 'what: A page came back.'
    })
    await home.run(['edit', stdout.trim(), '--plain'], { input: '1\nA page went' })
    await home.run(['edit', stdout.trim(), '--date', '2024-02-29'])
    expect((await home.run(['resume', '--plain'], { input: '1\nA page went out.\n.\n\n\n' })).code).toBe(0)
    const [file = '', ...others] = filesIn(home.journal)
    expect(others).toEqual([])
    expect(file).toMatch(/^2024\/2024-02-29-\d{4}-three-questions\.md$/)
    const content = fs.readFileSync(path.join(home.journal, file), 'utf8')
    expect(content).toMatch(/^started: 2024-02-29T/m)
    expect(content).toContain('A page went out.')
    expect(path.basename(stdout.trim())).not.toBe(path.basename(file))
  })

  it.each(['2026-11', 'last week', '2026-02-30', 'someday'])('takes one day, not %s', async (day) => {
    const home = homeWith(USUAL)
    const { code, stderr } = await home.run(['edit', '00000001', '--date', day])
    expect({ code, file: filesIn(home.journal)[0] }).toEqual({ code: 2, file: USUAL })
    expect(stderr).toContain('Type one day')
  })

  it('says so if the entry is of that day already', async () => {
    const { files, stderr } = await moved(homeWith(USUAL), '00000001', '2026-11-23')
    expect({ files, stderr }).toEqual({ files: [USUAL], stderr: 'Nothing was changed.\n' })
  })
})
