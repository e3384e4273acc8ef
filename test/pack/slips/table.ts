import { base } from './base.ts'

/** A slip of an author: one place of the sound pack, written differently. */
export interface Slip {
  readonly kind: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly code: string
  /** A part of what was written, at whose start the slip is reported. */
  readonly at: string
  /** The most messages. */
  readonly max: number
  /** Whether the correction makes the sound pack again. */
  readonly isFixed: boolean
}

type Written = readonly [from: string, to: string, at?: string]
interface Kind {
  readonly file?: string
  readonly max?: number
  readonly isFixed?: boolean
}

function slips(
  kind: string,
  code: string,
  written: readonly Written[],
  { file, max = 1, isFixed = true }: Kind = {}
): Slip[] {
  return written.map(([from, to, at = to.trim()]) => {
    const found = file ?? Object.keys(base).find((name) => base[name]?.includes(from)) ?? ''
    return { kind, file: found, from, to, code, at, max, isFixed }
  })
}

const n = '\u00a0'
const z = '\u200b'

/** What authors write by mistake, by kind. */
export const table: readonly Slip[] = [
  ...slips('a dash forgotten before an item', 'missing-dash', [
    ['  - id: part\n', '    id: part\n', 'id: part'],
    ['  - id: why\n', '    id: why\n', 'id: why'],
    ['  - id: sure\n', '    id: sure\n', 'id: sure'],
    ['  - id: who\n', '    id: who\n', 'id: who'],
    ['  - id: worth\n', '    id: worth\n', 'id: worth'],
    ['  - id: day\n', '    id: day\n', 'id: day']
  ]),
  ...slips('a dash forgotten, in the column of the dashes', 'indentation', [
    ['  - id: part\n', '  id: part\n', 'id: part'],
    ['  - id: sure\n', '  id: sure\n', 'id: sure'],
    ['  - id: number\n', '  id: number\n', 'id: number'],
    ['  - id: told\n', '  id: told\n', 'id: told']
  ]),
  ...slips('a dash forgotten in a list of texts', 'indentation', [['      - Time\n', '      Time\n', 'Time']]),
  ...slips('a dash without a space', 'wrong-sign', [
    ['- id: part', '-id: part'],
    ['- id: why', '-id: why'],
    ['- id: people', '-id: people'],
    ['- id: worth', '-id: worth'],
    ['- id: again', '-id: again'],
    ['- id: next', '-id: next']
  ]),
  ...slips('an en dash for a hyphen', 'wrong-sign', [
    ['- id: part', '– id: part'],
    ['- id: felt', '– id: felt'],
    ['- id: sure', '— id: sure'],
    ['- id: day', '– id: day'],
    ['- id: worth', '−\u00a0id: worth', '−'],
    ['- Time', '– Time'],
    ['- Money\n      - Time\n      - Trust', '– Money\n      – Time\n      – Trust', '– Money']
  ]),
  ...slips('a bullet for a hyphen', 'wrong-sign', [
    ['- id: part', '• id: part'],
    ['- id: who', '• id: who'],
    ['- id: why', '* id: why'],
    ['- Money\n      - Time\n      - Trust', '• Money\n      • Time\n      • Trust', '• Money'],
    ['- Money\n      - Time\n      - Trust', '* Money\n      * Time\n      * Trust', '* Money'],
    ['- Money\n      - Time\n      - Trust', '1. Money\n      2. Time\n      3. Trust', '1. Money'],
    ['- Money\n      - Time\n      - Trust', '1) Money\n      2) Time\n      3) Trust', '1) Money']
  ]),
  ...slips('a full-width colon', 'wrong-sign', [
    ['title: The moment', 'title：The moment', '：'],
    ['ask: What did you feel?', 'ask： What did you feel?', '：'],
    ['minutes: 15', 'minutes：15', '：'],
    ['- id: part', '- id：part', '：']
  ]),
  ...slips('no space after a colon', 'no-space-after-colon', [
    ['title: The moment', 'title:The moment'],
    ['ask: What did you feel?', 'ask:What did you feel?'],
    ['minutes: 15', 'minutes:15'],
    ['language: en-GB', 'language:en-GB'],
    ['{ id: what, title: What }', '{ id:what, title: What }', 'id:what'],
    ['{ exercise: one, after: 7 days }', '{ exercise:one, after: 7 days }', 'exercise:one']
  ]),
  ...slips('no colon', 'stray-text', [
    ['    title: Your part', '    title Your part', 'title Your part'],
    ['    ask: How sure are you?', '    ask How sure are you?', 'ask How'],
    ['minutes: 15', 'minutes 15']
  ]),
  ...slips('a tab for spaces', 'tab', [
    ['    ask: Tell one moment', '\task: Tell one moment', '\t'],
    ['    title: Your part', '\ttitle: Your part', '\t'],
    ['    type: scale\n    ask: How sure are you?', '\ttype: scale\n\task: How sure are you?', '\t'],
    ['  - id: people', '\t- id: people', '\t'],
    ['      - Time', '\t- Time', '\t'],
    ['  Think of a moment.', '\tThink of a moment.', '\t'],
    ['  - Who was not?', '\t- Who was not?', '\t'],
    ['  What is missing?', '\tWhat is missing?', '\t']
  ]),
  ...slips('a space of another kind', 'odd-space', [
    ['    title: Your part', `${n}   title: Your part`, n],
    ['- id: part', `-${n}id: part`, n],
    ['title: The moment', `title:${n}The moment`, n],
    ['    ask: How sure', `${n}${n}${n}${n}ask: How sure`, n],
    ['ask: What did you feel?', `ask:${n}${n}What did you feel?`, n]
  ]),
  ...slips('a hidden space in a name or a number', 'odd-space', [
    ['id: part\n', `id: part${n}\n`, n],
    ['type: choice\n', `type: choice${n}\n`, n],
    ['{ part: led }', `{ part: led${n}}`, n],
    ['{ part: led }', `{${n}part: led }`, n],
    ['minutes: 10', `minutes: 10${n}`, n],
    ['from: 1\n    to: 5', `from: 1${n}\n    to: 5`, n],
    ['[one.yaml, two.yaml]', `[${n}one.yaml, two.yaml]`, n],
    ['{ again: true }', `{ again: true${n}}`, n],
    ['after: 7 days', `after: 7${n}days`, n],
    ['type: list', `type: ${n}list`, n],
    ['{{one/moment|', `{{one/moment${n}|`, n],
    ['exercises: [one] }', `exercises: [one${n}] }`, n],
    ['version: 1.0.0', `version: 1.0.0${n}`, n],
    ['language: en-GB', `language: ${n}en-GB`, n],
    ['about: again', `about: again${n}`, n],
    ['private: true', `private: true${n}`, n],
    ['options: [Joy, Anger, Fear]', `options: [Joy, Anger, Fear${n}]`, n]
  ]),
  ...slips('a character that nobody can see in a name', 'odd-space', [
    ['id: part\n', `id: pa${z}rt\n`, z],
    ['type: choice\n', `type: cho\u00adice\n`, '\u00ad'],
    ['type: scale\n    ask: How sure', `type: scale${z}\n    ask: How sure`, z],
    ['[one.yaml, two.yaml]', `[one${z}.yaml, two.yaml]`, z],
    ['language: en-GB', `language: en${z}-GB`, z],
    ['id: two', `id: ${z}two`, z]
  ]),
  ...slips('a character that nobody can see in a text', 'invisible-character', [
    ['one moment of this', `one mo${z}ment of this`, z],
    ['Look again.', `Look ag\u00adain.`, '\u00ad'],
    ['What did you', `What\u2028did you`, '\u2028'],
    ['I took part', `I took \ufeffpart`, '\ufeff']
  ]),
  ...slips('a colon in a text', 'colon-in-text', [
    ['"Why you: what did it take?"', 'Why you: what did it take?', ': what'],
    ['"Six weeks: what happened."', 'Six weeks: what happened.', ': what'],
    ['"You wrote: {{one/moment|nothing yet}}. What now?"', 'You wrote: {{one/moment|nothing yet}}. What now?', ': {{']
  ]),
  ...slips('a colon in a text, in curly quotation marks', 'colon-in-text', [
    ['"Why you: what did it take?"', '“Why you: what did it take?”', ': what'],
    ['"Six weeks: what happened."', '“Six weeks: what happened.”', ': what']
  ]),
  ...slips('a quotation mark forgotten at the end', 'unclosed', [
    ['"Why you: what did it take?"', '"Why you: what did it take?', '"Why'],
    ['"Six weeks: what happened."', '"Six weeks: what happened.', '"Six'],
    ['"Worth it because {who} can work."', '"Worth it because {who} can work.', '"Worth'],
    ['"You wrote: {{one/moment|nothing yet}}. What now?"', '"You wrote: {{one/moment|nothing yet}}. What now?”', '"You']
  ]),
  ...slips('a bracket forgotten or wrong', 'unclosed', [
    ['[Joy, Anger, Fear]', '[Joy, Anger, Fear', '['],
    ['[one.yaml, two.yaml]', '[one.yaml, two.yaml', '['],
    ['{ min: 40, max: 120 }', '{ min: 40, max: 120', '{'],
    ['{ part: led }', '{ part: led', '{'],
    ['[Joy, Anger, Fear]', '[Joy, Anger, Fear}', '[']
  ]),
  ...slips('curly quotation marks around a name', 'wrong-sign', [
    ['type: choice\n', 'type: ‘choice’\n', '‘'],
    ['type: list', 'type: “list”', '“'],
    ['id: part\n', 'id: “part”\n', '“'],
    ['version: 1.0.0', 'version: “1.0.0”', '“'],
    ['language: en-GB', 'language: ‘en-GB’', '‘']
  ]),
  ...slips('curly quotation marks around a text', 'curly-quotes', [
    ['title: The moment', 'title: “The moment”', '“'],
    ['ask: Who was there?', 'ask: “Who was there?”', '“'],
    ['purpose: Look again.', 'purpose: „Look again.“', '„']
  ]),
  ...slips('wrong indentation', 'indentation', [
    ['    help: What did people say?', '     help: What did people say?', 'help'],
    ['    help: What did people say?', '   help: What did people say?', 'help'],
    ['    ask: Who was there?', '   ask: Who was there?', 'ask'],
    ['    unit: people', '     unit: people', 'unit'],
    ['    options: [Joy, Anger, Fear]', '     options: [Joy, Anger, Fear]', 'options'],
    ['  - id: people', '   - id: people', '- id'],
    ['  - id: day', ' - id: day', '- id'],
    ['minutes: 15', ' minutes: 15', 'minutes'],
    ['language: en-GB', ' language: en-GB', 'language']
  ]),
  ...slips('a text that is not below "|"', 'text-after-block-sign', [
    ['ask: Tell one moment of this week.', 'ask: | Tell one moment of this week.', 'Tell'],
    ['discussion: |\n  Read it again.', 'discussion: | Read it again.', 'Read'],
    ['reading: |\n  Think of a moment.', 'reading: | Think of a moment.', 'Think']
  ]),
  ...slips('a text below "|" that is not further in', 'stray-text', [
    ['ask: Tell one moment of this week.', 'ask: |\n    Tell one moment of this week.', 'Tell'],
    ['ask: Who was there?', 'ask: |\n    Who was there?', 'Who']
  ]),
  ...slips('a list where bounds belong', 'wrong-kind', [
    ['words: { min: 40, max: 120 }', 'words: 40-120', '40-120'],
    ['words: { min: 40, max: 120 }', 'words: 40 to 120', '40 to'],
    ['words: { min: 40, max: 120 }', 'words: 40–120 words', '40'],
    ['words: { min: 40, max: 120 }', 'words: [40, 120]', '40'],
    ['words: { min: 40, max: 120 }', 'words: "40-120"', '"40'],
    ['pick: { max: 2 }', 'pick: at most 2', 'at most'],
    ['pick: { max: 2 }', 'pick: up to 2', 'up to'],
    ['pick: { max: 2 }', 'pick: max 2', 'max'],
    ['items: { min: 1, max: 5 }', 'items: 1-5', '1-5'],
    ['items: { min: 1, max: 5 }', 'items: 1..5', '1..5']
  ]),
  ...slips('a text where a condition belongs', 'wrong-kind', [
    ['when: { part: led }', 'when: part = led', 'part'],
    ['when: { part: led }', 'when: part == led', 'part'],
    ['when: { part: led }', 'when: part is led', 'part'],
    ['when: { part: led }', 'when: "part: led"', '"part'],
    ['when: { again: true }', 'when: again = true', 'again']
  ]),
  ...slips('an equals sign in a condition', 'nothing-there', [
    ['{ part: led }', '{ part = led }', 'part ='],
    ['{ again: true }', '{ again = true }', 'again =']
  ]),
  ...slips('a list where a mapping belongs', 'wrong-kind', [
    ['labels: { 1: Hardly, 5: Fully }', 'labels: [Hardly, Fully]', 'Hardly'],
    ['revisit: { exercise: one, after: 7 days }', 'revisit: one after 7 days', 'one after'],
    ['gaps: { who: { ask: "Who can?" } }', 'gaps: { who: "Who can?" }', '"Who']
  ]),
  ...slips('a mapping or texts where a list belongs', 'wrong-kind', [
    ['columns: [{ id: what, title: What }]', 'columns: [What]', 'What'],
    ['columns: [{ id: what, title: What }]', 'columns: { what: What }', 'what'],
    [
      'statements: [{ id: calm, text: I was calm }, { id: heard, text: I was heard }]',
      'statements: { calm: I was calm, heard: I was heard }',
      'calm'
    ],
    ['options: [Joy, Anger, Fear]', 'options: Joy, Anger, Fear', 'Joy'],
    ['exercises: [one.yaml, two.yaml]', 'exercises: one.yaml, two.yaml', 'one'],
    ['rows: [Staff, Public]', 'rows: Staff, Public', 'Staff']
  ]),
  ...slips(
    'options with ids in a list',
    'option-with-id',
    [
      [
        '      led: I led it\n      joined: I took part',
        '      - led: I led it\n      - joined: I took part',
        'led: I'
      ],
      [
        '      led: I led it\n      joined: I took part',
        '      - led: I led it\n      - { id: joined, label: I took part }',
        'led: I'
      ],
      ['[Joy, Anger, Fear]', '[Joy, Anger, fear: Fear]', 'fear: Fear']
    ],
    { max: 2, isFixed: true }
  ).map((slip) => (slip.from.startsWith('[Joy') ? { ...slip, isFixed: false } : slip)),
  ...slips(
    'a key of another program, in a prompt',
    'foreign-key',
    [
      ['ask: Tell one moment of this week.', 'question: Tell one moment of this week.', 'question'],
      ['ask: Tell one moment of this week.', 'text: Tell one moment of this week.', 'text'],
      ['ask: Tell one moment of this week.', 'label: Tell one moment of this week.', 'label'],
      ['ask: Tell one moment of this week.', 'prompt: Tell one moment of this week.', 'prompt'],
      ['ask: Tell one moment of this week.', 'query: Tell one moment of this week.', 'query'],
      ['ask: Tell one moment of this week.', 'wording: Tell one moment of this week.', 'wording'],
      ['help: What did people say?', 'hint: What did people say?', 'hint'],
      ['help: What did people say?', 'description: What did people say?', 'description'],
      ['help: What did people say?', 'tip: What did people say?', 'tip'],
      ['help: What did people say?', 'help_text: What did people say?', 'help_text'],
      ['help: What did people say?', 'instructions: What did people say?', 'instructions'],
      ['help: What did people say?', 'guidance: What did people say?', 'guidance'],
      ['example: The queue', 'placeholder: The queue', 'placeholder'],
      ['example: The queue', 'sample: The queue', 'sample'],
      ['title: The moment', 'heading: The moment', 'heading'],
      ['title: The moment', 'name: The moment', 'name'],
      ['title: The moment', 'label: The moment', 'label'],
      ['id: moment\n', 'key: moment\n', 'key'],
      ['id: moment\n', 'slug: moment\n', 'slug'],
      ['id: moment\n', 'name: moment\n', 'name'],
      ['when: { part: led }', 'if: { part: led }', 'if'],
      ['when: { part: led }', 'show_if: { part: led }', 'show_if'],
      ['when: { part: led }', 'visibleIf: { part: led }', 'visibleIf'],
      ['when: { part: led }', 'condition: { part: led }', 'condition'],
      ['when: { part: led }', 'depends_on: { part: led }', 'depends_on'],
      ['when: { part: led }', 'relevant: { part: led }', 'relevant'],
      ['options: [Joy', 'choices: [Joy', 'choices'],
      ['options: [Joy', 'answers: [Joy', 'answers'],
      ['options: [Joy', 'values: [Joy', 'values'],
      ['options: [Joy', 'items: [Joy', 'items'],
      ['type: list', 'kind: list', 'kind'],
      ['type: list', 'widget: list', 'widget'],
      ['other: true', 'allow_other: true', 'allow_other'],
      ['from: 1\n    to: 5', 'min: 1\n    max: 5', 'min'],
      ['from: 1\n    to: 5', 'minimum: 1\n    maximum: 5', 'minimum'],
      ['min: 0', 'minimum: 0', 'minimum'],
      ['max: 500', 'maximum: 500', 'maximum'],
      ['unit: people', 'suffix: people', 'suffix'],
      ['{ min: 40, max: 120 }', '{ minimum: 40, max: 120 }', 'minimum'],
      ['{ min: 40, max: 120 }', '{ from: 40, to: 120 }', 'from'],
      ['{ id: what, title: What }', '{ id: what, label: What }', 'label'],
      ['{ id: calm, text: I was calm }', '{ id: calm, label: I was calm }', 'label'],
      ['pick: { max: 2 }', 'pick: { maximum: 2 }', 'maximum']
    ],
    { max: 2 }
  ),
  ...slips('a key of another program, in an exercise', 'foreign-key', [
    ['prompts:\n  - id: moment', 'questions:\n  - id: moment', 'questions'],
    ['prompts:\n  - id: order', 'steps:\n  - id: order', 'steps'],
    ['purpose: Look again.', 'description: Look again.', 'description'],
    ['purpose: Look again.', 'goal: Look again.', 'goal'],
    ['reading: |', 'intro: |', 'intro'],
    ['reading: |', 'introduction: |', 'introduction'],
    ['discussion: |', 'conclusion: |', 'conclusion'],
    ['minutes: 15', 'duration: 15', 'duration'],
    ['minutes: 15', 'time: 15', 'time'],
    ['id: two\n', 'name: two\n', 'name']
  ]),
  ...slips('a key of another program, in the manifest', 'foreign-key', [
    ['title: A first year', 'name: A first year', 'name'],
    ['summary: "Six', 'description: "Six', 'description'],
    ['authors: [', 'author: [', 'author'],
    ['language: en-GB', 'lang: en-GB', 'lang'],
    ['language: en-GB', 'locale: en-GB', 'locale'],
    ['version: 1.0.0', 'ver: 1.0.0', 'ver'],
    ['exercises: [one.yaml', 'modules: [one.yaml', 'modules'],
    ['routes:', 'paths:']
  ]),
  ...slips('a key that a pack has no use for', 'foreign-key', [
    ['    help: What', '    required: true\n    help: What', 'required'],
    ['    help: What', '    mandatory: yes\n    help: What', 'mandatory'],
    ['    help: What', '    optional: false\n    help: What', 'optional']
  ]).map((slip) => (slip.at === 'mandatory' ? { ...slip, isFixed: false } : slip)),
  ...slips(
    'a key that a pack cannot have',
    'foreign-key',
    [
      ['    help: What', '    image: images/gibbs.png\n    help: What', 'image'],
      ['    help: What', '    video: film.mp4\n    help: What', 'video'],
      ['    help: What', '    link: https://example.com\n    help: What', 'link'],
      ['    help: What', '    points: 5\n    help: What', 'points'],
      ['    help: What', '    default: Nothing\n    help: What', 'default'],
      ['    help: What', '    max_length: 500\n    help: What', 'max_length'],
      ['    help: What', '    pattern: "[a-z]+"\n    help: What', 'pattern'],
      ['    help: What', '    tags: [week-1]\n    help: What', 'tags'],
      ['    help: What', '    due: 2026-10-01\n    help: What', 'due'],
      ['    help: What', '    color: red\n    help: What', 'color'],
      ['    help: What', '    notes: For me\n    help: What', 'notes'],
      ['minutes: 15', 'minutes: 15\ndeadline: Friday', 'deadline']
    ],
    { isFixed: false }
  ),
  ...slips('a key misspelt', 'unknown-key', [
    ['example: The', 'exmaple: The', 'exmaple'],
    ['title: The moment', 'titel: The moment', 'titel'],
    ['purpose: Look again', 'pupose: Look again', 'pupose'],
    ['license: CC', 'licence: CC', 'licence'],
    ['minutes: 15', 'minuets: 15', 'minuets'],
    ['language: en', 'langauge: en', 'langauge'],
    ['template: "W', 'tempalte: "W', 'tempalte']
  ]),
  ...slips('a key with capitals', 'unknown-key', [
    ['title: The moment', 'Title: The moment', 'Title'],
    ['ask: How sure', 'Ask: How sure', 'Ask'],
    ['version: 1', 'Version: 1', 'Version']
  ]),
  ...slips('a type of another program', 'unknown-type', [
    ['type: choice\n', 'type: radio\n', 'radio'],
    ['type: choice\n', 'type: dropdown\n', 'dropdown'],
    ['type: choice\n', 'type: multiple_choice\n', 'multiple_choice'],
    ['type: choice\n', 'type: select_one\n', 'select_one'],
    ['type: choice\n', 'type: single choice\n', 'single'],
    ['type: choices', 'type: checkbox', 'checkbox'],
    ['type: choices', 'type: checkboxes', 'checkboxes'],
    ['type: choices', 'type: select_multiple', 'select_multiple'],
    ['type: scale\n    ask: How sure', 'type: likert\n    ask: How sure', 'likert'],
    ['type: scale\n    ask: How sure', 'type: rating\n    ask: How sure', 'rating'],
    ['type: scale\n    ask: How sure', 'type: slider\n    ask: How sure', 'slider'],
    ['type: ranking', 'type: sort', 'sort'],
    ['type: table', 'type: matrix', 'matrix'],
    ['type: table', 'type: grid', 'grid'],
    ['type: sentence', 'type: cloze', 'cloze'],
    ['type: number', 'type: integer', 'integer'],
    ['type: date', 'type: datetime', 'datetime'],
    ['type: yes-no', 'type: boolean', 'boolean'],
    ['type: yes-no', 'type: yesno', 'yesno'],
    ['type: yes-no', 'type: yes_no', 'yes_no'],
    ['type: plan', 'type: if-then', 'if-then'],
    ['type: list', 'type: checklist', 'checklist'],
    ['type: choice\n', 'type: Choice\n', 'Choice']
  ]),
  ...slips(
    'an unknown type',
    'unknown-type',
    [
      ['type: choice\n', 'type: nosuch\n', 'nosuch'],
      ['type: list', 'type: signature', 'signature'],
      ['type: plan', 'type: upload', 'upload']
    ],
    { isFixed: false }
  ),
  ...slips('a number where a text with a rule belongs', 'bad-version', [
    ['version: 1.0.0', 'version: 1.0', '1.0'],
    ['version: 1.0.0', 'version: 1', '1'],
    ['version: 1.0.0', 'version: v1.0', 'v1.0'],
    ['version: 1.0.0', 'version: "1.0"', '"1.0"'],
    ['version: 1.0.0', 'version: 1,0,0', '1,0']
  ]),
  ...slips('a length of time without a rule', 'bad-span', [
    ['after: 7 days', 'after: 7days', '7days'],
    ['after: 7 days', 'after: 7 Days', '7 Days'],
    ['after: 7 days', 'after: 7d', '7d'],
    ['after: 7 days', 'after: 7-days', '7-days']
  ]),
  ...slips('a number for a length of time or an id', 'bad-span', [['after: 7 days', 'after: 7', '7']], {
    isFixed: false
  }),
  ...slips('a number for an id', 'bad-id', [['id: day', 'id: 1', '1']], { max: 2, isFixed: false }),
  ...slips('a day in another order', 'bad-date', [
    ['2026-09-01', '2026/09/01', '2026'],
    ['2026-09-01', '01.09.2026', '01'],
    ['2026-09-01', '1.9.2026', '1.9'],
    ['2026-09-01', '2026.9.1', '2026']
  ]),
  ...slips('a number with words, or in quotation marks', 'not-a-number', [
    ['minutes: 15', 'minutes: 15 minutes', '15'],
    ['minutes: 15', 'minutes: 15 min', '15'],
    ['minutes: 15', 'minutes: about 15', 'about'],
    ['minutes: 15', 'minutes: "15"', '"15"'],
    ['minutes: 15', 'minutes: ~15', '~15'],
    ['to: 5', 'to: "5"', '"5"'],
    ['min: 40', 'min: "40"', '"40"']
  ]),
  ...slips('yes for true', 'not-true-or-false', [
    ['other: true', 'other: yes', 'yes'],
    ['other: true', 'other: Yes', 'Yes'],
    ['other: true', 'other: on', 'on'],
    ['other: true', 'other: "true"', '"true"'],
    ['other: true', 'other: 1', '1'],
    ['private: true', 'private: yes', 'yes']
  ]),
  ...slips('an empty item', 'empty-item', [
    ['      - Time\n', '      - Time\n      -\n', '-\n'],
    ['      - Trust\n', '      - Trust\n      -\n', '-\n'],
    ['  - id: people\n', '  -\n  - id: people\n', '-\n']
  ]),
  ...slips('a key twice', 'duplicate-key', [
    ['minutes: 15\n', 'minutes: 15\nminutes: 15\n', 'minutes: 15\nrevisit'],
    ['    unit: people\n', '    unit: people\n    unit: people\n', 'unit: people\n  -'],
    ['language: en-GB\n', 'language: en-GB\nlanguage: en-GB\n', 'language: en-GB\nauthors']
  ]),
  ...slips('a folded text that joins a list', 'folded-list', [['reading: |', 'reading: >', '- Who was there']]),
  ...slips('single braces', 'single-braces', [['What did people say?', 'What of {moment}?', '{']], {
    max: 2,
    isFixed: false
  }),
  ...slips('a file that is named differently', 'no-such-file', [
    ['[one.yaml, two.yaml]', '[One.yaml, two.yaml]', 'One'],
    ['[one.yaml, two.yaml]', '[one.yml, two.yaml]', 'one'],
    ['[one.yaml, two.yaml]', '[one, two.yaml]', 'one'],
    ['[one.yaml, two.yaml]', '[one.yaml, two.yaml.txt]', 'two']
  ]),
  ...slips('a file with a path', 'bad-file-name', [
    ['[one.yaml, two.yaml]', '[./one.yaml, two.yaml]', './'],
    ['[one.yaml, two.yaml]', '[my-pack/one.yaml, two.yaml]', 'my-pack'],
    ['[one.yaml, two.yaml]', '[.\\one.yaml, two.yaml]', '.']
  ]),
  ...slips('a language by its name', 'bad-language', [['language: en-GB', 'language: en_GB', 'en_GB']]),
  ...slips(
    'a language that does not exist',
    'bad-language',
    [
      ['language: en-GB', 'language: en-GBcy', 'en-GBcy'],
      ['language: en-GB', 'language: xx-klingon', 'xx'],
      ['language: en-GB', 'language: en-UKK', 'en'],
      ['language: en-GB', 'language: cy-pack', 'cy']
    ],
    { isFixed: false }
  ),
  ...slips(
    'a picture, a link to a file, a tag',
    'dead-link',
    [
      ['  Read it again.', '  ![A cycle](images/gibbs.png)', '!['],
      ['  Read it again.', '  See [the reading](week3.pdf).', '[the'],
      ['  Read it again.', '  Read <b>it</b> again.', '<b>'],
      ['Tell one moment of this week.', 'Look at ![x](a.jpg) and tell.', '![']
    ],
    { isFixed: false }
  ),
  ...slips(
    'words still to be written',
    'left-over',
    [
      ['Look again.', 'TODO', 'TODO'],
      ['Look again.', 'Lorem ipsum dolor.', 'Lorem'],
      ['"Six weeks: what happened."', 'One or two sentences on what the pack is for.', 'One']
    ],
    { isFixed: false }
  ),
  ...slips(
    'one option only',
    'one-option',
    [['options: [Joy, Anger, Fear]\n    pick: { max: 2 }', 'options: [Joy]', 'options']],
    { isFixed: false }
  ),
  ...slips(
    'a very long text',
    'long-text',
    [['discussion: |\n  Read it again.', `discussion: |\n  ${'word '.repeat(5000)}`, '|']],
    { isFixed: false }
  ),
  ...slips('a name with capitals, accents or spaces', 'bad-id', [
    ['- id: part\n', '- id: Part\n', 'Part'],
    ['- id: people\n', '- id: People\n', 'People'],
    ['- id: people\n', '- id: Péople\n', 'Péople'],
    ['- id: again\n', '- id: AGAIN\n', 'AGAIN'],
    ['id: one\n', 'id: One\n', 'One'],
    ['id: my-pack', 'id: My Pack', 'My Pack'],
    ['id: my-pack', 'id: my_pack', 'my_pack'],
    ['      led: I', '      Led: I', 'Led'],
    ['{ id: calm,', '{ id: Calm,', 'Calm']
  ]),
  ...slips('a name with capitals, where it is referred to', 'bad-reference', [
    ['{ part: led }', '{ Part: led }', 'Part'],
    ['about: again', 'about: Again', 'Again']
  ]),
  ...slips('a name with capitals in a quotation', 'bad-quotation', [['{{one/moment|', '{{One/Moment|', '{{One']]),
  ...slips('a prompt whose name is misspelt', 'unknown-prompt', [
    ['{ part: led }', '{ prt: led }', 'prt'],
    ['about: again', 'about: agian', 'agian'],
    ['{{one/moment|', '{{one/momnt|', '{{one']
  ]),
  ...slips('an exercise whose name is misspelt', 'unknown-exercise', [
    ['exercise: one,', 'exercise: onne,', 'onne'],
    ['exercises: [one] }', 'exercises: [onee] }', 'onee'],
    ['{{one/moment|', '{{onne/moment|', '{{onne']
  ]),
  ...slips('an option whose name is misspelt', 'unknown-option', [
    ['{ part: led }', '{ part: leed }', 'leed'],
    ['{ part: led }', '{ part: Led }', 'Led']
  ]),
  ...slips('a manifest without its format', 'missing-key', [['format: 1\nid: my-pack', 'id: my-pack', 'id: my-pack']]),
  ...slips('a text and its list, not further in', 'stray-text', [
    [
      'reading: |\n  Think of a moment.\n  - Who was there?\n  - Who was not?',
      'reading: |\nThink of a moment.\n- Who was there?\n- Who was not?',
      'Think of'
    ]
  ]),
  ...slips(
    'a formula, a placeholder or a block of another program',
    'other-syntax',
    [
      ['Tell one moment', 'Why $x^2$ is one moment', '$x^2$'],
      ['Tell one moment', 'Why \\(x^2\\) is one moment', '\\(x'],
      ['  Read it again.', '  $$x^2 + y$$', '$$x'],
      ['  Read it again.', '  \\[x^2 + y\\]', '\\[x'],
      ['Tell one moment of', 'Tell ${moment} of', '${'],
      ['Tell one moment of', 'Tell <%= moment %> of', '<%'],
      ['Tell one moment of', 'Tell {% moment %} of', '{%'],
      ['Tell one moment of', 'Tell [[moment]] of', '[['],
      ['Tell one moment of', 'Tell %%MOMENT%% of', '%%M'],
      ['  Read it again.', '  ::: note\n  Read it again.\n  :::', '::: note'],
      ['  Read it again.', '  [caption id="x"]Read it again.', '[caption']
    ],
    { isFixed: false }
  )
]
