import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, newHome, lastId } from '../kit/program.ts'

const ANSWERS = {
  what: 'A page came back from the printer.',
  'so-what': 'public',
  'so-what.follow_up': 'Less trust in us.'
}

/** A home with one entry whose markers an editor has dropped. */
async function stripped(change = (text: string) => text.replaceAll(/^<!-- reflect:.*\n/gm, '')) {
  const home = newHome()
  const { stdout } = await home.run(['start', 'three-questions', '--answers', '-'], { input: JSON.stringify(ANSWERS) })
  const file = stdout.trim()
  const original = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, change(original))
  const text = async (...args: string[]) => (await home.run(args)).stdout
  return { home, original, read: () => fs.readFileSync(file, 'utf8'), text }
}

const isWhole = /A page came back from the printer\.[^]*Less trust in us\./
const withoutPack = (text: string) =>
  text.replaceAll(/^<!-- reflect:.*\n/gm, '').replace('pack: three-questions', 'pack: gone')

describe('an entry whose markers an editor has dropped', () => {
  it('is shown, counted and exported with the types and the privacy of its pack', async () => {
    const { home, original, text } = await stripped()
    const json = JSON.parse(await text('show', 'last', '--json'))
    expect(json.answers).toMatchObject(ANSWERS)
    // Without its marker nothing tells a discussion from what a learner wrote below it, so it stays, as private text.
    const others = Object.keys(json.answers).filter((id) => !Object.hasOwn(ANSWERS, id))
    expect(others).toEqual(['_1'])
    expect(await text('show', 'last')).toMatch(isWhole)
    expect(await text('export', 'last', '--include-private', '--yes')).toMatch(isWhole)
    const { stdout, stderr } = await home.run(['export', 'last'])
    // The pack says which of its questions are private.
    for (const [said, id] of [
      ['A page came back', 'what'],
      ['Less trust', 'so-what.follow_up']
    ] as const)
      expect(stdout.includes(said)).toBe(!original.includes(`<!-- reflect:${id} text private`))
    expect(stderr).toContain('Left out, because they are private')
  })

  it('leaves nothing of it in an export if the pack is unknown, unless private answers are included', async () => {
    const { text, read } = await stripped(withoutPack)
    const before = read()
    expect(await text('show', 'last')).toMatch(isWhole)
    for (const format of ['md', 'html', 'txt', 'json']) {
      expect(await text('export', 'last', '--format', format)).not.toMatch(/printer|trust in us/)
      expect(await text('export', 'last', '--format', format, '--include-private', '--yes')).toMatch(isWhole)
    }
    const { entries } = JSON.parse(await text('export', 'last', '--format', 'json', '--include-private', '--yes'))
    expect(entries[0].source).toBe(before)
  })

  it('lets no private answer leave as a part of the public one above it', async () => {
    const privateSection = /^<!-- reflect:what text private.*\n/m
    const { original, text } = await stripped((whole) => withoutPack(whole.replace(privateSection, '')))
    expect(original).toMatch(privateSection)
    expect(await text('export', 'last')).not.toContain('printer')
  })

  it.each([
    ['with a space that does not break', (line: string) => line.replace('## ', '##\u00a0')],
    ['without a space', (line: string) => line.replace('## ', '##')],
    ['escaped', (line: string) => line.replace('## ', '\\## ').replaceAll('\n> ', '\n\\> ')],
    ['without marks', (line: string) => line.replace('## ', '')],
    ['gone', (line: string) => line.replace(/^## .*\n/, '')]
  ])('lets no private answer leave whose heading is %s too', async (_, damaged) => {
    const heads = /^<!-- reflect:.*\n(## [^]*?\n\n(?:> .*\n)+)/gm
    const { original, text } = await stripped((whole) =>
      whole.replaceAll(heads, (_whole: string, head: string) => damaged(head))
    )
    expect(original).toMatch(/^<!-- reflect:what text private/m)
    expect(await text('show', 'last')).toMatch(isWhole)
    for (const format of ['md', 'txt', 'json'])
      expect(await text('export', 'last', '--format', format)).not.toMatch(/printer/)
  })

  it('has its markers again after an answer was changed', async () => {
    const { home, original, read } = await stripped()
    const { code } = await home.run(['edit', await lastId(home), '--plain'], { input: '1\nA page went out.\n.\n\n\n' })
    expect(code).toBe(0)
    const unsure = original.replace(/^<!-- reflect:_discussion .*$/m, '<!-- reflect:_1 text private -->')
    expect(unsure).not.toBe(original)
    expect(read()).toBe(unsure.replace(ANSWERS.what, 'A page went out.'))
  })

  it('can be changed without its pack, and keeps its parts apart', async () => {
    const { home, read } = await stripped(withoutPack)
    await home.run(['edit', await lastId(home), '--plain'], { input: '1\nA page went out.\n.\n\n\n' })
    expect(read()).toMatch(/<!-- reflect:_1 text private -->\n[^]*A page went out\.[^]*Less trust/)
    const json = JSON.parse((await home.run(['show', 'last', '--json'])).stdout)
    expect(Object.values(json.answers)).toContain('A page went out.')
    expect(Object.values(json.answers)).toContain('Less trust in us.')
  })
})

describe('a note above the questions', () => {
  it('is shown, exported, counted and kept', async () => {
    const note = 'Written on the train home; read this one again in May.'
    const { home, read, text } = await stripped((whole) => whole.replace(/^# .*$/m, (title) => `${title}\n\n${note}`))
    expect(await text('show', 'last')).toContain('Written on the train home')
    expect(JSON.parse(await text('show', 'last', '--json')).note).toBe(note)
    expect(await text('search', 'train')).toContain('train')
    for (const format of ['md', 'html', 'txt', 'json'])
      expect(await text('export', 'last', '--format', format, '--include-private', '--yes')).toContain('train home')
    expect(await text('export', 'last')).not.toContain('train home')
    await home.run(['edit', await lastId(home), '--plain'], { input: '1\nA page went out.\n.\n\n\n' })
    expect(read()).toContain(`\n\n${note}\n`)
  })

  it('stays behind with private answers, and comes back with them', async () => {
    const { home, read } = await stripped((whole) => whole.replace(/^# .*$/m, (title) => `${title}\n\nA note of mine.`))
    const copyOf = async (name: string, ...options: string[]) => {
      const file = path.join(home.journal, '..', name)
      await home.run(['export', 'last', '--output', file, ...options])
      return file
    }
    const [partial, full] = [await copyOf('a.json'), await copyOf('b.json', '--include-private', '--yes')]
    const before = read()
    expect((await home.run(['import', partial])).stderr).not.toContain('something else')
    expect(read()).toBe(before)
    const other = newHome()
    await other.run(['import', partial])
    await other.run(['import', full])
    const files = filesBelow(other.journal).filter((name) => name.endsWith('.md'))
    expect(files).toHaveLength(1)
    expect(fs.readFileSync(path.join(other.journal, files[0] ?? ''), 'utf8')).toContain('A note of mine.')
  })
})
