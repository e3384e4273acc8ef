import { createHash } from 'node:crypto'
import { escaped } from '../escape.ts'

/**
 * The start of a page in a language (BCP 47) that needs no other file. `ownStyle` is added to the style of all pages. The
 * content security policy allows this style sheet only, by its digest: nothing can run or load.
 */
export function pageTop(title: string, language: string, ownStyle = ''): string {
  const style = COMMON_STYLE + ownStyle
  const digest = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`
  return (
    `<!doctype html>\n<html lang="${escaped(language)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    '<meta name="referrer" content="no-referrer">\n' +
    `<title>${escaped(title)}</title>\n<style>${style}</style>\n</head>\n`
  )
}

/** The style of a page, for screens of any width, light and dark, and for paper. It loads nothing and needs no script. */
const COMMON_STYLE = `
:root { color-scheme: light dark; --ink: #1d2125; --quiet: #535b63; --paper: #fdfcfa; --line: #d5d2cb; --accent: #1f5f8b; --soft: #f3f1ec; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e2dd; --quiet: #a9adb2; --paper: #181a1c; --line: #3d4145; --accent: #8cc4ec; --soft: #22262a; }
}
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Charter, "Bitstream Charter", Cambria, Georgia, serif; }
body { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
h1, h2, h3, h4, nav, .about, .skip { font-family: system-ui, -apple-system, "Segoe UI", sans-serif; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { font-size: 1.9rem; margin: 0 0 .25rem; }
h2 { font-size: 1.5rem; margin: 3.5rem 0 .25rem; }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
.alone article h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.alone article h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
article + article { border-block-start: 1px solid var(--line); margin-block-start: 3rem; }
article + article h2 { margin-block-start: 2rem; }
.about { color: var(--quiet); font-size: .9rem; margin: 0 0 1.5rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; }
nav { font-size: .95rem; margin: 2rem 0; padding: 1rem 1.25rem; background: var(--soft); border-radius: .5rem; }
nav h2 { font-size: 1rem; margin: 0 0 .5rem; }
nav ol { margin: 0; }
nav li { margin: .25rem 0; }
nav span { color: var(--quiet); }
.question, blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--quiet); }
.question > :first-child, blockquote > :first-child { margin-block-start: 0; }
.question > :last-child, blockquote > :last-child { margin-block-end: 0; }
.answer > :first-child { margin-block-start: 0; }
ul { padding-inline-start: 1.5rem; }
ol { padding-inline-start: 2.25rem; }
/* Of another direction than its list it has its mark where the list leaves no room. */
li[dir] { margin-inline-start: 2rem; }
pre { white-space: pre-wrap; background: var(--soft); padding: .75rem 1rem; border-radius: .25rem; }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; }
hr { border: 0; border-block-start: 1px solid var(--line); margin: 2rem 0; }
.table { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; font-size: .95rem; line-height: 1.4; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: start; vertical-align: top; min-width: 4rem; }
th { background: var(--soft); }
.right { text-align: right; }
.center { text-align: center; }
@media print {
  :root { --ink: #000; --quiet: #333; --paper: #fff; --line: #999; --accent: #000; --soft: #fff; }
  @page { margin: 2.2cm; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  .skip { display: none; }
  nav { padding: 0; break-after: auto; }
  p, li, td { orphans: 3; widows: 3; }
  .question { break-after: avoid; }
  .question, tr, li, svg { break-inside: avoid; }
  .table { overflow: visible; }
  main a[href^="http"]:not(.bare)::after { content: " (" attr(href) ")"; font-size: .85em; }
}
`
