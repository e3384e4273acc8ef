import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runProgram } from '../src/program.ts'
import { contextIn } from './kit/context.ts'

/*
 * `src/misuse.ts` reads the English messages of commander. Each case provokes one of them, so this test fails if a version of
 * commander words it differently.
 */

/** The sentence with which a command line is refused. */
async function refusal(...args: readonly string[]): Promise<string> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'reflect-misuse-'))
  onTestFinished(() => fs.rmSync(dir, { recursive: true }))
  return runProgram(args, contextIn(dir)).then(
    () => 'accepted',
    (error: Error) => error.message
  )
}

describe('a wrong command line is refused in our own words', () => {
  it.each([
    ['commander.unknownOption', ['list', '--xyz'], 'There is no option "--xyz".'],
    ['commander.unknownOption', ["it's", '--a-quote'], 'There is no option "--a-quote".'],
    ['commander.unknownOption', ['list', '--josn'], 'There is no option "--josn". Did you mean "--json"?'],
    ['commander.unknownOption', ['export', '--fort'], '"--fort". Did you mean "--force" or "--format"?'],
    ['commander.unknownCommand', ['pack', 'xyzzy'], 'There is no command "xyzzy".'],
    ['commander.unknownCommand', ['pack', 'lits'], 'There is no command "lits". Did you mean "list"?'],
    ['commander.unknownCommand', ['pack', "it's"], 'There is no command "it\'s".'],
    ['commander.missingArgument', ['pack', 'add'], 'Something is missing: <source>.'],
    ['ours', ['show'], 'Something is missing: <entry>. Type "reflect show --help" to see how it is used.'],
    ['ours', ['search', '--lang', 'en'], 'Something is missing: <words>. Type "reflect search --help"'],
    ['of a command below another', ['--plain', 'pack', 'check', '--x'], 'Type "reflect pack check --help"'],
    ['of a group', ['pack', 'lits'], 'Type "reflect pack --help"'],
    [
      'of a language',
      ['list', '--lang', 'xx'],
      '"--lang" cannot be "xx". Type one of these languages: cy (Cymraeg), en ('
    ],
    ['of a language, at home', ['--lang=xx-YY'], 'Type one of these languages'],
    ['of the program', ['--x'], 'Type "reflect --help"'],
    ['of a value', ['--journal', 'show', 'journal', '--limit', 'x'], 'Type "reflect journal --help"'],
    ['commander.optionMissingArgument', ['journal', '--since'], '"--since" needs a value after it.'],
    ['commander.optionMissingArgument', ['--journal'], '"--journal" needs a value after it.'],
    ['commander.excessArguments', ['list', 'one', 'two'], 'There are too many words after this command.'],
    [
      'commander.conflictingOption',
      ['progress', '--html', 'x', '--json'],
      '"--html" and "--json" cannot be used together.'
    ]
  ])('%s: %j', async (_, args, sentence) => {
    expect(await refusal(...args)).toContain(sentence)
  })
})
