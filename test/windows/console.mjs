/**
 * A whole exercise typed in a console of Windows, on the whole screen and line by line, and then read there. Wine draws its console into
 * a terminal; its own drawing of the whole screen drifts, so that is judged by the journal that results.
 */
import fs from 'node:fs'
import path from 'node:path'
import { openProgram } from '../../docs/terminal.mjs'
import { launcher } from '../../build/paths.mjs'
import { disk, windowsPath, wineEnv } from './wine.mjs'

const PATIENCE = 120_000
const TAB = '\t'
const ENTER = '\r'

/** What is typed, each once the words before it are on the screen. */
const sessions = {
  'the whole screen': [
    ['begin', ENTER],
    ['happened?', 'The queue reached the door – café.'],
    ['– café.', TAB],
    ['matter to', `3${ENTER}`],
    ['different', 'Fewer people would wait – naïve?'],
    ['naïve?', TAB],
    ['When', 'the counter opens'],
    ['counter opens', TAB],
    ['I will', 'ask Zoë to count the queue.'],
    ['count the queue.', TAB],
    ['Finish', ENTER],
    ['Discussion', ENTER],
    ['aved', undefined]
  ],
  'plain mode': [
    ['begin', ENTER],
    ['happened?', `The queue reached the door – café.${ENTER}.${ENTER}`],
    ['matter to', `3${ENTER}`],
    ['different', `Fewer people would wait – naïve?${ENTER}.${ENTER}`],
    ['When …', `the counter opens${ENTER}`],
    ['I will …', `ask Zoë to count the queue.${ENTER}`],
    ['press Enter.', ENTER],
    ['Discussion', ENTER],
    ['aved', undefined]
  ]
}

/** What must then be in the journal, to the byte. */
const words = [
  'The queue reached the door – café.',
  'Fewer people would wait – naïve?',
  'the counter opens',
  'ask Zoë to count the queue.'
]

/**
 * @param {readonly string[]} node the command that starts Node under Wine.
 * @returns {Promise<{ name: string, fault: string | undefined, screens: string }[]>} one result for each session.
 */
export async function consoleSessions(node) {
  fs.rmSync(disk('console'), { recursive: true, force: true })
  const results = []
  for (const [name, steps] of Object.entries(sessions)) {
    const more = name === 'plain mode' ? ['--plain'] : []
    results.push(await session(node, name, ['start', 'three-questions', '--minutes', '10', ...more], steps))
  }
  return results
}

async function session(node, name, args, steps) {
  const folder = ['console', name]
  const at = (place) => ['C:', ...folder, place].join('\\')
  const env = { ...wineEnv, REFLECT_HOME: at('home'), REFLECT_JOURNAL: at('journal') }
  const command = [...node, windowsPath(launcher)]
  const options = { columns: 80, rows: 30, env, command, patience: PATIENCE }
  const typed = await play(args, options, steps)
  const read = await play(['show', 'last', '--plain'], options, [['queue.']])
  const entry = entryIn(disk(...folder, 'journal'))
  const missing = words.filter((each) => !entry.includes(each))
  const fault =
    typed.fault ?? read.fault ?? (missing.length > 0 ? `not in the journal: ${missing.join(', ')}` : undefined)
  return { name, fault, screens: `${typed.screen}\n\n> reflect show last --plain\n\n${read.screen}\n` }
}

async function play(args, options, steps) {
  const program = openProgram(args, options)
  let fault
  try {
    await program.play(steps)
    await program.play([['']])
  } catch (error) {
    fault = error.message.split('\n')[0]
  }
  const screen = program.rows().join('\n').trimEnd()
  program.close()
  return { fault, screen }
}

/** The text of all entries in a journal. */
function entryIn(journal) {
  if (!fs.existsSync(journal)) return ''
  const files = fs.readdirSync(journal, { recursive: true }).filter((file) => /^\d{4}[\\/].*\.md$/.test(file))
  return files.map((file) => fs.readFileSync(path.join(journal, file), 'utf8')).join('\n')
}
