/* Scales that documents use: words in an order, and numbers with words at their ends. */

/** Words of the usual scales; the label of an option matches one of them as a whole. */
const DEGREES =
  /^(?:(?:very |fairly |quite |slightly |somewhat |extremely |completely |totally |mostly |strongly |moderately |not very |not (?:so|too) |a (?:little|lot|great deal|bit|fair amount) ?|to (?:a|some) \w+ (?:extent)?|partly |generally |neither |neutral|tend to |rather |definitely |probably )*(?:agree|disagree|satisfied|dissatisfied|likely|unlikely|important|unimportant|confident|unconfident|good|bad|poor|well|badly|helpful|unhelpful|useful|useless|easy|difficult|clear|unclear|happy|unhappy|comfortable|true|untrue|often|frequently|relevant|sure|unsure|familiar|aware|concerned|interested|effective|ineffective|valuable|different|not|yes|no|much|like me|high|low)?(?: at all| of me| me| indeed| much| like me| agree nor disagree| satisfied nor dissatisfied| good nor (?:poor|bad)| likely nor unlikely| easy nor difficult)?)$/i
const WHOLE =
  /^(?:never|rarely|seldom|hardly ever|occasionally|sometimes|often|very often|frequently|usually|most of the time|almost always|almost never|always|all of the time|none of the time|some of the time|a lot of the time|(?:very )?poor|fair|average|good|very good|excellent|outstanding|not at all|slightly|a little|moderately|somewhat|quite a (?:bit|lot)|very much|very|extremely|a great deal|to a (?:great|large|small|moderate|some|limited) extent|to some extent|neutral|neither(?: agree nor disagree)?|undecided|below average|above average|much (?:worse|better)|worse|about the same|the same|better|low|medium|high|very (?:low|high)|daily|weekly|monthly|yearly|every day|once a (?:day|week|month|year)|several times a \w+|cytuno'n gryf|cytuno|anghytuno|anghytuno'n gryf|byth|weithiau|yn aml|bob amser|ddim o gwbl|iawn|da|gwael|nie|selten|manchmal|oft|immer|stimme .*|trifft .*|jamais|rarement|parfois|souvent|toujours|(?:tout à fait |plutôt )?(?:pas )?d'accord.*|nunca|a veces|siempre|(?:muy )?de acuerdo|en desacuerdo)$/i
const UNSURE =
  /^(?:(?:i )?(?:don'?t|do not|can'?t|cannot) (?:know|say|remember)|not (?:sure|applicable)|unsure|no opinion|n\/?a|(?:i )?prefer not to say|does not apply|ddim yn gwybod|ddim yn siŵr|ddim yn berthnasol|weiß nicht|keine angabe|ne sais pas|no sé)\.?$/i
const YES = /^(?:yes|y|true|ydw|ydy|oes|ie|do|byddwn|byddaf|gallaf|ja|wahr|oui|sí|si)\.?$/i
const NO = /^(?:no|n|false|na[cd]? \p{L}+|nage|naddo|na|nein|falsch|non)\.?$/iu

/** Characters of a text that tells a scale: no longer one does. */
const LONGEST = 400

/** A scale of whole numbers, with words for some of them. */
export interface NumberScale {
  readonly from: number
  readonly to: number
  readonly labels: Readonly<Record<string, string>>
  readonly unsure: boolean
}

/** Whether two labels are yes and no. */
export function isYesAndNo(labels: readonly string[]): boolean {
  return labels.length === 2 && labels.some((label) => YES.test(label)) && labels.some((label) => NO.test(label))
}

/** Whether a label is yes. */
export function isYes(label: string): boolean {
  return YES.test(label)
}

/** Whether a label says that one does not know. */
export function isUnsure(label: string): boolean {
  return UNSURE.test(label.trim())
}

/** The scale that labels in order make; undefined if they are not the words or numbers of one. */
export function scaleOf(labels: readonly string[]): NumberScale | undefined {
  const degrees = labels.filter((label) => !isUnsure(label))
  const unsure = degrees.length < labels.length
  return degrees.length < 2 ? undefined : (numbered(degrees, unsure) ?? worded(degrees, unsure))
}

/** Labels such as `1`, `2`, `3`, or `1 = never`, `5 (always)`. */
function numbered(labels: readonly string[], unsure: boolean): NumberScale | undefined {
  const parts = labels.map((label) => /^(-?\d{1,3})(?:\s*(?:[=:.)–-]|\s)\s*(.+)|\s*\((.+)\))?$/u.exec(label.trim()))
  const numbers = parts.map((part) => (part === null ? Number.NaN : Number(part[1])))
  const [first = Number.NaN] = numbers
  const step = (numbers[1] ?? Number.NaN) - first
  if (Math.abs(step) !== 1 || !numbers.every((each, index) => each === first + index * step)) return undefined
  const words = parts.flatMap((part, index): [string, string][] => {
    const label = (part?.[2] ?? part?.[3] ?? '').trim()
    return label === '' ? [] : [[String(numbers[index]), label]]
  })
  const last = numbers.at(-1) ?? first
  return { from: Math.min(first, last), to: Math.max(first, last), labels: Object.fromEntries(words), unsure }
}

