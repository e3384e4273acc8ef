import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { newHome } from '../kit/program.ts'
import type { Home } from '../kit/program.ts'

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** What a program may save a text as, and what is said if it cannot be read. */
const encodings: readonly [string, (text: string) => Buffer, string | undefined][] = [
  ['UTF-8', (text) => Buffer.from(text), undefined],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`), undefined],
  ['UTF-16LE with a mark', (text) => utf16(`\ufeff${text}`), undefined],
  ['UTF-16BE with a mark', (text) => utf16(`\ufeff${text}`).swap16(), undefined],
  ['Latin-1', (text) => Buffer.from(text, 'latin1'), 'UTF-8'],
  ['UTF-16 without a mark', utf16, 'UTF-16']
]

const words = 'Crème brûlée and naïve'
const answers = JSON.stringify({ what: words, 'so-what': 'me' })
const pack = `format: 1\nid: mine\nversion: 1.0.0\ntitle: Mine\nlanguage: en\nexercises:\n  - { id: mine, title: ${words}, prompts: [{ id: what, ask: What? }] }\n`

/** The places where text comes in: each gives what was said, once the bytes were given. */
const places: Readonly<Record<string, (encode: (text: string) => Buffer, home: Home) => Promise<string>>> = {
  async 'a file of answers'(encode, home) {
    fs.writeFileSync(path.join(home.dir, 'answers.json'), encode(answers))
    return (await home.run(['start', 'three-questions', '--answers', 'answers.json'])).stderr
  },
  'answers in a pipe': async (encode, home) =>
    (await home.run(['start', 'three-questions', '--answers', '-'], { input: encode(answers) })).stderr,
  'an import of JSON': async (encode, home) => {
    const other = newHome()
    await other.run(['start', 'three-questions', '--answers', '-'], { input: answers })
    const { stdout } = await other.run(['export', '--format', 'json', '--include-private'])
    fs.writeFileSync(path.join(home.dir, 'export.json'), encode(stdout))
    const { stdout: out, stderr } = await home.run(['import', 'export.json'])
    return out + stderr
  },
  'an import of an entry': async (encode, home) => {
    const other = newHome()
    const { stdout } = await other.run(['start', 'three-questions', '--answers', '-'], { input: answers })
    const file = stdout.trim()
    fs.writeFileSync(path.join(home.dir, path.basename(file)), encode(fs.readFileSync(file, 'utf8')))
    const { stdout: out, stderr } = await home.run(['import', path.basename(file)])
    return out + stderr
  },
  'a pack': async (encode, home) => {
    fs.mkdirSync(path.join(home.dir, 'mine'))
    fs.writeFileSync(path.join(home.dir, 'mine', 'pack.yaml'), encode(pack))
    const { stdout, stderr } = await home.run(['pack', 'check', 'mine'])
    const checked = stdout + stderr
    await home.run(['start', 'mine', '--pack', 'mine', '--answers', '-'], { input: `{"what": "${words}"}` })
    return checked
  },
  'lines in a pipe': async (encode, home) => {
    const { stdout, stderr } = await home.run(['start', 'three-questions', '--plain'], {
      input: encode(`\n${words}\n.\n:leave\n`)
    })
    return stdout + stderr
  }
}

describe('text that comes in', () => {
  it.each(
    Object.keys(places).flatMap((place) =>
      encodings.map(([encoding, encode, named]) => [place, encoding, encode, named] as const)
    )
  )('by %s in %s', async (place, encoding, encode, named) => {
    const home = newHome()
    const said = await places[place]?.(encode, home)
    const { stdout } = await home.run(['search', 'brulee', '--count'])
    // The lines at the top of an entry leave no doubt about UTF-16.
    const isRead =
      place === 'a pack'
        ? encoding.startsWith('UTF-8')
        : named === undefined || (place === 'an import of an entry' && named === 'UTF-16')
    expect(stdout).toBe(isRead ? '1\n' : '0\n')
    // Tutors are asked to save a pack again.
    expect(said).toContain(isRead ? '' : (named ?? 'UTF-16'))
    const { stdout: entries } = await home.run(['export', '--format', 'json', '--include-private'])
    expect(entries).not.toContain('\ufffd')
  })
})
