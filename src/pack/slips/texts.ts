import { firstFormula } from '../../markdown/maths.ts'
import { PICTURE_PATH } from '../../markdown/pictures.ts'
import { templateTexts } from '../../words/shared/template-texts.ts'
import { own } from '../../util/records.ts'
import type { Edit, Report, SourceSpan } from '../diagnostic.ts'
import { quoted } from '../yaml/syntax-fixes.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import { finder, type Leaf, type Node, type Pair } from '../yaml/tree.ts'

/* What a pack may say although learners will not see it as it was meant. */

/** The keys of texts that learners read as Markdown, and of texts on one line. */
const MARKDOWN = /^(?:ask|discussion|example|help|meaning|reading|text)$/
const LINE = /^(?:label|note|outcome|purpose|row_title|summary|title|unit)$/
/** In these, curly quotation marks around all of a text were meant for YAML. */
const UNQUOTED = /^(?:ask|purpose|summary|title)$/

/** The most words of a text, by its key. */
const MOST: Readonly<Record<string, number>> = {
  title: 20,
  label: 40,
  purpose: 80,
  summary: 150,
  reading: 4000,
  discussion: 4000
}

/** Words that stand for something that is still to be written. */
const UNFINISHED = /\b(?:TODO|TBC|TBD|FIXME|XXX)\b|\b[Ll]orem ipsum\b/

/** What the checks of one file need. */
export interface TextContext {
  readonly report: Report
  readonly lines: LineIndex
  /** Whether packs of this format can have pictures. */
  readonly hasPictures: boolean
  /** The ids that can be quoted. */
  readonly ids: ReadonlySet<string>
}

/** Checks the texts under some keys: pictures, links and tags that do not work, single braces, lost lists, left-over words, length. */
export function checkTexts(pairs: readonly Pair[], context: TextContext): void {
  for (const { key, value } of pairs) checkUnder(key, value, context)
  checkSwallowed(pairs, context)
}

function checkUnder(key: string, value: Node, context: TextContext): void {
  if (value.kind === 'leaf') {
    if (typeof value.value === 'string' && value.value.length > 2) checkText(key, value.value, value, context)
  } else if (value.kind === 'list') for (const item of value.items) checkUnder(key, item, context)
  else if (value.kind === 'map') {
    for (const pair of value.pairs) checkUnder(keyBelow(key, pair.key), pair.value, context)
    checkSwallowed(value.pairs, context)
  }
}

/** Keys that are hardly ever the first word of a line of text, written like that. */
const SWALLOWED =
  /^( *)(?:after_discussion|ask|columns|discussion|example|follow_up|help|items|minutes|options|pick|private|prompts|reading|rows|title|type|when|words):(?: |$)/

const MAY_BE_SWALLOWED = /\n +[a-z_]+:[ \n]/

/** A key that is as far in as the text above it is part of that text. */
function checkSwallowed(pairs: readonly Pair[], { report, lines: file }: TextContext): void {
  for (const { keySpan, value } of pairs) {
    if (value.kind !== 'leaf' || !/^[|>]/.test(value.source) || !MAY_BE_SWALLOWED.test(value.source)) continue
    const lines = value.source.split('\n')
    const index = lines.findIndex(
      (line, number) => number > 1 && isSwallowed(line, pairs) && indentOf(line) >= indentOf(lines[1] ?? '')
    )
    if (index === -1) continue
    const start = value.start + lines.slice(0, index).join('\n').length + 1
    const depth = indentOf(lines[index] ?? '')
    const by = depth - (file.positionOf(keySpan.start).column - 1)
    const key = lines[index]?.trim().split(':', 1)[0] ?? ''
    const span = { start: start + depth, end: start + depth + key.length }
    report('swallowed-key', span, { key }, by > 0 ? outdenting(lines.slice(index), start, by) : undefined)
  }
}

function isSwallowed(line: string, pairs: readonly Pair[]): boolean {
  const isKey = SWALLOWED.test(line)
  return isKey && !pairs.some(({ key }) => line.trim().startsWith(`${key}:`))
}

function outdenting(lines: readonly string[], start: number, by: number): Edit[] {
  let at = start
  return lines.flatMap((line) => {
    const edit = { start: at, end: at + Math.min(by, indentOf(line)), text: '' }
    at += line.length + 1
    return edit.end > edit.start ? [edit] : []
  })
}

