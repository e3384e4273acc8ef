/* Words by which documents show what they ask for, in English, Welsh, German, French and Spanish. All match plain text. */

/** A sentence that ends as a question, also with a hint in brackets or a star after it. */
const ENDS_AS_QUESTION = /[?？؟]["'”’)\]]*\s*(?:\*|\([^()]*\)|\[[^[\]]*\])*[.:]?\s*$/u
/** Verbs with which a task begins. */
const TASK =
  /^(?:please\s+|now\s+|first,?\s+|then,?\s+|finally,?\s+|briefly\s+|in (?:your own|a few|one|two|three) \w+,?\s+)*(?:analyse|analyze|assess|choose|circle|comment|compare|complete|consider|decide|define|describe|discuss|draw|evaluate|examine|explain|finish|give|identify|imagine|indicate|list|mark|name|note|outline|pick|prioriti[sz]e|provide|put|rank|rate|record|reflect|say|score|select|specify|state|suggest|summari[sz]e|tell|think|tick|write|atebwch|cwblhewch|dewiswch|dis(?:grifiwch|gwyliwch)|dywedwch|eglurwch|enwch|esboniwch|graddiwch|meddyliwch|nodwch|rhestrwch|rhowch|ticiwch|trafodwch|ysgrifennwch|beschreiben|bewerten|erklären|erläutern|geben|kreuzen|nennen|notieren|schreiben|wählen|choisissez|classez|cochez|décrivez|donnez|écrivez|expliquez|indiquez|nommez|describa|elija|escriba|explique|indique|marque)(?![\p{L}])/iu
/** Instructions for the whole document. */
const INSTRUCTION =
  /^(?:please\s+)?(?:complete|fill in|tick|circle|select|choose|mark|write|read|give|rate|indicate|cwblhewch|ticiwch)\s+(?:in\s+|out\s+)?(?:all|this|these|each|every|your answers?|in|the (?:following|form|questions?|survey|questionnaire|boxes|sheet))\b(?!.*:\s*$)(?=[^?]*\b(?:forms?|questions|survey|questionnaire|sheet|box(?:es)?|answers?|pages?|holiadur|ffurflen)\b)/iu
const ASKS_FIRST = /^(?:how|what|when|where|which|who|whom|whose|why|sut|beth|pryd|ble|pa|pwy|pam)\s.*[^.]$/iu
/** A clause that a colon ends. */
const ENDS_OPEN = /[:…]\s*$|\.\.\.\s*$/u
const SEVERAL =
  /(?:all|any|as many)(?: of)?(?: the)?(?: \w+)?(?: \w+)? (?:that|which|you)|that apply|one or more|more than one|up to (?:\w+)|at least (?:one|two|three|\d)|choose (?:two|three|four|five|[2-9])|pick (?:two|three|four|five|[2-9])|select (?:two|three|four|five|[2-9])|tick (?:two|three|four|five|[2-9])|multiple answers|popeth sy|pob un|mehrere|plusieurs|varias/iu
const ONE =
  /(?:choose|select|tick|pick|mark|circle|check)\s+(?:only\s+|just\s+)?(?:one|1|the (?:one|option|answer|statement))\b|one (?:only|answer|option|box)|only one|single answer|dewiswch un\b|ticiwch un\b|nur eine|une seule|una sola/iu
const PICKS =
  /\b(?:choose|select|tick|pick|mark|circle|check|which|dewiswch|ticiwch|pa)\b|how (?:often|satisfied|likely|confident|long|much|well|would you|old)|^(?:are|do|does|did|is|was|were|have|has|would|will|can|could) |best (?:describes|suits)/iu
const RANKS =
  /\brank\b|\brangordn|in order of|put (?:\w+ ){0,3}in order|order of (?:importance|preference|priority)|prioriti[sz]e|(?:nh?|d|th?)refn|reihenfolge|classez/iu
const HINT =
  /^(?:[([].*[)\]]\.?$|hints?\b|tips?\b|note:|e\.?g\.?[\s,:]|i\.e\.|for (?:example|instance)\b|think about\b|consider\b|you (?:might|may|could|can)\b|prompts?:|guidance|include\b|awgrym|er enghraifft|meddyliwch am|zum beispiel|hinweis|par exemple|por ejemplo)/iu
const EXAMPLE = /^(?:examples?|for example|e\.g\.|enghraifft|er enghraifft|beispiel|exemple|ejemplo)\s*[:.-]\s*/iu
const DESCRIBES =
  /\b(?:describe|explain|tell|reflect|discuss|think|write|consider|include|disgrifiwch|eglurwch|ysgrifennwch|meddyliwch)\b/iu
const OTHER =
  /^(?:others?|something else|another|none of these|arall|rhywbeth arall|andere[rs]?|autres?|otros?|otra)\b[^\p{L}]*(?:\(?(?:please )?(?:specify|state|describe|say|write|which|explain|nodwch)[^)]*\)?)?[^\p{L}]*$/iu
const DATE = /\bdate\b|\bdyddiad\b|\bdatum\b|\bdd[/.-]mm[/.-]yy|on (?:which|what) day\b|ar ba ddiwrnod/iu
const MONEY_OR_COUNT =
  /^(?:how (?:many|old)|number of|age\b|faint (?:o|yw)|sawl|wie viele|combien|cuánt[oa]s)|\b(?:how many|in (?:hours|minutes|days|weeks|months|years))\b/iu
