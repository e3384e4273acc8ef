/**
 * Fills in the parts of the documentation that come from the program.
 *
 *   npm run build && node docs/fill-pages.mjs [FOLDER]
 *
 * - `<!-- screen: [[words, keys], ...] -->` below YAML of prompts: the last prompt after these steps, and what the journal keeps
 *   of it, from a real session of the built program.
 *   Below YAML of an exercise or of a pack in one file: the screen only. The first step may be `{ "before": [answers, ...] }`:
 *   the exercise was finished so often with these answers, a week ago.
 * - `<!-- keys: NAME -->`: a table of keys, from the JSON Schema of packs.
 * - `<!-- command: NAME -->`, `<!-- settings -->`, `<!-- topic: NAME -->`, each up to `<!-- end -->`: a command with its
 *   arguments and options, the settings, a topic of the help.
 * - `<!-- keymap: modes -->` and `<!-- keymap: terminals -->`, each up to `<!-- end -->`: the key map.
 *
 * With a folder, the pages are written there instead.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { keyTables } from './key-tables.mjs'
import { launcher, openProgram } from './terminal.mjs'

const PAGES = ['prompt-types.md', 'pack-format.md', 'writing-packs.md', 'commands.md', 'keys.md']
const SIZE = { columns: 80, rows: 24 }
const COMMON = new Set([
  'id',
  'type',
  'ask',
  'title',
  'help',
  'example',
  'private',
  'about',
  'when',
  'core',
  'outcomes',
  'tutor_notes',
  'follow_up'
])
const TAB = '\t'

const [to = import.meta.dirname] = process.argv.slice(2)
const schema = JSON.parse(reflect('pack', 'schema'))
const { load } = createRequire(import.meta.url)(launcher)
const { english } = load('words/index.ts')
const commands = load('program.ts').wholeProgram({ words: english, stdout: { columns: 100 } })
await Promise.all(PAGES.map(fillIn))

async function fillIn(name) {
  const page = fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')
  fs.writeFileSync(path.join(to, name), withProgram(withTables(await withScreens(page))))
}

function reflect(...args) {
  return execFileSync(process.execPath, [launcher, ...args], { encoding: 'utf8' })
}

/** The page with the text after each screen's comment drawn again. */
async function withScreens(page) {
  const place =
    /```yaml\n((?:(?!```)[^])*)```\n\n<!-- screen: (.*) -->\n(?:\n```(?:text|markdown|json)\n(?:(?!```)[^])*```\n)*/g
  const pieces = []
  let end = 0
  for (const { 0: whole, 1: yaml, 2: steps, index } of page.matchAll(place)) {
    const drawn = await draw(yaml, JSON.parse(steps))
    pieces.push(page.slice(end, index), `\`\`\`yaml\n${yaml}\`\`\`\n\n<!-- screen: ${steps} -->\n${drawn}`)
    end = index + whole.length
  }
  return pieces.join('') + page.slice(end)
}

/**
 * Walks through an exercise to its end: the screen on the way, and what is in the journal then. Of a whole exercise or pack, the screen
 * only.
 */
async function draw(yaml, [first, ...others]) {
  const folder = packAround(yaml)
  const { before = [] } = first
  const steps = Array.isArray(first) ? [first, ...others] : others
  const program = openProgram(['start', 'shown', '--pack', folder], SIZE, (env, journal) => {
    for (const answers of before) finishEarlier(folder, answers, env, journal)
  })
  try {
    const still = steps.findIndex(([, keys]) => keys === undefined)
    if (!yaml.startsWith('- ')) {
      await program.play(steps)
      return fenced('text', frameIn(program.rows()))
    }
    await program.play([['Enter begin', '\r'], ...steps.slice(0, still + 1)])
    const screen = frameIn(program.rows())
    const rest = steps.slice(still + 1)
    await program.play([...(rest.length === 0 ? [['', TAB]] : rest), ['Tab finish', TAB], ['❯ Continue', '\r']])
    await program.ended
    const id = [...yaml.matchAll(/^- id: (.*)$/gm)].at(-1)[1]
    return fenced('text', screen) + keptIn(program.journal, id)
  } finally {
    program.close()
    fs.rmSync(folder, { recursive: true })
  }
}

/** Finishes the exercise with these answers, and dates the entry back by a week. */
function finishEarlier(folder, answers, env, journal) {
  execFileSync(process.execPath, [launcher, 'start', 'shown', '--pack', folder, '--answers', '-'], {
    env,
    input: answers
  })
  const today = new Date().toISOString().slice(0, 10)
  const weekAgo = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  for (const name of fs.readdirSync(journal, { recursive: true }).filter((each) => each.endsWith('.md'))) {
    const file = path.join(journal, name)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(today, weekAgo))
  }
}

/** A folder with a pack, which passes its check, from some prompts, an exercise or the pack itself. */
function packAround(yaml) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-docs-pack-'))
  const manifest = 'format: 2\nid: shown\nversion: 1.0.0\ntitle: Shown\nlanguage: en-GB\n'
  const head = 'id: shown\ntitle: Shown\n'
  const exercise = yaml.startsWith('- ') ? `${head}minutes: 5\nprompts:\n${yaml}` : head + yaml
  const isPack = /^exercises:/m.test(yaml)
  fs.writeFileSync(path.join(folder, 'pack.yaml'), manifest + (isPack ? yaml : 'exercises: [shown.yaml]\n'))
  if (!isPack) fs.writeFileSync(path.join(folder, 'shown.yaml'), exercise)
  reflect('pack', 'check', '--strict', folder)
  return folder
}

