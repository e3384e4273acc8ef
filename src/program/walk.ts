import type { Command } from 'commander'
import type { Commands } from './go.ts'
import { tagsOption } from './options.ts'

/** The commands that lead to an exercise. */
export const walkCommands: Commands = {
  list: ({ program, words, go }) =>
    program
      .command('list')
      .description(words.list.what)
      .argument('[pack]', words.list.pack)
      .option('--pack <path>', words.options.packPath)
      .option('--json', words.options.json)
      .action((pack: string | undefined, _, command: Command) =>
        go(() => import('../commands/exercises/list.ts'), command, { only: pack })
      ),
  start: ({ program, words, context, go }) =>
    program
      .command('start')
      .description(words.start.what)
      .argument('[exercise]', words.start.exercise)
      .option('--pack <path>', words.options.packPath)
      .option('--route <route>', words.start.route)
      .option('--again', words.start.again)
      .option('--answers <file>', words.start.answers)
      .option('--tag <tag>', words.start.tag, (text, tags?: string[]) => tagsOption(text, tags, context))
      .option('--editor', words.start.editor)
      .option('--json', words.options.json)
      .action((exercise: string | undefined, _, command: Command) =>
        go(() => import('../commands/exercises/start.ts'), command, { exercise })
      ),
  resume: ({ program, words, go }) =>
    program
      .command('resume')
      .description(words.resume.what)
      .argument('[entry]', words.resume.entry)
      .option('--editor', words.start.editor)
      .action((entry: string | undefined, _, command: Command) =>
        go(() => import('../commands/exercises/resume.ts'), command, { entry })
      )
}