const LISTS =
  /\b(?:list|name|give|identify|write(?: down)?|note(?: down)?|think of|rhestrwch|enwch|nennen)\b.{0,30}?\b(?:(?:(?:up to|at least)\s+)?(two|three|four|five|six|seven|ten|\d{1,2}|dau|dwy|tri|tair|pedwar|pedair|pump|zwei|drei|vier|fünf)\b)/iu
const LIST_OF = /^(?:please )?(?:list|rhestrwch|make a list)\b/iu
const YES_NO_AFTER =
  /[([]?\s*\b(?:(?:yes|ydw|ydy|oes|do|ie|ja|oui|sí)\s*(?:\/|\bor\b|\bneu\b)\s*(?:no|nac\w*|na|nein|non))\b\s*[)\]]?\s*[.?:]?\s*$|\(y\/n\)/iu
const POLAR =
  /^(?:are|do|does|did|is|was|were|have|has|had|would|will|can|could|should)\s+(?:you|your|it|the|this|there|they|we|any|he|she|i)\b(?!.*\bor\b).*\?/iu

const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  dau: 2,
  dwy: 2,
  zwei: 2,
  three: 3,
  tri: 3,
  tair: 3,
  drei: 3,
  four: 4,
  pedwar: 4,
  pedair: 4,
  vier: 4,
  five: 5,
  pump: 5,
  fünf: 5,
  six: 6,
  seven: 7,
  ten: 10
}

/** Whether a text asks for something: a question, or a task. */
export function isAsking(text: string): boolean {
  return ENDS_AS_QUESTION.test(text) || isTask(text)
}

/** Whether a question mark ends it. */
export function endsAsQuestion(text: string): boolean {
  return ENDS_AS_QUESTION.test(text)
}

/** Whether it begins as a task or as a question without its mark. */
function isTask(text: string): boolean {
  if (INSTRUCTION.test(text)) return false
  return (TASK.test(text) && text.includes(' ')) || (ASKS_FIRST.test(text) && text.split(' ').length > 2)
}

/** Whether it has a question somewhere in it. */
export function holdsQuestion(text: string): boolean {
  return /[?？؟](?:\s|$)/u.test(text)
}

/** Whether a text with a colon asks for one of the items below it. */
export function asksForItem(text: string): boolean {
  return /^(?:are|is|do|does|have|i|my|your|what|which|how|gender|sex|age|role|job|year|level|status|ydych|rydw)\b[^.]*:$/iu.test(
    text
  )
}

/** Whether a text leads to what follows. */
export function endsOpen(text: string): boolean {
  return ENDS_OPEN.test(text)
}

export const saysSeveral = (text: string) => SEVERAL.test(text)
export const saysOne = (text: string) => ONE.test(text)
export const saysPick = (text: string) => PICKS.test(text)
export const saysRank = (text: string) => RANKS.test(text)
export const saysDescribe = (text: string) => DESCRIBES.test(text)
export const isOther = (label: string) => OTHER.test(label)
export const saysDate = (text: string) => DATE.test(text)
export const saysNumber = (text: string) => MONEY_OR_COUNT.test(text)
export const isHint = (text: string) => HINT.test(text)
export const isYesNoAfter = (text: string) => YES_NO_AFTER.test(text)
/** A question that yes or no answers, as far as its first words show. */
export const isPolar = (text: string) => POLAR.test(text)

/** Whether a sentence with gaps follows. */
export const leadsToSentence = (text: string) =>
  /\b(?:complete|finish|fill in|cwblhewch|gorffennwch|ergänze\w*|vervollständig\w*|complétez)\b/iu.test(text) &&
  !ENDS_AS_QUESTION.test(text)
/** Whether a text only says how to choose. */
export const isPickInstruction = (text: string) =>
  text.length < 120 &&
  /^[([]?(?:please\s+)?(?:tick|select|choose|pick|mark|circle|check|rank|put|number|dewiswch|ticiwch)\b/i.test(text) &&
  !ENDS_AS_QUESTION.test(text)

/** How many options may be chosen at most, if a text says so. */
export function pickLimit(text: string): number | undefined {
  const word =
    /\b(?:up to|no more than|at most|a maximum of|(?:choose|select|tick|pick)(?: your)?(?: top)?)\s+(two|three|four|five|six|seven|ten|\d{1,2})\b/i
      .exec(text)?.[1]
      ?.toLowerCase()
  return word === undefined ? undefined : (COUNTS[word] ?? Number(word))
}

/** How many things a task wants: a number, or undefined if it wants a list of any length; false if it wants no list. */
export function listWanted(text: string): number | undefined | false {
  const found = LISTS.exec(text)
  if (found === null) return LIST_OF.test(text) ? undefined : false
  const word = (found[1] ?? '').toLowerCase()
  const number = COUNTS[word] ?? Number(word)
  return number >= 2 && number <= 20 ? number : false
}

/** The example in a text that begins with that word; undefined if it does not. */
export function exampleIn(text: string): string | undefined {
  const found = EXAMPLE.exec(text)
  return found === null ? undefined : text.slice(found[0].length)
}