function worded(labels: readonly string[], unsure: boolean): NumberScale | undefined {
  if (labels.length < 3 || labels.length > 11 || isYesAndNo(labels)) return undefined
  const known = labels.filter((label) => isDegree(label)).length
  if (known < labels.length - (labels.length > 4 ? 1 : 0)) return undefined
  return {
    from: 1,
    to: labels.length,
    labels: Object.fromEntries(labels.map((label, index) => [String(index + 1), label])),
    unsure
  }
}

/** Whether a label is a word of a usual scale. */
export function isDegree(label: string): boolean {
  const words = label.replace(/[.,;:]$/, '').trim()
  return words !== '' && (DEGREES.test(words) || WHOLE.test(words))
}

/** The scale in the words of a question: "from 1 (never) to 5 (always)", "on a scale of 1 to 10", "1 = never, 5 = always". */
export function scaleIn(whole: string): NumberScale | undefined {
  const text = whole.slice(0, LONGEST)
  const pairs = [
    ...text.matchAll(
      /\b(\d{1,2})\s*(?:=|\bis\b|\bmeans\b|\bbeing\b|\byw\b)\s*["“']?([^,;()"”\d]{2,40}?)["”']?\s*(?=[,;).]|\s\d{1,2}\s*=|\band\b|\bto\b|\bac?\b|–|$)/giu
    )
  ]
  const range =
    /\b(?:scale|graddfa|skala|échelle|escala|rate|rating|score|graddiwch)\b[^.?!]*?\b(\d{1,2})\s*(?:\(([^)]*)\))?\s*(?:to|–|-|i|bis|à|a)\s*(\d{1,2})\b\s*(?:\(([^)]*)\))?/iu.exec(
      text
    )
  const short = /[([](\d)\s*(?:-|–|to)\s*(\d{1,2})[)\]]\s*[?.:]?\s*$/.exec(text)
  if (
    range === null &&
    pairs.length === 0 &&
    short !== null &&
    Number(short[1]) < 2 &&
    Number(short[2]) > 2 &&
    Number(short[2]) < 11
  )
    return { from: Number(short[1]), to: Number(short[2]), labels: {}, unsure: false }
  const ends = range === null ? pairs.map((pair) => Number(pair[1])) : [Number(range[1]), Number(range[3])]
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  if (ends.length < 2 || from === to || to - from > 20 || from > 1) return undefined
  const labels = new Map(pairs.map((pair) => [String(Number(pair[1])), (pair[2] ?? '').trim()]))
  if (range?.[2] !== undefined) labels.set(String(Number(range[1])), range[2])
  if (range?.[4] !== undefined) labels.set(String(Number(range[3])), range[4])
  return { from, to, labels: Object.fromEntries(labels), unsure: false }
}

/** A line that is only numbers in order, with words at its ends perhaps: "Never 1 2 3 4 5 Always". */
export function scaleLine(text: string): NumberScale | undefined {
  if (text.length > LONGEST) return undefined
  const found = /^(\D*?)\s*\(?((?:\d{1,2}[\s|/,–-]+){2,}\d{1,2})\)?\s*(\D*)$/u.exec(text.trim())
  if (found === null) return undefined
  const numbers = (found[2] ?? '').split(/\D+/).filter((each) => each !== '')
  const scale = numbered(numbers, false)
  const [low, high] = [(found[1] ?? '').trim(), (found[3] ?? '').trim()]
  if (scale === undefined || low.length > 60 || high.length > 60) return undefined
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)]
  return { ...scale, labels: { ...(low === '' ? {} : { [first]: low }), ...(high === '' ? {} : { [last]: high }) } }
}