/** The rows of the frame: below what stays of the reading. A note has no progress, nor have a menu and a discussion. */
function frameIn(rows) {
  const top = rows.findLastIndex((row) =>
    /^(About \d+ minutes? left|\d+% done|Discussion$|How much time do you have\?|private$)/.test(row)
  )
  const first = top === -1 ? rows.findIndex((row) => /^\d+ questions? /.test(row)) + 2 : top
  return rows
    .slice(first)
    .map((row) => row.trimEnd())
    .join('\n')
    .trimEnd()
}

function fenced(language, text) {
  return text === '' ? '' : `\n\`\`\`${language}\n${text}\n\`\`\`\n`
}

/** What the only entry of a journal keeps of a prompt, as it is there and as JSON. */
function keptIn(journal, id) {
  const name = fs.readdirSync(journal, { recursive: true }).find((file) => file.endsWith('.md'))
  const sections = fs.readFileSync(path.join(journal, name), 'utf8').split(/\n(?=<!-- reflect:)/)
  const section = sections.find((text) => text.startsWith(`<!-- reflect:${id} `))
  const shown = execFileSync(process.execPath, [launcher, 'show', 'last', '--json', '--journal', journal], {
    encoding: 'utf8'
  })
  const answer = JSON.parse(shown).answers[id]
  return fenced('markdown', section.trimEnd()) + (answer === undefined ? '' : fenced('json', JSON.stringify(answer)))
}

/** The page with each table of keys generated again. */
function withTables(page) {
  return page.replaceAll(/<!-- keys: (\S+) -->\n(?:\n(?:\|.*\n)+)?/g, (_, name) => {
    const lines = keysOf(name).map(([key, value, needed]) => {
      const shape = shapeOf(value)
      const written = shape === '' ? key : `${key}: ${shape}`
      return `| \`${written}\` | ${value.description}${needed ? ' **Needed.**' : ''} |`
    })
    const table = lines.length === 0 ? '' : `\n| key | is |\n|---|---|\n${lines.join('\n')}\n`
    return `<!-- keys: ${name} -->\n${table}`
  })
}

/** The keys of a part of the format, each with its schema and whether it is needed: a type's are those of its own. */
function keysOf(name) {
  const { exercise, [`prompt-${name}`]: own, 'prompt-text': text, 'prompt-choice': choice } = schema.$defs
  const prompt = { ...text, properties: { ...choice.properties, ...text.properties } }
  const whole = { manifest: schema.anyOf[0], exercise, prompt }[name] ?? own
  const isWanted = (key) => name === 'manifest' || name === 'exercise' || COMMON.has(key) === (name === 'prompt')
  return Object.entries(whole.properties)
    .filter(([key]) => isWanted(key))
    .map(([key, value]) => [key, value, whole.required.includes(key) && key !== 'type'])
}

/** The keys below a key, in one line of YAML; '' where there are none. */
function shapeOf({ properties, items, additionalProperties }) {
  if (properties !== undefined) return `{ ${Object.keys(properties).join(', ')} }`
  const inside = items ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
  const shape = inside === undefined ? '' : shapeOf(inside)
  if (shape === '') return ''
  return items === undefined ? `{ NAME: ${shape} }` : `[${shape}]`
}

/** The page with its commands, settings and topics. @throws Error if it describes some commands but not all. */
function withProgram(page) {
  const missing = new Set(leavesOf(commands))
  const parts = /(<!-- (command|settings|topic|keymap):? ?(.*) -->\n)[^]*?(?=<!-- end -->)/g
  const filled = page.replaceAll(parts, (_, mark, kind, name) => mark + partOf(kind, name, missing))
  if (filled.includes('<!-- command: ') && missing.size > 0)
    throw new Error(`no <!-- command: … --> for ${[...missing].map((command) => command.name()).join(', ')}`)
  return filled
}

function partOf(kind, name, missing) {
  if (kind === 'topic') return `\n\`\`\`text\n${english.commands.topics[name]}\n\`\`\`\n\n`
  if (kind === 'keymap') return keyTables[name](load, english, tableOf)
  if (kind === 'settings') return tableOf(['setting', 'is', 'takes', 'usual'], settings())
  const command = commandNamed(name)
  missing.delete(command)
  return (name === '' ? '' : `\n${synopsisOf(command)}\n`) + tableOf(['argument or option', 'is'], rowsOf(command))
}

/** The commands that do something. */
function leavesOf(command) {
  return command.commands.flatMap((below) => (below.commands.length > 0 ? leavesOf(below) : [below]))
}

/** The command with a name such as `pack check`; for an empty name, the program. */
function commandNamed(name) {
  return name.split(' ').reduce((command, word) => {
    const found = word === '' ? command : command.commands.find((below) => below.name() === word)
    if (found === undefined) throw new Error(`there is no command ${name}`)
    return found
  }, commands)
}

function synopsisOf(command) {
  const help = commands.createHelp()
  const description = command.description()
  return `\`${help.commandUsage(command)}\`: ${description.charAt(0).toLowerCase()}${description.slice(1)}.`
}

function rowsOf(command) {
  const args = command.registeredArguments.map((each) => {
    const name = each.name() + (each.variadic ? '...' : '')
    return [code(each.required ? `<${name}>` : `[${name}]`), each.description]
  })
  return [...args, ...command.options.map((option) => [code(option.flags), option.description])]
}

function settings() {
  const { keys, presets } = load('settings/index.ts')
  const { about, takes, none } = english.settings
  return keys.map((key) => [
    code(key),
    about[key],
    takes[key],
    presets[key] === undefined ? none : code(String(presets[key]))
  ])
}

function code(text) {
  return `\`${text}\``
}

/** A table with empty lines around it; nothing if it has no rows. */
function tableOf(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return rows.length === 0 ? '\n' : `\n${line(head)}|${'---|'.repeat(head.length)}\n${rows.map(line).join('')}\n`
}
