/** The page that people read first in an unpacked archive, in Markdown and HTML. */
import { marked } from 'marked'
import { textOf } from './program.mjs'

const STYLE = `
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1, h2 { line-height: 1.25 }
code, pre { font: 0.95em ui-monospace, Consolas, monospace; background: #f2f2f2 }
pre { padding: 0.75rem 1rem; overflow-x: auto }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1a1a1a } code, pre { background: #2c2c2c } }`

/** @param {'windows' | 'macos' | 'linux'} system */
export function startPage(system) {
  const markdown = textOf(`build/release/start/${system}.md`)
  const [, title] = /^# (.*)$/m.exec(markdown)
  const html = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
<main>
${marked.parse(markdown)}</main>
</html>
`
  return { markdown, html }
}
