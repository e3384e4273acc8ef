import { oneLine, passage, written, type Answer, type Choice, type Point } from '../outline.ts'
import { guessAnswer, scaleAnswer } from '../recognise/answer.ts'
import { isUnsure, isYes, isYesAndNo, scaleOf } from '../recognise/scales.ts'
import { isOther } from '../recognise/phrases.ts'

/** What a table or another program says about a question, besides its words. */
export interface Described {
  readonly text: string
  readonly kind: string
  readonly options: readonly Choice[]
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** The answer for a kind that has a name, and what is not sure about it. */
export interface Typed {
  readonly answer: Answer
  readonly points: readonly Point[]
}

type Maker = (described: Described) => Answer

/** Names of kinds of questions in spreadsheets and other programs, without spaces and signs, and what they become. */
const KINDS: readonly (readonly [RegExp, Maker])[] = [
  [
    /^(?:text|textarea|longtext|longanswer|paragraph|paragraphtext|essay|open|openended|openquestion|freetext|freeform|multiline|comment|commentbox|longtextarea|narrative|reflection|testun|texte)$/,
    () => written
  ],
  [
    /^(?:shortanswer|shorttext|textfield|singleline|line|string|textbox|input|textinput|name|email|url|phone|telephone|singletextbox)$/,
    () => oneLine
  ],
  [
    /^(?:yesno|yesorno|boolean|bool|truefalse|truefalsequestion|binary|iedoneuna|yn|acknowledge|consent)$/,
    () => ({ type: 'yes-no' })
  ],
  [
    /^(?:checkbox(?:es)?|multiselect|multipleselect|multipleanswers?|multipleresponse|selectmultiple|selectmany|selectall(?:thatapply)?|multi|choices|multiplechoicemultipleanswers?|mcma|tickboxes|dewislluosog)$/,
    (each) => optionAnswer('choices', each)
  ],
  [
    /^(?:choice|singlechoice|single|multiplechoice|multiplechoicesingleanswer|mcq|mc|mcsa|radio(?:buttons?)?|dropdown|select|selectone|list?box|combo(?:box)?|pick(?:one|list)?|singleselect|singleanswer|oneof)$/,
    (each) => optionAnswer('choice', each)
  ],
  [
    /^(?:scale|rating|ratingscale|(?:\d{1,2}points?)?likert(?:scale)?|\d{1,2}points?(?:scale|rating)?|linearscale|slider|star(?:s|rating)?|nps|opinionscale|numericscale|range|rate|graddfa|matrix|grid|multiplechoicegrid|matrixrating|likertmatrix)$/,
    ratingAnswer
  ],
  [/^(?:number|numeric|numerical|integer|int|decimal|float|quantity|percentage|rhif)$/, numberAnswer],
  [/^(?:date|day|calendar|datepicker|dyddiad)$/, () => ({ type: 'date' })],
  [/^(?:rank(?:ing)?|order(?:ing)?|sort(?:ing)?|priority)$/, (each) => optionAnswer('ranking', each)],
  [
    /^(?:list|items|bullets|bulletlist|rhestr)$/,
    ({ max }) => ({ type: 'list', ...(max === undefined ? {} : { keys: { items: { max } } }) })
  ],
  [
    /^(?:note|info|information|statement|heading|header|section|sectiontext|title|description|descriptivetext|intro(?:duction)?|label|message|display|html|static|instructions?|nodyn)$/,
    () => passage
  ]
]

/** The answer for the name of a kind; without a name, a guess from the words. A name that is not known is a point to look at. */
export function typedAnswer(described: Described): Typed {
  const name = described.kind.toLowerCase().replaceAll(/\(.*?\)|[^\p{L}\p{N}]/gu, '')
  if (name === '') return guessAnswer({ text: described.text, options: described.options, marker: 'radio', blanks: 0 })
  const maker = KINDS.find(([pattern]) => pattern.test(name))?.[1]
  if (maker === undefined) {
    const guess = guessAnswer({ text: described.text, options: described.options, marker: 'radio', blanks: 0 })
    return { answer: guess.answer, points: [...guess.points, { code: 'kind-unknown', detail: described.kind }] }
  }
  const answer = maker(described)
  const lacksOptions =
    answer === written && !/^(?:text|long|para|essay|open|free|multiline|comment|narr|refl|testun)/.test(name)
  return { answer, points: lacksOptions ? [{ code: 'no-options', detail: described.kind }] : [] }
}

/** A question with options: yes and no, a usual scale, or the kind that is asked for. With fewer than two it is written. */
export function optionAnswer(
  kind: 'choice' | 'choices' | 'ranking',
  { options: all }: Pick<Described, 'options'>
): Answer {
  const options = kind === 'ranking' ? all : all.filter(({ label }) => !isOther(label))
  const labels = options.map(({ label }) => label)
  const other = options.length < all.length
  if (options.length < 2) return written
  if (kind === 'choice' && !other && isYesAndNo(labels)) return { type: 'yes-no', values: valuesOf(options, isYes) }
  const scale = kind === 'choice' && !other ? scaleOf(labels) : undefined
  if (scale !== undefined) return { ...scaleAnswer(scale), values: ratingsOf(options, scale.from) }
  return { type: kind, options, ...(other ? { keys: { other: true } } : {}) }
}

function valuesOf<V>(options: readonly Choice[], value: (label: string) => V): ReadonlyMap<string, V> {
  return new Map(options.flatMap(({ name, label }) => (name === undefined ? [] : [[name, value(label)] as const])))
}

/** The numbers of the options of a scale, in their order. */
function ratingsOf(options: readonly Choice[], from: number): ReadonlyMap<string, number> {
  const rated = options.filter(({ label }) => !isUnsure(label)).map(({ label }) => label)
  return valuesOf(options, (label) => from + rated.indexOf(label))
}

/** A scale from its options or its ends; 1 to 5 if nothing is said. */
function ratingAnswer({ text, kind, options, min, max }: Described): Answer {
  const scale = scaleOf(options.map(({ label }) => label))
  if (scale !== undefined) return scaleAnswer(scale)
  const stated = /(\d{1,2})[ -]?points?/i.exec(kind)?.[1]
  const usual = stated === undefined ? (/nps|opinion/i.test(kind) ? 10 : 5) : Number(stated)
  const [from, to] = [min ?? (/nps/i.test(kind) ? 0 : 1), max ?? usual]
  const guess = guessAnswer({ text, options: [], marker: 'none', blanks: 0 }).answer
  if (min === undefined && max === undefined && guess.keys?.['from'] !== undefined) return guess
  const labels = options.length === 2 ? { labels: { [from]: options[0]?.label, [to]: options[1]?.label } } : {}
  const isScale = Number.isInteger(from) && Number.isInteger(to) && to > from && to - from < 100
  if (!isScale) return { type: 'number' }
  if (options.length > 2) return { type: 'scale', statements: options, keys: { from, to } }
  return { type: 'scale', keys: { from, to, ...labels } }
}

function numberAnswer({ kind, min, max }: Described): Answer {
  const isWhole = /int/i.test(kind)
  const ends =
    min !== undefined && max !== undefined && min > max
      ? {}
      : { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  const keys = { ...ends, ...(isWhole ? { integer: true } : {}) }
  return { type: 'number', ...(Object.keys(keys).length > 0 ? { keys } : {}) }
}