/** What the texts are that have ids or terms as keys. */
const BY_ID: Readonly<Record<string, string>> = {
  options: 'label',
  rows: 'label',
  labels: 'label',
  outcomes: 'outcome',
  glossary: 'meaning'
}

/** The labels of options, rows and numbers have their ids as keys; so have outcomes and the meanings of terms. */
function keyBelow(above: string, key: string): string {
  const kind = own(BY_ID, above)
  return kind === undefined || (kind === 'label' && LINE.test(key)) ? key : kind
}

function checkText(key: string, text: string, leaf: Leaf, context: TextContext): void {
  const isMarkdown = MARKDOWN.test(key)
  if (!isMarkdown && !LINE.test(key)) return
  if (isMarkdown) {
    if (text.includes('](')) checkLinks(text, leaf, context)
    if (text.includes('] (')) checkSpacedLinks(text, leaf, context.report)
    if (text.includes('<')) checkTags(text, leaf, context)
    if (text.includes('{')) checkBraces(text, leaf, context)
    if (/[$\\%]|\[\[|:::|="/.test(text)) checkOtherSyntax(withoutCode(text), leaf, context)
    if (MAY_QUOTE.test(text)) checkOtherQuotations(text, leaf, context)
    if (leaf.source.includes('\n') && !leaf.source.startsWith('|')) checkLines(leaf, context)
  }
  if (UNQUOTED.test(key)) checkCurly(leaf, context.report)
  checkUnfinished(text, leaf, context.report)
  if (text.length > 100) checkLength(key, text, leaf, context.report)
}

/** Files beside the pack are not part of it, except pictures in its folder for them. Those of format 2 are checked elsewhere. */
function checkLinks(text: string, leaf: Leaf, { report, hasPictures }: TextContext): void {
  const find = finder(leaf)
  for (const { 0: whole, 1: picture, 2: target = '' } of text.matchAll(/(!?)\[[^\]\n]*\]\(\s*<?([^)\s>]*)[^)\n]*\)/g)) {
    if (picture === '!') {
      if (hasPictures && PICTURE_PATH.test(target)) continue
      const span = find(whole)
      report('dead-link', span, { what: 'picture', target }, hasPictures ? pathFix(whole, target, span) : undefined)
    } else if (!/^(?:https?:|mailto:|tel:)/i.test(target)) report('dead-link', find(whole), { what: 'file', target })
  }
}

/** `images\\queue.png`, `./images/queue.png` and so on as the path of a picture. */
function pathFix(whole: string, target: string, { start, end }: SourceSpan): Edit[] | undefined {
  const path = target
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/^images\//i, 'images/')
  const at = start + whole.lastIndexOf(target)
  const isFit = PICTURE_PATH.test(path) && end - start === whole.length
  return isFit ? [{ start: at, end: at + target.length, text: path }] : undefined
}

/** `[text] (https://…)` is no link. */
function checkSpacedLinks(text: string, leaf: Leaf, report: Report): void {
  const find = finder(leaf)
  for (const [whole, before = ''] of text.matchAll(/(\[[^\]\n]+\]) +\((?:https?:\/\/|mailto:)[^)\s]+\)/g)) {
    const span = find(whole)
    const at = span.start + before.length
    const isFound = span.end - span.start === whole.length
    const space = whole.slice(before.length).indexOf('(')
    report(
      'dead-link',
      span,
      { what: 'space', target: whole },
      isFound ? [{ start: at, end: at + space, text: '' }] : undefined
    )
  }
}

const TAG =
  /<\/?(?:a|b|big|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|small|span|strong|sub|sup|table|td|tr|u|ul|video|audio)(?:\s[^<>]*)?\/?>/i

function checkTags(text: string, leaf: Leaf, { report, hasPictures }: TextContext): void {
  const [tag] = TAG.exec(withoutCode(text)) ?? []
  if (tag === undefined) return
  const span = finder(leaf)(tag)
  const image = hasPictures && leaf.source.includes(tag) ? imageIn(tag) : undefined
  report(
    'dead-link',
    span,
    { what: 'tag', target: tag },
    image === undefined ? emphasis(leaf) : [{ ...span, text: image }]
  )
}

