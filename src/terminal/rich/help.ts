import type { Markdown } from '../../markdown/read.ts'
import { renderMarkdown } from '../../display/markdown.ts'
import { width } from '../../display/width.ts'
import { wrap } from '../../display/wrap.ts'
import { hang } from './parts/blocks.ts'
import type { LinesFor } from './parts/pages.ts'
import type { WidgetContext } from './parts/widget.ts'

/** What a question is made of besides its widget, read and ready for rendering. */
export interface Texts {
  readonly ask: Markdown
  readonly help?: Markdown
  readonly example?: Markdown
}

/** The help page: the whole question, its help and example, and the keys. */
export function helpLines(texts: Texts, context: WidgetContext): LinesFor {
  const { theme, words } = context
  const said = words.walk.rich.help
  return (columns) => {
    const help = texts.help === undefined ? [] : ['', ...renderMarkdown(texts.help, columns, theme)]
    const example =
      texts.example === undefined
        ? []
        : ['', theme.strong(said.example), ...renderMarkdown(texts.example, columns, theme)]
    const none = help.length + example.length === 0 ? ['', ...wrap(theme.quiet(said.none), columns)] : []
    return [
      ...renderMarkdown(texts.ask, columns, theme),
      ...help,
      ...example,
      ...none,
      '',
      theme.strong(said.keysTitle),
      ...keyLines(columns, context)
    ]
  }
}

function keyLines(columns: number, { theme, words }: WidgetContext): string[] {
  const { keys } = words.walk.rich.help
  const names = Math.max(...keys.map(([name]) => width(name))) + 2
  return keys.flatMap(([name, does]) => hang(theme.accent(name.padEnd(names)), wrap(does, columns - names)))
}