/** `<img src="images/queue.png" alt="A queue">` as Markdown. */
function imageIn(tag: string): string | undefined {
  const [, path = ''] = /\ssrc=["']?([^"'\s>]+)/i.exec(tag) ?? []
  const [, alt = ''] = /\salt=["']([^"'[\]]+)["']/i.exec(tag) ?? []
  return /^<img\s/i.test(tag) && alt !== '' && PICTURE_PATH.test(path) ? `![${alt}](${path})` : undefined
}

/** `<b>so</b>` as Markdown, if there are no other tags. */
function emphasis({ source, start }: Leaf): Edit[] | undefined {
  const isEmphasis = !TAG.test(source.replaceAll(/<(b|strong|i|em)>(?=\S)([^<>\n]*\S)<\/\1>/gi, '$2'))
  if (!isEmphasis || source.startsWith("'")) return undefined
  return [...source.matchAll(/<\/?(b|strong|i|em)>/gi)].map(({ 0: tag, 1: name = '', index }) => ({
    start: start + index,
    end: start + index + tag.length,
    text: /^[bs]/i.test(name) ? '**' : '*'
  }))
}

/** Code shows what it says. */
function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`/g, (code) => ' '.repeat(code.length))
}

/** What other programs replace: `${name}`, `{% name %}`, `<%= name %>`, `[% name %]`, `[[name]]`, `%%NAME%%`. */
const PLACEHOLDER =
  /\$\{([^{}\n]{1,80})\}|\{%=?([^{}\n]{1,80})%\}|<%=?([^<>\n]{1,80})%>|\[%=?([^[\]\n]{1,80})%\]|\[\[([^[\]\n]{1,80})\]\](?!\()|%%([A-Z_]{2,40})%%/
/** Blocks and shortcodes of other programs: `::: note`, `[caption id="x"]`. */
const BLOCK = /^ {0,3}:::.*$|\[[a-z_]{2,20} [a-z_]{1,20}="[^"\n]{0,80}"[^\]\n]{0,80}\]/m

/** Formulas, placeholders and blocks of other programs, which nothing here knows. The first of each kind. */
function checkOtherSyntax(text: string, leaf: Leaf, { report, ids }: TextContext): void {
  const formula = firstFormula(text)
  if (formula !== undefined) report('other-syntax', finder(leaf)(formula), { what: 'formula', text: formula })
  const [placeholder, ...names] = PLACEHOLDER.exec(text) ?? []
  if (placeholder !== undefined) {
    const span = finder(leaf)(placeholder)
    const name = names.find((each) => each !== undefined)?.trim() ?? ''
    const isFound = span.end - span.start === placeholder.length
    const fix = ids.has(name) && isFound ? [{ ...span, text: `{{${name}}}` }] : undefined
    report('other-syntax', span, { what: 'placeholder', text: placeholder }, fix)
  }
  const [block] = BLOCK.exec(text) ?? []
  if (block !== undefined) report('other-syntax', finder(leaf)(block.trim()), { what: 'block', text: block.trim() })
}

/** `{moment}` where `{{moment}}` was meant. */
function checkBraces(text: string, leaf: Leaf, { report, ids }: TextContext): void {
  const find = finder(leaf)
  for (const { 0: whole, 1: name = '' } of text.matchAll(
    /(?<![{$\\])\{([a-z][a-z0-9-]*)(?:\.[a-z0-9-]+)?(?:\|[^{}\n]*)?\}(?!\})/g
  )) {
    const span = find(whole)
    const isFound = span.end - span.start === whole.length
    const fix = ids.has(name) && isFound ? [{ ...span, text: `{${whole}}` }] : undefined
    report('single-braces', span, { text: whole }, fix)
  }
}

/** Quotations as other programs write them: `%moment%`, `#{moment}`, `<<moment>>`; and a fallback as Jinja has it. */
const MAY_QUOTE = /%[a-z]|#\{|<<|\| *default\(/
const OTHER_QUOTATION = /(?<!%)%([a-z][\w-]*)%(?!%)|#\{([a-z][\w-]*)\}|<<([a-z][\w-]*)>>/g
const FILTER = /\{\{ *([a-z][\w./-]*) *\| *default\( *(?:"([^"{}]*)"|'([^'{}]*)'),?[^{}]*\}\}/g

function checkOtherQuotations(text: string, leaf: Leaf, { report, ids }: TextContext): void {
  const find = finder(leaf)
  for (const [whole, ...names] of text.matchAll(OTHER_QUOTATION)) {
    const name = names.find((each) => each !== undefined) ?? ''
    if (ids.has(name)) reportQuotation(whole, `{{${name}}}`, find(whole), report)
  }
  for (const [whole, name = '', ...words] of text.matchAll(FILTER))
    reportQuotation(whole, `{{${name}|${words.find((each) => each !== undefined) ?? ''}}}`, find(whole), report)
}

function reportQuotation(whole: string, right: string, span: SourceSpan, report: Report): void {
  const isFound = span.end - span.start === whole.length
  report('single-braces', span, { text: whole }, isFound ? [{ ...span, text: right }] : undefined)
}

/** A line that begins like an item, a quotation, a heading or a row. */
const STRUCTURED = /^(?:[-*+] |\d{1,3}[.)] |> |#{1,6} |\|)/

/** Lines of a folded text are joined, and so are those of a text without "|". */
function checkLines(leaf: Leaf, { report, lines: file }: TextContext): void {
  const lines = leaf.source.split('\n')
  const isFolded = leaf.source.startsWith('>')
  const first = lines.findIndex((line, index) => {
    const before = lines[index - 1]?.trim() ?? ''
    const isJoined =
      index > (isFolded ? 1 : 0) && before !== '' && indentOf(line) <= Math.max(indentOf(lines[1] ?? ''), 0)
    return isJoined && STRUCTURED.test(line.trim())
  })
  if (first === -1) return
  const start = leaf.start + lines.slice(0, first).join('\n').length + 1 + indentOf(lines[first] ?? '')
  const span = { start, end: start + (lines[first] ?? '').trim().length }
  report(
    'folded-list',
    span,
    {},
    isFolded ? [{ start: leaf.start, end: leaf.start + 1, text: '|' }] : asBlock(leaf, file)
  )
}

function indentOf(line: string): number {
  return Math.max(0, line.search(/\S/))
}

/** A plain or quoted text of several lines as a block, below its key. */
function asBlock({ source, start, end }: Leaf, file: LineIndex): Edit[] | undefined {
  const isQuoted = /^["']/.test(source)
  const lines = (isQuoted ? source.slice(1, -1) : source).split('\n')
  if (isQuoted && /\\|''/.test(source)) return undefined
  const { line, column } = file.positionOf(start)
  const isAfterKey = /^ *(?:- +)*[\w-]+: +$/.test(file.line(line).slice(0, column - 1))
  const indent = Math.min(
    ...lines
      .slice(1)
      .filter((each) => each.trim() !== '')
      .map(indentOf)
  )
  if (!isAfterKey || !Number.isFinite(indent)) return undefined
  const head = { start, end: start + (isQuoted ? 1 : 0), text: `|\n${' '.repeat(indent)}` }
  return isQuoted ? [head, { start: end - 1, end, text: '' }] : [head]
}

/** Curly quotation marks do not keep a text together. */
function checkCurly({ source, start, end }: Leaf, report: Report): void {
  const [, inner] = /^[“„«]([^“”„«»]*)[”“»]$/.exec(source) ?? []
  if (inner === undefined) return
  report('curly-quotes', { start, end: start + 1 }, {}, [{ start, end, text: quoted(inner) }])
}

function checkUnfinished(text: string, leaf: Leaf, report: Report): void {
  const found = UNFINISHED.exec(text)?.[0] ?? templateTexts.find((each) => text.includes(each))
  if (found !== undefined) report('left-over', finder(leaf)(found), { text: found })
}

function checkLength(key: string, text: string, leaf: Leaf, report: Report): void {
  const most = Object.hasOwn(MOST, key) ? MOST[key] : undefined
  if (most === undefined || text.length < 2 * most) return
  const words = text.split(/\s+/).length
  const span: SourceSpan = { start: leaf.start, end: leaf.start + 1 }
  if (words > most) report('long-text', span, { key, words, most })
}
