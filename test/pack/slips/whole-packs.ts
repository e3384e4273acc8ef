/* Small whole packs, and slips in them that concern more than one place: structure, copies from elsewhere, files. */

type Texts = Readonly<Record<string, string>>
type Change = readonly [file: string, from: string, to: string]

const oneFile = `format: 1
id: winter-term
version: 1.0.0
title: Winter term
language: en-GB
authors: [Ann Rees]
license: CC-BY-4.0
exercises:
  - id: first-week
    title: The first week
    purpose: Look closely at one moment.
    minutes: 15
    prompts:
      - id: moment
        title: One moment
        ask: Tell one moment of this week.
      - id: part
        title: Your part
        type: choice
        ask: What was your part in it?
        options:
          led: I led it
          helped: I helped
          watched: I watched
      - id: sure
        title: How sure
        type: scale
        ask: How sure are you that it was fair?
        from: 1
        to: 5
        labels: { 1: Not at all, 5: Quite sure }
      - id: plan
        title: Next time
        type: plan
        ask: What will you do next time?
`

const manifest = `format: 1
id: winter-term
version: 1.0.0
title: Winter term
language: en-GB
authors: [Ann Rees]
license: CC-BY-4.0
exercises: [first-week.yaml, second-week.yaml]
`

const firstWeek = `id: first-week
title: The first week
purpose: Look closely at one moment.
minutes: 15
reading: |
  Think of an ordinary day. Call people by what they do.

  You can skip any question.
prompts:
  - id: moment
    title: One moment
    ask: |
      Tell one moment of this week, as a bystander would have seen it.
    help: Where it was and who spoke.
  - id: names
    title: Who was there
    type: list
    ask: Who was there, by role?
    items: { min: 1, max: 4 }
  - id: part
    title: Your part
    type: choice
    ask: What was your part in it?
    options: [I led it, I helped, I watched]
discussion: |
  Nobody sees everything.
`

const secondWeek = `id: second-week
title: The second week
purpose: See what changed.
minutes: 10
prompts:
  - id: changed
    title: What changed
    type: yes-no
    ask: Has anything changed since last week?
  - id: what
    title: What it was
    when: { changed: true }
    ask: What changed?
`

const ofFormat2 = `format: 2
id: spring-term
version: 1.2.0
title: Spring term
language: en-GB
authors: [Ann Rees]
license: CC-BY-4.0
option_lists:
  asked: { asked: I asked, told: I was told, assumed: I assume it }
scales:
  sure: { from: 1, to: 5, labels: { 1: Not at all sure, 5: Quite sure } }
outcomes:
  lo1: Describe a moment without judging it.
  lo2: See it through the eyes of someone else.
sections:
  week-1: { title: "Week 1: Arriving", opens: 0 days, due: 1 week, exercises: [arriving] }
  week-2: { title: "Week 2: Listening", opens: 1 week, due: 2 weeks, exercises: [listening] }
exercises:
  - id: arriving
    title: Arriving
    purpose: Look at the first minute.
    minutes: 10
    outcomes: [lo1]
    prompts:
      - id: door
        title: The door
        ask: Tell what you saw as you came in.
        start_with: When I walked in …
      - id: known
        title: How you know
        type: choice
        ask: How do you know that?
        options: asked
      - id: sure
        title: How sure
        type: scale
        ask: How sure are you?
        scale: sure
  - id: listening
    title: Listening
    purpose: Notice who speaks.
    minutes: 10
    outcomes: [lo2]
    prompts:
      - id: pick
        title: One of two
        type: one-of
        ask: Choose one to write about.
        prompts:
          - { id: spoke, title: Who spoke, ask: Who spoke first? }
          - { id: silent, title: Who did not, ask: Who said nothing? }
      - id: again
        title: Once more
        ask:
          - { when: { times: 0 }, text: What would you ask them? }
          - { text: What would you ask them today? }
`

const welsh = `title: Tymor y gaeaf
exercises:
  first-week:
    title: Yr wythnos gyntaf
    purpose: Edrych yn fanwl ar un foment.
    prompts:
      moment: { title: Un foment, ask: Adroddwch am un foment. }
      part:
        title: Eich rhan chi
        ask: Beth oedd eich rhan chi?
        options: { led: Fi oedd yn arwain, helped: Helpais, watched: Gwyliais }
      sure: { title: Pa mor sicr, ask: Pa mor sicr ydych chi?, labels: { 1: Dim o gwbl, 5: Eithaf sicr } }
      plan: { title: Y tro nesaf, ask: Beth wnewch chi y tro nesaf? }
`

const one: Texts = { 'pack.yaml': oneFile }
const two: Texts = { 'pack.yaml': manifest, 'first-week.yaml': firstWeek, 'second-week.yaml': secondWeek }
const second: Texts = { 'pack.yaml': ofFormat2 }

/** A translation that some of the packs have. */
export const translation: Texts = { 'translations/cy.yaml': welsh }

/** A pack, what is different in the one that was meant, and the slip in that. */
export interface PackSlip {
  readonly cause: string
  readonly pack: Texts
  /** Whether the pack has the picture images/queue.png, or the translation. */
  readonly isPictured?: boolean
  readonly isWelsh?: boolean
  readonly meant?: Change
  readonly slip?: Change
  readonly renamed?: readonly [from: string, to: string]
  /** Place and code of the message: file:line code. */
  readonly found: string
  /** The most messages; one if it is not said. */
  readonly max?: number
  /** Whether the corrections make the pack that was meant, which is so if it is not said. */
  readonly isFixed?: boolean
}

/** The slips by kind. */
export const packSlips: Readonly<Record<string, readonly PackSlip[]>> = {
  'mapping for a list': [
    {
      cause: 'prompts are a mapping by id; they are a list',
      pack: one,
      slip: [
        'pack.yaml',
        '      - id: moment\n        title: One moment\n        ask: Tell one moment of this week.\n      - id: part\n        title: Your part\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n',
        '      moment:\n        title: One moment\n        ask: Tell one moment of this week.\n      part:\n        title: Your part\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      sure:\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      plan:\n'
      ],
      found: 'pack.yaml:14 wrong-kind'
    },
    {
      cause: 'exercises are a mapping by id; they are a list',
      pack: one,
      slip: ['pack.yaml', '- id: first-week', 'first-week:'],
      found: 'pack.yaml:9 wrong-kind'
    },
    {
      cause: 'the only exercise has no "- " before its id',
      pack: one,
      slip: ['pack.yaml', '  - id: f', '    id: f'],
      found: 'pack.yaml:9 missing-dash'
    }
  ],
  'key left out': [
    {
      cause: 'the line "prompts:" is missing above the first prompt',
      pack: one,
      slip: ['pack.yaml', '    prompts:\n', ''],
      found: 'pack.yaml:13 missing-key'
    },
    {
      cause: 'the prompt has no id',
      pack: one,
      slip: ['pack.yaml', '      - id: moment\n        title: One moment\n', '      - title: One moment\n'],
      found: 'pack.yaml:14 missing-key',
      isFixed: false
    },
    {
      cause: 'the prompt has no ask: its question is under title',
      pack: one,
      meant: ['pack.yaml', '        title: Next time\n', ''],
      slip: ['pack.yaml', '        ask: What wi', '        title: What wi'],
      found: 'pack.yaml:32 missing-key',
      isFixed: false
    }
  ],
  'text for a mapping': [
    {
      cause: 'a prompt is only a text, without keys',
      pack: two,
      meant: [
        'first-week.yaml',
        '  - id: names\n    title: Who was there\n    type: list\n    ask: Who was there, by role?\n    items: { min: 1, max: 4 }\n',
        '  - id: who\n    ask: Who was there, by role?\n'
      ],
      slip: ['first-week.yaml', '  - id: who\n    ask: Who was there, by role?\n', '  - Who was there, by role?\n'],
      found: 'first-week.yaml:15 wrong-kind',
      isFixed: false
    }
  ],
  'text for a list': [
    {
      cause: 'exercises is a text with commas, not a list',
      pack: two,
      slip: ['pack.yaml', '[first-week.yaml, second-week.yaml]', 'first-week.yaml, second-week.yaml'],
      found: 'pack.yaml:8 wrong-kind'
    },
    {
      cause: 'options are one text with commas',
      pack: two,
      slip: ['first-week.yaml', '[I led it, I helped, I watched]', 'I led it, I helped, I watched'],
      found: 'first-week.yaml:24 wrong-kind'
    },
    {
      cause: 'options are one text with bars',
      pack: two,
      slip: ['first-week.yaml', '[I led it, I helped, I watched]', 'I led it | I helped | I watched'],
      found: 'first-week.yaml:24 wrong-kind'
    },
    {
      cause: 'options are lines of a text after "|"',
      pack: two,
      slip: [
        'first-week.yaml',
        '[I led it, I helped, I watched]',
        '|\n      I led it\n      I helped\n      I watched'
      ],
      found: 'first-week.yaml:24 wrong-kind'
    },
    {
      cause: 'authors is a text',
      pack: one,
      meant: ['pack.yaml', 'ees]\n', 'ees and Tom Parry]\n'],
      slip: ['pack.yaml', '[Ann Rees and Tom Parry]', 'Ann Rees and Tom Parry'],
      found: 'pack.yaml:6 wrong-kind'
    }
  ],
  'list separators': [
    {
      cause: 'options separated by semicolons',
      pack: two,
      slip: ['first-week.yaml', ', I helped,', '; I helped;'],
      found: 'first-week.yaml:24 one-option'
    },
    {
      cause: 'options in round brackets',
      pack: two,
      slip: ['first-week.yaml', '[I led it, I helped, I watched]', '(I led it, I helped, I watched)'],
      found: 'first-week.yaml:24 wrong-kind'
    },
    {
      cause: 'Arabic commas in a list',
      pack: two,
      meant: ['first-week.yaml', 'I led it, I helped, I watched', 'نعم, لا, ربما'],
      slip: ['first-week.yaml', ', لا,', '، لا،'],
      found: 'first-week.yaml:24 one-option'
    },
    {
      cause: 'a comma is missing in braces',
      pack: one,
      meant: [
        'pack.yaml',
        '        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '        options: { led: I led it, helped: I helped }\n'
      ],
      slip: ['pack.yaml', 'it, h', 'it h'],
      found: 'pack.yaml:21 colon-in-text',
      isFixed: false
    },
    {
      cause: 'a comma in the text of braces ends it',
      pack: second,
      meant: ['pack.yaml', 'Who spoke first?', '"Who spoke first, and why?"'],
      slip: ['pack.yaml', '"Who spoke first, and why?"', 'Who spoke first, and why?'],
      found: 'pack.yaml:50 comma-in-braces'
    }
  ],
  'list items': [
    {
      cause: 'no space after the dash of options',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - I led it\n          - I helped\n          - I watched\n'
      ],
      slip: [
        'pack.yaml',
        '          - I led it\n          - I helped\n          - I watched\n',
        '          -I led it\n          -I helped\n          -I watched\n'
      ],
      found: 'pack.yaml:22 wrong-sign'
    },
    {
      cause: 'bullets of Word for dashes',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - I led it\n          - I helped\n          - I watched\n'
      ],
      slip: [
        'pack.yaml',
        '          - I led it\n          - I helped\n          - I watched\n',
        '          • I led it\n          • I helped\n          • I watched\n'
      ],
      found: 'pack.yaml:22 wrong-sign'
    },
    {
      cause: 'asterisks for dashes, as in Markdown',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - I led it\n          - I helped\n          - I watched\n'
      ],
      slip: [
        'pack.yaml',
        '          - I led it\n          - I helped\n          - I watched\n',
        '          * I led it\n          * I helped\n          * I watched\n'
      ],
      found: 'pack.yaml:22 wrong-sign'
    },
    {
      cause: 'numbers for dashes',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - I led it\n          - I helped\n          - I watched\n'
      ],
      slip: [
        'pack.yaml',
        '          - I led it\n          - I helped\n          - I watched\n',
        '          1. I led it\n          2. I helped\n          3. I watched\n'
      ],
      found: 'pack.yaml:22 wrong-sign'
    },
    {
      cause: 'letters for dashes',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - I led it\n          - I helped\n          - I watched\n'
      ],
      slip: [
        'pack.yaml',
        '          - I led it\n          - I helped\n          - I watched\n',
        '          a) I led it\n          b) I helped\n          c) I watched\n'
      ],
      found: 'pack.yaml:22 wrong-sign'
    },
    {
      cause: 'task boxes before the options',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - I led it\n          - I helped\n          - I watched\n'
      ],
      slip: [
        'pack.yaml',
        '          - I led it\n          - I helped\n          - I watched\n',
        '          - [ ] I led it\n          - [ ] I helped\n          - [ ] I watched\n'
      ],
      found: 'pack.yaml:22 text-after-bracket'
    },
    {
      cause: 'each option is a mapping of its own',
      pack: one,
      slip: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - led: I led it\n          - helped: I helped\n          - watched: I watched\n'
      ],
      found: 'pack.yaml:22 option-with-id'
    },
    {
      cause: 'em dash for the hyphen',
      pack: one,
      slip: ['pack.yaml', '      - id: s', '      — id: s'],
      found: 'pack.yaml:25 wrong-sign'
    },
    {
      cause: 'minus sign for the hyphen',
      pack: one,
      slip: ['pack.yaml', '      - id: pl', '      − id: pl'],
      found: 'pack.yaml:32 wrong-sign'
    },
    {
      cause: 'two hyphens, as an autocorrected list',
      pack: one,
      slip: ['pack.yaml', '      - id: pl', '      -- id: pl'],
      found: 'pack.yaml:32 wrong-sign'
    }
  ],
  indentation: [
    {
      cause: 'the next prompt is indented like the keys of the one before',
      pack: one,
      slip: [
        'pack.yaml',
        '      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n',
        '        - id: sure\n          title: How sure\n          type: scale\n          ask: How sure are you that it was fair?\n          from: 1\n          to: 5\n          labels: { 1: Not at all, 5: Quite sure }\n'
      ],
      found: 'pack.yaml:25 indentation'
    },
    {
      cause: 'keys of a prompt one space too far',
      pack: one,
      slip: [
        'pack.yaml',
        '        title: One moment\n        ask: Tell one moment of this week.\n',
        '         title: One moment\n         ask: Tell one moment of this week.\n'
      ],
      found: 'pack.yaml:15 indentation'
    },
    {
      cause: 'one key of a prompt two spaces too little',
      pack: one,
      slip: ['pack.yaml', '        ask: What wi', '      ask: What wi'],
      found: 'pack.yaml:35 indentation'
    },
    {
      cause: 'text after "|" is not indented',
      pack: two,
      slip: ['first-week.yaml', '      Tell', '    Tell'],
      found: 'first-week.yaml:13 stray-text'
    },
    {
      cause: 'text after "|" at the margin',
      pack: two,
      slip: [
        'first-week.yaml',
        '  Think of an ordinary day. Call people by what they do.\n\n  You can skip any question.\n',
        'Think of an ordinary day. Call people by what they do.\n\nYou can skip any question.\n'
      ],
      found: 'first-week.yaml:6 stray-text'
    },
    {
      cause: 'the second paragraph after "|" is at the margin',
      pack: two,
      slip: ['first-week.yaml', '  You c', 'You c'],
      found: 'first-week.yaml:8 stray-text'
    },
    {
      cause: 'the question goes on at the margin of the next line',
      pack: one,
      meant: ['pack.yaml', 'eek.\n', 'eek, as a bystander would have seen it.\n'],
      slip: ['pack.yaml', 'as a ', 'as\na '],
      found: 'pack.yaml:17 stray-text'
    },
    {
      cause: 'a tab before the keys of one prompt',
      pack: one,
      slip: ['pack.yaml', '        title: Next time\n        type: plan\n', '\ttitle: Next time\n\ttype: plan\n'],
      found: 'pack.yaml:33 tab'
    },
    {
      cause: 'a space before the first line',
      pack: two,
      slip: ['first-week.yaml', 'id: f', ' id: f'],
      found: 'first-week.yaml:2 indentation'
    },
    {
      cause: 'the second exercise is indented under the first',
      pack: second,
      meant: ['pack.yaml', '    outcomes: [lo2]\n', ''],
      slip: [
        'pack.yaml',
        '  - id: listening\n    title: Listening\n    purpose: Notice who speaks.\n    minutes: 10\n    prompts:\n',
        '    - id: listening\n      title: Listening\n      purpose: Notice who speaks.\n      minutes: 10\n      prompts:\n'
      ],
      found: 'pack.yaml:39 indentation'
    },
    {
      cause: 'the ask of a follow-up stands beside it',
      pack: one,
      meant: [
        'pack.yaml',
        'ched\n',
        'ched\n        follow_up:\n          ask: How did that feel?\n          when: [led]\n'
      ],
      slip: [
        'pack.yaml',
        '          ask: How did that feel?\n          when: [led]\n',
        '        ask: How did that feel?\n        when: [led]\n'
      ],
      found: 'pack.yaml:25 not-indented'
    },
    {
      cause: 'options stand beside "options:"',
      pack: one,
      slip: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '        led: I led it\n        helped: I helped\n        watched: I watched\n'
      ],
      found: 'pack.yaml:21 not-indented'
    },
    {
      cause: 'spaces that do not break, from Google Docs',
      pack: one,
      slip: [
        'pack.yaml',
        '        title: One moment\n        ask: Tell one moment of this week.\n',
        '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0title: One moment\n\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0ask: Tell one moment of this week.\n'
      ],
      found: 'pack.yaml:15 odd-space'
    }
  ],
  'colons in texts': [
    {
      cause: 'a colon in the title',
      pack: one,
      meant: ['pack.yaml', 'The first week', '"Week 1: Arriving"'],
      slip: ['pack.yaml', '"Week 1: Arriving"', 'Week 1: Arriving'],
      found: 'pack.yaml:10 colon-in-text'
    },
    {
      cause: 'a colon in an option',
      pack: two,
      meant: ['first-week.yaml', 'I helped, I watched', '"Other: I watched"'],
      slip: ['first-week.yaml', '"Other: I watched"', 'Other: I watched'],
      found: 'first-week.yaml:24 colon-in-text'
    },
    {
      cause: 'a colon in the second line of a question',
      pack: two,
      meant: ['first-week.yaml', 'Who was there, by role?', '"Who was there?\n      For example: a nurse, a carer."'],
      slip: [
        'first-week.yaml',
        '    ask: "Who was there?\n      For example: a nurse, a carer."\n',
        '    ask: Who was there?\n      For example: a nurse, a carer.\n'
      ],
      found: 'first-week.yaml:19 colon-in-text'
    },
    {
      cause: 'typographic quotes around a title with a colon',
      pack: one,
      meant: ['pack.yaml', 'The first week', '"Week 1: Arriving"'],
      slip: ['pack.yaml', '"Week 1: Arriving"', '“Week 1: Arriving”'],
      found: 'pack.yaml:10 colon-in-text'
    }
  ],
  'typographic quotes': [
    {
      cause: 'typographic quotes around a whole title',
      pack: one,
      slip: ['pack.yaml', 'The first week', '“The first week”'],
      found: 'pack.yaml:10 curly-quotes'
    },
    {
      cause: 'German quotes around an id in a list',
      pack: two,
      slip: ['pack.yaml', 'first-week.yaml, second-week.yaml', '„first-week.yaml“, „second-week.yaml“'],
      found: 'pack.yaml:8 wrong-sign',
      max: 2
    },
    {
      cause: 'typographic quotes around a reference',
      pack: two,
      slip: ['second-week.yaml', ' changed:', ' “changed”:'],
      found: 'second-week.yaml:12 wrong-sign'
    }
  ],
  quotes: [
    {
      cause: 'a quote is not closed',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '"Tell one moment of this week."'],
      slip: ['pack.yaml', 'ek."\n', 'ek.\n'],
      found: 'pack.yaml:16 unclosed'
    },
    {
      cause: 'an apostrophe in single quotes',
      pack: one,
      meant: ['pack.yaml', 'What was your part in it?', "'What''s your part in it?'"],
      slip: ['pack.yaml', "t''s ", "t's "],
      found: 'pack.yaml:20 text-after-quote'
    },
    {
      cause: 'a text begins with a quotation and goes on after it',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '\'"Good enough": when did you hear that?\''],
      slip: ['pack.yaml', '\'"Good enough": when did you hear that?\'', '"Good enough": when did you hear that?'],
      found: 'pack.yaml:16 colon-in-text'
    },
    {
      cause: 'a backslash in double quotes',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week', 'Open C:\\Users\\ann\\Desktop and tell one moment'],
      slip: [
        'pack.yaml',
        'Open C:\\Users\\ann\\Desktop and tell one moment.',
        '"Open C:\\Users\\ann\\Desktop and tell one moment."'
      ],
      found: 'pack.yaml:16 bad-escape'
    },
    {
      cause: 'LaTeX in double quotes',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', "'What does $\\alpha$ stand for in your week?'"],
      slip: [
        'pack.yaml',
        "'What does $\\alpha$ stand for in your week?'",
        '"What does $\\alpha$ stand for in your week?"'
      ],
      found: 'pack.yaml:16 bad-escape'
    },
    {
      cause: 'a backslash before a quote in single quotes',
      pack: one,
      meant: ['pack.yaml', 'What was your part in it?', "'What''s your part in it?'"],
      slip: ['pack.yaml', "at''s", "at\\'s"],
      found: 'pack.yaml:20 text-after-quote'
    }
  ],
  'signs at the beginning': [
    {
      cause: 'a text begins with a word between asterisks',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '"*Tell* one moment of this week."'],
      slip: ['pack.yaml', '"*Tell* one moment of this week."', '*Tell* one moment of this week.'],
      found: 'pack.yaml:16 alias'
    },
    {
      cause: 'a text begins with a quoted answer',
      pack: one,
      meant: ['pack.yaml', 'What will you do next time?', '"{{moment|It}} is over. What will you do next time?"'],
      slip: [
        'pack.yaml',
        '"{{moment|It}} is over. What will you do next time?"',
        '{{moment|It}} is over. What will you do next time?'
      ],
      found: 'pack.yaml:35 starts-with-quotation'
    },
    {
      cause: 'a text begins with square brackets',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '"[Optional] Tell one moment of this week."'],
      slip: ['pack.yaml', '"[Optional] Tell one moment of this week."', '[Optional] Tell one moment of this week.'],
      found: 'pack.yaml:16 text-after-bracket'
    },
    {
      cause: 'a text begins with an at sign',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '"@all: tell one moment of this week."'],
      slip: ['pack.yaml', '"@all: tell one moment of this week."', '@all: tell one moment of this week.'],
      found: 'pack.yaml:16 colon-in-text'
    },
    {
      cause: 'a text begins with a percent sign',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '"%change aside, tell one moment of this week."'],
      slip: [
        'pack.yaml',
        '"%change aside, tell one moment of this week."',
        '%change aside, tell one moment of this week.'
      ],
      found: 'pack.yaml:16 starts-with-sign'
    },
    {
      cause: 'a help text begins with a dash',
      pack: two,
      meant: ['first-week.yaml', 'Where it was and who spoke.', '"- Where it was and who spoke."'],
      slip: ['first-week.yaml', '"- Where it was and who spoke."', '- Where it was and who spoke.'],
      found: 'first-week.yaml:14 dash-after-key'
    },
    {
      cause: 'a text begins with an exclamation mark',
      pack: one,
      meant: ['pack.yaml', 'Look closely at one moment.', '"!Important: look closely at one moment."'],
      slip: ['pack.yaml', '"!Important: look closely at one moment."', '!Important: look closely at one moment.'],
      found: 'pack.yaml:11 tag'
    },
    {
      cause: 'a question mark before the question, as in Spanish or by habit',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '"? What happened this week"'],
      slip: ['pack.yaml', '"? What happened this week"', '? What happened this week'],
      found: 'pack.yaml:16 explicit-key'
    }
  ],
  'comment signs': [
    {
      cause: 'a title with a number sign is cut off',
      pack: one,
      meant: ['pack.yaml', 'The first week', '"The week #1 of all"'],
      slip: ['pack.yaml', '"The week #1 of all"', 'The week #1 of all'],
      found: 'pack.yaml:10 cut-by-comment'
    },
    {
      cause: 'a question written as a Markdown heading is empty',
      pack: one,
      meant: ['pack.yaml', 'Tell one moment of this week.', '"# Tell one moment of this week."'],
      slip: ['pack.yaml', '"# Tell one moment of this week."', '# Tell one moment of this week.'],
      found: 'pack.yaml:16 cut-by-comment'
    },
    {
      cause: 'a comment with two slashes',
      pack: one,
      slip: ['pack.yaml', 'pts:\n', 'pts:\n      // the questions\n'],
      found: 'pack.yaml:14 foreign-comment'
    },
    {
      cause: 'a comment of HTML between two keys',
      pack: two,
      slip: ['first-week.yaml', ': 15\n', ': 15\n<!-- to be timed -->\n'],
      found: 'first-week.yaml:5 foreign-comment'
    },
    {
      cause: 'a comment with two slashes at the end of a value',
      pack: one,
      slip: ['pack.yaml', ': 15\n', ': 15 // to be timed\n'],
      found: 'pack.yaml:12 not-a-number'
    },
    {
      cause: 'a comment without a space before it',
      pack: one,
      slip: ['pack.yaml', ': 15\n', ': 15# to be timed\n'],
      found: 'pack.yaml:12 not-a-number'
    }
  ],
  'colon after a key': [
    {
      cause: 'no space after the colon',
      pack: one,
      slip: ['pack.yaml', 'k: Te', 'k:Te'],
      found: 'pack.yaml:16 no-space-after-colon'
    },
    {
      cause: 'no space after the colon of an id',
      pack: one,
      slip: ['pack.yaml', 'd: su', 'd:su'],
      found: 'pack.yaml:25 no-space-after-colon'
    },
    {
      cause: 'an equals sign for the colon',
      pack: one,
      slip: ['pack.yaml', 'es: 1', 'es = 1'],
      found: 'pack.yaml:12 stray-text'
    },
    {
      cause: 'no colon after a key',
      pack: one,
      slip: ['pack.yaml', 'pe: p', 'pe p'],
      found: 'pack.yaml:34 stray-text'
    },
    { cause: 'a full-width colon', pack: one, slip: ['pack.yaml', 'k: T', 'k：T'], found: 'pack.yaml:16 wrong-sign' },
    {
      cause: 'a space that does not break before the colon, as a French keyboard sets it',
      pack: one,
      slip: ['pack.yaml', 'ask: T', 'ask\u00a0: T'],
      found: 'pack.yaml:16 odd-space'
    },
    {
      cause: 'a semicolon for the colon',
      pack: one,
      slip: ['pack.yaml', 'le: T', 'le; T'],
      found: 'pack.yaml:10 stray-text'
    },
    {
      cause: 'a dash before each key',
      pack: one,
      slip: [
        'pack.yaml',
        '        title: One moment\n        ask: Tell one moment of this week.\n',
        '      - title: One moment\n      - ask: Tell one moment of this week.\n'
      ],
      found: 'pack.yaml:15 extra-dash'
    },
    {
      cause: 'two keys on one line',
      pack: one,
      slip: ['pack.yaml', '      - id: moment\n        title: One moment\n', '      - id: moment title: One moment\n'],
      found: 'pack.yaml:14 colon-in-text'
    },
    {
      cause: 'Title: with a capital',
      pack: one,
      slip: [
        'pack.yaml',
        '        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n',
        '        Title: How sure\n        Type: scale\n        Ask: How sure are you that it was fair?\n'
      ],
      found: 'pack.yaml:26 unknown-key',
      max: 3
    }
  ],
  'JSON and Python': [
    {
      cause: 'commas at the ends of lines',
      pack: one,
      slip: [
        'pack.yaml',
        '        type: plan\n        ask: What will you do next time?\n',
        '        type: plan,\n        ask: What will you do next time?,\n'
      ],
      found: 'pack.yaml:34 stray-comma'
    },
    {
      cause: 'quoted keys and commas at the ends of lines',
      pack: one,
      slip: [
        'pack.yaml',
        '      - id: plan\n        title: Next time\n        type: plan\n',
        '      - "id": "plan",\n        "title": "Next time",\n        "type": "plan",\n'
      ],
      found: 'pack.yaml:32 text-after-quote',
      max: 3
    },
    {
      cause: 'True and None of Python',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        private: true\n'],
      slip: ['pack.yaml', 'true', '"True"'],
      found: 'pack.yaml:34 not-true-or-false'
    },
    {
      cause: 'null as a text',
      pack: one,
      meant: ['pack.yaml', '        title: Next time\n', ''],
      slip: ['pack.yaml', 'd: plan\n', 'd: plan\n        help: null\n'],
      found: 'pack.yaml:33 nothing-there',
      isFixed: false
    },
    {
      cause: 'three quotes, as in Python',
      pack: two,
      meant: ['first-week.yaml', 'Who was there,', '|\n      Who was there,\n     '],
      slip: [
        'first-week.yaml',
        '    ask: |\n      Who was there,\n      by role?\n',
        '    ask: """\n      Who was there,\n      by role?\n      """\n'
      ],
      found: 'first-week.yaml:18 text-after-quote'
    }
  ],
  'around the YAML': [
    {
      cause: 'a code fence around the file',
      pack: one,
      slip: [
        'pack.yaml',
        'format: 1\nid: winter-term\nversion: 1.0.0\ntitle: Winter term\nlanguage: en-GB\nauthors: [Ann Rees]\nlicense: CC-BY-4.0\nexercises:\n  - id: first-week\n    title: The first week\n    purpose: Look closely at one moment.\n    minutes: 15\n    prompts:\n      - id: moment\n        title: One moment\n        ask: Tell one moment of this week.\n      - id: part\n        title: Your part\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n        type: plan\n        ask: What will you do next time?\n',
        '```yaml\nformat: 1\nid: winter-term\nversion: 1.0.0\ntitle: Winter term\nlanguage: en-GB\nauthors: [Ann Rees]\nlicense: CC-BY-4.0\nexercises:\n  - id: first-week\n    title: The first week\n    purpose: Look closely at one moment.\n    minutes: 15\n    prompts:\n      - id: moment\n        title: One moment\n        ask: Tell one moment of this week.\n      - id: part\n        title: Your part\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n        type: plan\n        ask: What will you do next time?\n```\n'
      ],
      found: 'pack.yaml:1 around-yaml'
    },
    {
      cause: 'a sentence before the pack, from a chat',
      pack: one,
      slip: ['pack.yaml', 'form', 'Here is your pack:\n\nform'],
      found: 'pack.yaml:1 around-yaml'
    },
    {
      cause: 'line numbers were copied too',
      pack: two,
      slip: [
        'second-week.yaml',
        'id: second-week\ntitle: The second week\npurpose: See what changed.\nminutes: 10\nprompts:\n  - id: changed\n    title: What changed\n    type: yes-no\n    ask: Has anything changed since last week?\n  - id: what\n    title: What it was\n    when: { changed: true }\n    ask: What changed?\n',
        '1  id: second-week\n2  title: The second week\n3  purpose: See what changed.\n4  minutes: 10\n5  prompts:\n6    - id: changed\n7      title: What changed\n8      type: yes-no\n9      ask: Has anything changed since last week?\n10    - id: what\n11      title: What it was\n12      when: { changed: true }\n13      ask: What changed?\n'
      ],
      found: 'second-week.yaml:1 around-yaml'
    },
    {
      cause: 'the marks of a quoted mail',
      pack: two,
      slip: [
        'second-week.yaml',
        'id: second-week\ntitle: The second week\npurpose: See what changed.\nminutes: 10\nprompts:\n  - id: changed\n    title: What changed\n    type: yes-no\n    ask: Has anything changed since last week?\n  - id: what\n    title: What it was\n    when: { changed: true }\n    ask: What changed?\n',
        '> id: second-week\n> title: The second week\n> purpose: See what changed.\n> minutes: 10\n> prompts:\n>   - id: changed\n>     title: What changed\n>     type: yes-no\n>     ask: Has anything changed since last week?\n>   - id: what\n>     title: What it was\n>     when: { changed: true }\n>     ask: What changed?\n'
      ],
      found: 'second-week.yaml:1 around-yaml'
    }
  ],
  documents: [
    {
      cause: 'two exercises in one file, separated by ---',
      pack: two,
      slip: [
        'second-week.yaml',
        'ged?\n',
        'ged?\n---\nid: third-week\ntitle: The third week\nminutes: 5\nprompts:\n  - id: last\n    ask: What is left?\n'
      ],
      found: 'second-week.yaml:14 second-document',
      isFixed: false
    },
    {
      cause: 'front matter, and the reading below it as in a Markdown page',
      pack: two,
      slip: [
        'second-week.yaml',
        'id: second-week\ntitle: The second week\npurpose: See what changed.\nminutes: 10\nprompts:\n  - id: changed\n    title: What changed\n    type: yes-no\n    ask: Has anything changed since last week?\n  - id: what\n    title: What it was\n    when: { changed: true }\n    ask: What changed?\n',
        '---\nid: second-week\ntitle: The second week\npurpose: See what changed.\nminutes: 10\nprompts:\n  - id: changed\n    title: What changed\n    type: yes-no\n    ask: Has anything changed since last week?\n  - id: what\n    title: What it was\n    when: { changed: true }\n    ask: What changed?\n---\n\nRead this first. It is about change.\n'
      ],
      found: 'second-week.yaml:15 second-document',
      isFixed: false
    },
    {
      cause: 'a wrapper "exercise:" around the exercise',
      pack: two,
      slip: [
        'second-week.yaml',
        'id: second-week\ntitle: The second week\npurpose: See what changed.\nminutes: 10\nprompts:\n  - id: changed\n    title: What changed\n    type: yes-no\n    ask: Has anything changed since last week?\n  - id: what\n    title: What it was\n    when: { changed: true }\n    ask: What changed?\n',
        'exercise:\n  id: second-week\n  title: The second week\n  purpose: See what changed.\n  minutes: 10\n  prompts:\n    - id: changed\n      title: What changed\n      type: yes-no\n      ask: Has anything changed since last week?\n    - id: what\n      title: What it was\n      when: { changed: true }\n      ask: What changed?\n'
      ],
      found: 'second-week.yaml:1 wrapped'
    },
    {
      cause: 'a wrapper "pack:" around the manifest',
      pack: two,
      slip: [
        'pack.yaml',
        'format: 1\nid: winter-term\nversion: 1.0.0\ntitle: Winter term\nlanguage: en-GB\nauthors: [Ann Rees]\nlicense: CC-BY-4.0\nexercises: [first-week.yaml, second-week.yaml]\n',
        'pack:\n  format: 1\n  id: winter-term\n  version: 1.0.0\n  title: Winter term\n  language: en-GB\n  authors: [Ann Rees]\n  license: CC-BY-4.0\n  exercises: [first-week.yaml, second-week.yaml]\n'
      ],
      found: 'pack.yaml:1 wrapped'
    },
    {
      cause: 'the file is a list with one exercise',
      pack: two,
      slip: [
        'second-week.yaml',
        'id: second-week\ntitle: The second week\npurpose: See what changed.\nminutes: 10\nprompts:\n  - id: changed\n    title: What changed\n    type: yes-no\n    ask: Has anything changed since last week?\n  - id: what\n    title: What it was\n    when: { changed: true }\n    ask: What changed?\n',
        '- id: second-week\n  title: The second week\n  purpose: See what changed.\n  minutes: 10\n  prompts:\n    - id: changed\n      title: What changed\n      type: yes-no\n      ask: Has anything changed since last week?\n    - id: what\n      title: What it was\n      when: { changed: true }\n      ask: What changed?\n'
      ],
      found: 'second-week.yaml:1 wrapped'
    },
    {
      cause: 'a page of Markdown under the name of an exercise',
      pack: two,
      slip: [
        'second-week.yaml',
        'id: second-week\ntitle: The second week\npurpose: See what changed.\nminutes: 10\nprompts:\n  - id: changed\n    title: What changed\n    type: yes-no\n    ask: Has anything changed since last week?\n  - id: what\n    title: What it was\n    when: { changed: true }\n    ask: What changed?\n',
        '# The second week\n\nSee what changed.\n\n1. Has anything changed since last week?\n2. What changed?\n'
      ],
      found: 'second-week.yaml:3 wrong-kind',
      isFixed: false
    }
  ],
  'names of files': [
    {
      cause: 'listed with a capital',
      pack: two,
      slip: ['pack.yaml', ' [fir', ' [Fir'],
      found: 'pack.yaml:8 no-such-file'
    },
    {
      cause: 'listed without its ending',
      pack: two,
      slip: ['pack.yaml', 'k.yaml]', 'k]'],
      found: 'pack.yaml:8 no-such-file'
    },
    {
      cause: 'listed as .yml and saved as .yaml',
      pack: two,
      slip: ['pack.yaml', 'k.yaml]', 'k.yml]'],
      found: 'pack.yaml:8 no-such-file'
    },
    {
      cause: 'saved as .yaml.txt by Notepad',
      pack: two,
      renamed: ['second-week.yaml', 'second-week.yaml.txt'],
      found: 'pack.yaml:8 no-such-file'
    },
    {
      cause: 'listed with a backslash',
      pack: two,
      slip: ['pack.yaml', ', se', ', weeks\\se'],
      found: 'pack.yaml:8 bad-file-name'
    },
    {
      cause: 'listed in a folder where it is not',
      pack: two,
      slip: ['pack.yaml', ', se', ', exercises/se'],
      found: 'pack.yaml:8 bad-file-name'
    },
    {
      cause: 'written and not listed',
      pack: two,
      slip: ['pack.yaml', ', second-week.yaml', ''],
      found: 'pack.yaml:8 not-listed',
      isFixed: false
    },
    {
      cause: 'a space in the name that is listed with a hyphen',
      pack: two,
      renamed: ['second-week.yaml', 'second week.yaml'],
      found: 'pack.yaml:8 no-such-file'
    }
  ],
  ids: [
    {
      cause: 'an id with capitals and a space',
      pack: one,
      slip: ['pack.yaml', 'first-', 'First '],
      found: 'pack.yaml:9 bad-id'
    },
    {
      cause: 'an id with an underscore',
      pack: one,
      slip: ['pack.yaml', 'er-te', 'er_te'],
      found: 'pack.yaml:2 bad-id'
    },
    {
      cause: 'an id begins with a number',
      pack: one,
      meant: ['pack.yaml', 'first-week', 'week-1'],
      slip: ['pack.yaml', 'week-1', '1-week'],
      found: 'pack.yaml:9 bad-id',
      isFixed: false
    },
    {
      cause: 'an id with an accent',
      pack: one,
      meant: ['pack.yaml', 'd: plan\n', 'd: reunion\n'],
      slip: ['pack.yaml', ' reun', ' réun'],
      found: 'pack.yaml:32 bad-id'
    },
    {
      cause: 'an id is a number',
      pack: one,
      meant: [
        'pack.yaml',
        '      - id: moment\n        title: One moment\n        ask: Tell one moment of this week.\n      - id: part\n',
        '      - id: q1\n        title: One moment\n        ask: Tell one moment of this week.\n      - id: q2\n'
      ],
      slip: [
        'pack.yaml',
        '      - id: q1\n        title: One moment\n        ask: Tell one moment of this week.\n      - id: q2\n',
        '      - id: 1\n        title: One moment\n        ask: Tell one moment of this week.\n      - id: 2\n'
      ],
      found: 'pack.yaml:14 bad-id',
      max: 2,
      isFixed: false
    },
    {
      cause: 'a copied exercise keeps its id',
      pack: two,
      slip: ['second-week.yaml', ' second-', ' first-'],
      found: 'second-week.yaml:1 same-exercise',
      isFixed: false
    },
    {
      cause: 'a copied prompt keeps its id',
      pack: one,
      slip: ['pack.yaml', ': sure\n', ': part\n'],
      found: 'pack.yaml:25 duplicate-id',
      isFixed: false
    },
    {
      cause: 'options with label and id the wrong way round',
      pack: one,
      slip: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          I led it: led\n          I helped: helped\n          I watched: watched\n'
      ],
      found: 'pack.yaml:22 bad-id'
    }
  ],
  references: [
    {
      cause: 'a letter is missing in a condition',
      pack: two,
      slip: ['second-week.yaml', ' changed:', ' chaged:'],
      found: 'second-week.yaml:12 unknown-prompt'
    },
    {
      cause: 'an invisible character in a condition',
      pack: two,
      slip: ['second-week.yaml', 'ged: t', 'ged\u200b: t'],
      found: 'second-week.yaml:12 odd-space'
    },
    {
      cause: 'a mark of the writing direction after an id',
      pack: one,
      slip: ['pack.yaml', ': sure\n', ': sure\u200f\n'],
      found: 'pack.yaml:25 odd-space'
    },
    {
      cause: 'the label of an option in a condition',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: ['pack.yaml', ': led }', ': I led it }'],
      found: 'pack.yaml:34 unknown-option',
      isFixed: false
    },
    {
      cause: 'a condition on a later prompt',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: [
        'pack.yaml',
        '        ask: Tell one moment of this week.\n      - id: part\n        title: Your part\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n        when: { part: led }\n',
        '        when: { part: led }\n        ask: Tell one moment of this week.\n      - id: part\n        title: Your part\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n'
      ],
      found: 'pack.yaml:16 later-prompt',
      isFixed: false
    },
    {
      cause: 'the title in a quotation',
      pack: one,
      meant: [
        'pack.yaml',
        'What will you do next time?',
        '"You told this: {{moment|something}}. What will you do next time?"'
      ],
      slip: ['pack.yaml', '{{mo', '{{One mo'],
      found: 'pack.yaml:35 bad-quotation',
      isFixed: false
    }
  ],
  conditions: [
    {
      cause: 'an equation as a text',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: ['pack.yaml', '{ part: led }', 'part == led'],
      found: 'pack.yaml:34 wrong-kind'
    },
    {
      cause: 'one equals sign and quotes',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: ['pack.yaml', '{ part: led }', "part = 'led'"],
      found: 'pack.yaml:34 wrong-kind'
    },
    {
      cause: 'the words of a sentence',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: ['pack.yaml', '{ part: led }', 'part is led'],
      found: 'pack.yaml:34 wrong-kind'
    },
    {
      cause: 'a comparison as a text',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { sure: { lt: 3 } }\n'],
      slip: ['pack.yaml', '{ sure: { lt: 3 } }', 'sure < 3'],
      found: 'pack.yaml:34 wrong-kind'
    },
    {
      cause: 'a comparison sign in the value',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { sure: { lt: 3 } }\n'],
      slip: ['pack.yaml', '{ lt: 3 }', '< 3'],
      found: 'pack.yaml:34 not-a-number'
    },
    {
      cause: 'AND between two comparisons',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { all: [{ part: led }, { sure: { lt: 3 } }] }\n'],
      slip: ['pack.yaml', '{ all: [{ part: led }, { sure: { lt: 3 } }] }', 'part == led AND sure < 3'],
      found: 'pack.yaml:34 wrong-kind'
    },
    {
      cause: 'two prompts in one mapping are fine, but "or" is not',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: [led, helped] }\n'],
      slip: ['pack.yaml', '[led, helped]', 'led or helped'],
      found: 'pack.yaml:34 unknown-option'
    },
    {
      cause: 'brackets and a dollar sign, as in LimeSurvey',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: ['pack.yaml', '{ part: led }', '"{part.NAOK} == \'led\'"'],
      found: 'pack.yaml:34 wrong-kind'
    },
    {
      cause: 'contains, for choices',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n',
        '        type: choices\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n        when: { part: { has: led } }\n'
      ],
      slip: ['pack.yaml', '{ has:', '{ contains:'],
      found: 'pack.yaml:34 foreign-key'
    },
    {
      cause: 'yes for a prompt of type yes-no',
      pack: two,
      slip: ['second-week.yaml', 'true', 'yes'],
      found: 'second-week.yaml:12 not-true-or-false'
    },
    {
      cause: 'a list of conditions',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { all: [{ part: led }, { sure: 5 }] }\n'],
      slip: ['pack.yaml', '{ all: [{ part: led }, { sure: 5 }] }', '[{ part: led }, { sure: 5 }]'],
      found: 'pack.yaml:34 wrong-kind'
    },
    {
      cause: 'keys of a rule: question, operator, value',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: ['pack.yaml', ' part:', ' question: part, operator: equals, value:'],
      found: 'pack.yaml:34 wrong-kind'
    }
  ],
  numbers: [
    {
      cause: 'minutes with a unit',
      pack: one,
      slip: ['pack.yaml', ': 15\n', ': 15 min\n'],
      found: 'pack.yaml:12 not-a-number'
    },
    {
      cause: 'minutes as a clock time',
      pack: one,
      slip: ['pack.yaml', ': 15', ': 00:15'],
      found: 'pack.yaml:12 not-a-number'
    },
    {
      cause: 'minutes as a range',
      pack: one,
      slip: ['pack.yaml', ': 15\n', ': 10-15\n'],
      found: 'pack.yaml:12 not-a-number',
      isFixed: false
    },
    {
      cause: 'a decimal comma',
      pack: one,
      meant: ['pack.yaml', ': 15\n', ': 8\n'],
      slip: ['pack.yaml', 's: 8\n', 's: 7,5\n'],
      found: 'pack.yaml:12 not-a-number',
      isFixed: false
    },
    { cause: 'Arabic digits', pack: one, slip: ['pack.yaml', ': 15\n', ': ١٥\n'], found: 'pack.yaml:12 not-a-number' },
    {
      cause: 'a version of two numbers',
      pack: one,
      slip: ['pack.yaml', '.0.0\n', '.0\n'],
      found: 'pack.yaml:3 bad-version'
    },
    { cause: 'a version with a v', pack: one, slip: ['pack.yaml', ': 1.', ': v1.'], found: 'pack.yaml:3 bad-version' },
    {
      cause: 'the format as a text with a point',
      pack: one,
      slip: ['pack.yaml', 't: 1\n', 't: "1.0"\n'],
      found: 'pack.yaml:1 not-one-of'
    },
    {
      cause: 'the format is missing',
      pack: one,
      slip: ['pack.yaml', 'format: 1\n', ''],
      found: 'pack.yaml:1 missing-key'
    },
    {
      cause: 'a scale from 1-5 in one key',
      pack: one,
      slip: ['pack.yaml', '        from: 1\n        to: 5\n', '        range: 1-5\n'],
      found: 'pack.yaml:29 foreign-key'
    },
    {
      cause: 'min and max for from and to',
      pack: one,
      slip: ['pack.yaml', '        from: 1\n        to: 5\n', '        min: 1\n        max: 5\n'],
      found: 'pack.yaml:29 foreign-key',
      max: 2
    },
    {
      cause: 'from and to the wrong way round',
      pack: one,
      slip: ['pack.yaml', '        from: 1\n        to: 5\n', '        from: 5\n        to: 1\n'],
      found: 'pack.yaml:29 empty-range'
    },
    {
      cause: 'a range of words as a text',
      pack: two,
      meant: ['first-week.yaml', 'n it.\n', 'n it.\n    words: { min: 40, max: 120 }\n'],
      slip: ['first-week.yaml', '{ min: 40, max: 120 }', '40-120'],
      found: 'first-week.yaml:14 wrong-kind'
    },
    {
      cause: 'a number of items',
      pack: two,
      slip: ['first-week.yaml', '{ min: 1, max: 4 }', '4'],
      found: 'first-week.yaml:19 wrong-kind',
      isFixed: false
    },
    {
      cause: 'a point for thousands',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: plan\n        ask: What will you do next time?\n',
        '        type: number\n        ask: How many people were there?\n        min: 0\n        max: 1000\n'
      ],
      slip: ['pack.yaml', ': 1000', ': 1.000'],
      found: 'pack.yaml:37 thousands'
    },
    {
      cause: 'labels of a scale as a list',
      pack: one,
      slip: ['pack.yaml', '{ 1: Not at all, 5: Quite sure }', '[Not at all, Quite sure]'],
      found: 'pack.yaml:31 wrong-kind'
    },
    {
      cause: 'labels of a scale as an equation',
      pack: one,
      slip: ['pack.yaml', '{ 1: Not at all, 5: Quite sure }', '1 = Not at all, 5 = Quite sure'],
      found: 'pack.yaml:31 wrong-kind'
    },
    {
      cause: 'labels without a space after the colon',
      pack: one,
      slip: ['pack.yaml', ' Not at all, 5: ', 'Not at all, 5:'],
      found: 'pack.yaml:31 no-space-after-colon'
    }
  ],
  dates: [
    {
      cause: 'a day with slashes',
      pack: second,
      meant: ['pack.yaml', '-4.0\n', '-4.0\nclass: { name: Group B, start: 2027-01-11 }\n'],
      slip: ['pack.yaml', '2027-01-11', '11/01/2027'],
      found: 'pack.yaml:8 bad-date',
      isFixed: false
    },
    {
      cause: 'a day in words',
      pack: second,
      meant: ['pack.yaml', '-4.0\n', '-4.0\nclass: { name: Group B, start: 2027-01-11 }\n'],
      slip: ['pack.yaml', '2027-01-11', '11 January 2027'],
      found: 'pack.yaml:8 bad-date'
    },
    {
      cause: 'a day without a leading zero',
      pack: second,
      meant: ['pack.yaml', '-4.0\n', '-4.0\nclass: { name: Group B, start: 2027-01-11 }\n'],
      slip: ['pack.yaml', '7-01-', '7-1-'],
      found: 'pack.yaml:8 bad-date'
    },
    {
      cause: 'a day that does not exist',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: plan\n        ask: What will you do next time?\n',
        '        type: date\n        ask: When will you look at it again?\n        latest: 2027-02-28\n'
      ],
      slip: ['pack.yaml', '2-28\n', '2-30\n'],
      found: 'pack.yaml:36 bad-date',
      isFixed: false
    },
    {
      cause: 'a time without a unit',
      pack: second,
      slip: ['pack.yaml', 's: 1 week, d', 's: 7, d'],
      found: 'pack.yaml:17 bad-span',
      isFixed: false
    },
    {
      cause: 'a time in words',
      pack: two,
      meant: ['second-week.yaml', ': 10\n', ': 10\nrevisit: { exercise: first-week, after: 1 week }\n'],
      slip: ['second-week.yaml', ': 1 w', ': one w'],
      found: 'second-week.yaml:5 bad-span'
    },
    {
      cause: 'only the time of a revisit',
      pack: two,
      meant: ['second-week.yaml', ': 10\n', ': 10\nrevisit: { exercise: first-week, after: 7 days }\n'],
      slip: ['second-week.yaml', '{ exercise: first-week, after: 7 days }', '7 days'],
      found: 'second-week.yaml:5 wrong-kind',
      isFixed: false
    }
  ],
  'yes and no': [
    {
      cause: 'yes for true',
      pack: one,
      meant: [
        'pack.yaml',
        '        ask: Tell one moment of this week.\n      - id: part\n        title: Your part\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n',
        '        private: true\n        ask: Tell one moment of this week.\n      - id: part\n        title: Your part\n        private: false\n        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n      - id: sure\n        title: How sure\n        private: false\n        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n        labels: { 1: Not at all, 5: Quite sure }\n      - id: plan\n        title: Next time\n        private: false\n'
      ],
      slip: ['pack.yaml', 'true', 'yes'],
      found: 'pack.yaml:16 not-true-or-false'
    },
    {
      cause: 'ja for true',
      pack: one,
      meant: ['pack.yaml', 'ched\n', 'ched\n        other: true\n'],
      slip: ['pack.yaml', 'true', 'ja'],
      found: 'pack.yaml:25 not-true-or-false'
    },
    {
      cause: 'a text for true',
      pack: one,
      meant: ['pack.yaml', 'ched\n', 'ched\n        other: true\n'],
      slip: ['pack.yaml', ' true', ' Something else'],
      found: 'pack.yaml:25 not-true-or-false',
      isFixed: false
    }
  ],
  'keys of other tools': [
    {
      cause: 'SurveyJS: radiogroup and choices',
      pack: one,
      slip: [
        'pack.yaml',
        '        type: choice\n        ask: What was your part in it?\n        options:\n',
        '        type: radiogroup\n        ask: What was your part in it?\n        choices:\n'
      ],
      found: 'pack.yaml:19 unknown-type',
      max: 2
    },
    {
      cause: 'SurveyJS: isRequired',
      pack: one,
      slip: ['pack.yaml', 'e moment\n', 'e moment\n        isRequired: true\n'],
      found: 'pack.yaml:16 foreign-key'
    },
    {
      cause: 'Typeform: opinion_scale and steps',
      pack: one,
      slip: [
        'pack.yaml',
        '        type: scale\n        ask: How sure are you that it was fair?\n        from: 1\n        to: 5\n',
        '        type: opinion_scale\n        ask: How sure are you that it was fair?\n        steps: 5\n'
      ],
      found: 'pack.yaml:27 unknown-type',
      max: 2
    },
    {
      cause: 'Google Forms: Paragraph',
      pack: one,
      meant: ['pack.yaml', 'e moment\n', 'e moment\n        type: text\n'],
      slip: ['pack.yaml', 'text', 'Paragraph'],
      found: 'pack.yaml:16 unknown-type'
    },
    {
      cause: 'Google Forms: Multiple choice',
      pack: one,
      slip: ['pack.yaml', ': ch', ': Multiple ch'],
      found: 'pack.yaml:19 unknown-type'
    },
    {
      cause: 'Google Forms: Linear scale',
      pack: one,
      slip: ['pack.yaml', ': sc', ': Linear sc'],
      found: 'pack.yaml:27 unknown-type'
    },
    {
      cause: 'Moodle: essay and feedback',
      pack: one,
      meant: ['pack.yaml', 'e moment\n', 'e moment\n        type: text\n'],
      slip: ['pack.yaml', 'text', 'essay'],
      found: 'pack.yaml:16 unknown-type'
    },
    {
      cause: 'Qualtrics: skip logic',
      pack: one,
      meant: ['pack.yaml', 'time\n', 'time\n        when: { part: led }\n'],
      slip: ['pack.yaml', 'when', 'display_logic'],
      found: 'pack.yaml:34 foreign-key'
    },
    {
      cause: 'H5P: questions for prompts',
      pack: one,
      slip: ['pack.yaml', 'prompt', 'question'],
      found: 'pack.yaml:13 foreign-key'
    },
    {
      cause: 'Quarto: subtitle, author and date',
      pack: one,
      slip: ['pack.yaml', 's: [Ann Rees]', ': Ann Rees'],
      found: 'pack.yaml:6 foreign-key',
      max: 2
    },
    {
      cause: 'a default answer',
      pack: one,
      slip: ['pack.yaml', 'e moment\n', 'e moment\n        default: It was a Monday.\n'],
      found: 'pack.yaml:16 foreign-key',
      isFixed: false
    },
    {
      cause: 'points and the correct answer',
      pack: one,
      slip: ['pack.yaml', 'oice\n', 'oice\n        points: 2\n        correct: led\n'],
      found: 'pack.yaml:20 foreign-key',
      max: 2,
      isFixed: false
    }
  ],
  'keys in another language': [
    {
      cause: 'German keys',
      pack: one,
      slip: [
        'pack.yaml',
        '        title: Next time\n        type: plan\n        ask: What will you do next time?\n',
        '        titel: Next time\n        typ: plan\n        frage: What will you do next time?\n'
      ],
      found: 'pack.yaml:33 unknown-key',
      max: 3
    },
    {
      cause: 'Welsh keys',
      pack: one,
      slip: ['pack.yaml', '  title: T', '  teitl: T'],
      found: 'pack.yaml:10 unknown-key'
    },
    {
      cause: 'the name of a language',
      pack: one,
      slip: ['pack.yaml', 'en-GB', 'English (UK)'],
      found: 'pack.yaml:5 bad-language'
    },
    {
      cause: 'an underscore in the language',
      pack: one,
      slip: ['pack.yaml', 'en-GB', 'en_GB'],
      found: 'pack.yaml:5 bad-language'
    },
    {
      cause: 'a type with an underscore',
      pack: two,
      slip: ['second-week.yaml', 'es-no', 'es_no'],
      found: 'second-week.yaml:8 unknown-type'
    },
    {
      cause: 'a licence as people write it',
      pack: one,
      slip: ['pack.yaml', '-BY-', ' BY '],
      found: 'pack.yaml:7 bad-license'
    },
    { cause: 'a British licence', pack: one, slip: ['pack.yaml', 'ense:', 'ence:'], found: 'pack.yaml:7 unknown-key' }
  ],
  'block texts': [
    {
      cause: 'text behind the bar',
      pack: two,
      slip: [
        'first-week.yaml',
        '    ask: |\n      Tell one moment of this week, as a bystander would have seen it.\n',
        '    ask: | Tell one moment of this week, as a bystander would have seen it.\n'
      ],
      found: 'first-week.yaml:12 text-after-block-sign'
    },
    {
      cause: 'a letter for the bar',
      pack: two,
      slip: ['first-week.yaml', 'k: |\n', 'k: l\n'],
      found: 'first-week.yaml:12 wrong-sign'
    },
    {
      cause: 'a list swallowed by a text',
      pack: two,
      slip: ['first-week.yaml', '    help', '      help'],
      found: 'first-week.yaml:14 swallowed-key'
    }
  ],
  anchors: [
    {
      cause: 'an anchor and an alias for options',
      pack: second,
      slip: ['pack.yaml', ': as', ': *as'],
      found: 'pack.yaml:33 alias'
    },
    {
      cause: 'a merge key',
      pack: second,
      slip: ['pack.yaml', 'scale: ', '<<: *'],
      found: 'pack.yaml:38 alias',
      isFixed: false
    }
  ],
  'duplicate keys': [
    {
      cause: 'a key is there twice',
      pack: one,
      slip: ['pack.yaml', 'time\n', 'time\n        title: Another time\n'],
      found: 'pack.yaml:34 duplicate-key',
      isFixed: false
    },
    {
      cause: 'two prompts in one: no "- id" between them',
      pack: one,
      slip: ['pack.yaml', '      - id: part\n', ''],
      found: 'pack.yaml:17 duplicate-key',
      max: 2,
      isFixed: false
    },
    {
      cause: 'a second list of prompts',
      pack: two,
      slip: ['first-week.yaml', ': 4 }\n', ': 4 }\nprompts:\n'],
      found: 'first-week.yaml:20 duplicate-key',
      isFixed: false
    }
  ],
  format: [
    {
      cause: 'format 1 with what format 2 has',
      pack: second,
      slip: ['pack.yaml', 't: 2\n', 't: 1\n'],
      found: 'pack.yaml:8 needs-format'
    }
  ],
  sections: [
    {
      cause: 'sections are a list',
      pack: second,
      slip: [
        'pack.yaml',
        '  week-1: { title: "Week 1: Arriving", opens: 0 days, due: 1 week, exercises: [arriving] }\n  week-2: { title: "Week 2: Listening", opens: 1 week, due: 2 weeks, exercises: [listening] }\n',
        '  - { id: week-1, title: "Week 1: Arriving", opens: 0 days, due: 1 week, exercises: [arriving] }\n  - { id: week-2, title: "Week 2: Listening", opens: 1 week, due: 2 weeks, exercises: [listening] }\n'
      ],
      found: 'pack.yaml:16 wrong-kind'
    },
    {
      cause: 'a section names a title',
      pack: second,
      slip: ['pack.yaml', ' [arr', ' [Arr'],
      found: 'pack.yaml:16 unknown-exercise'
    },
    {
      cause: 'an exercise is in two sections',
      pack: second,
      slip: ['pack.yaml', ': [lis', ': [arriving, lis'],
      found: 'pack.yaml:17 in-two-sections',
      isFixed: false
    },
    {
      cause: 'a route names a file',
      pack: two,
      meant: ['pack.yaml', 'aml]\n', 'aml]\nroutes:\n  short: { title: Half an hour, exercises: [first-week] }\n'],
      slip: ['pack.yaml', 'eek] }', 'eek.yaml] }'],
      found: 'pack.yaml:10 unknown-exercise'
    },
    {
      cause: 'a section without a title, as a list of exercises',
      pack: second,
      meant: ['pack.yaml', ': Arriving", opens: 0 days, due: 1 week', '"'],
      slip: ['pack.yaml', '{ title: "Week 1", exercises: [arriving] }', '[arriving]'],
      found: 'pack.yaml:16 wrong-kind',
      isFixed: false
    }
  ],
  'shared lists': [
    {
      cause: 'a dollar sign before the name of a list',
      pack: second,
      slip: ['pack.yaml', ': as', ': $as'],
      found: 'pack.yaml:33 wrong-kind',
      isFixed: false
    },
    {
      cause: 'the name of a scale in capitals',
      pack: second,
      slip: ['pack.yaml', 'e: sure', 'e: Sure'],
      found: 'pack.yaml:38 not-defined'
    },
    {
      cause: 'a list of options under scales',
      pack: second,
      slip: ['pack.yaml', ' asked\n', ' sure\n'],
      found: 'pack.yaml:33 not-defined',
      isFixed: false
    }
  ],
  outcomes: [
    {
      cause: 'outcomes as a text with commas',
      pack: second,
      meant: ['pack.yaml', 'lo1]\n', 'lo1, lo2]\n'],
      slip: ['pack.yaml', '[lo1, lo2]', 'lo1, lo2'],
      found: 'pack.yaml:23 not-defined'
    },
    {
      cause: 'the text of an outcome in place of its id',
      pack: second,
      slip: ['pack.yaml', '[lo1]', '[Describe a moment without judging it.]'],
      found: 'pack.yaml:23 not-defined'
    },
    {
      cause: 'an outcome with a capital',
      pack: second,
      slip: ['pack.yaml', '[lo2', '[LO2'],
      found: 'pack.yaml:43 not-defined'
    }
  ],
  'one-of': [
    {
      cause: 'options in place of prompts',
      pack: second,
      slip: ['pack.yaml', '     prompts:\n', '     options:\n'],
      found: 'pack.yaml:49 foreign-key'
    },
    {
      cause: 'a prompt without a title',
      pack: second,
      slip: ['pack.yaml', 'title: Who did not, ', ''],
      found: 'pack.yaml:51 missing-key',
      isFixed: false
    }
  ],
  starters: [
    {
      cause: 'start_with at a choice',
      pack: second,
      slip: ['pack.yaml', 'sked\n', 'sked\n        start_with: I know it because\n'],
      found: 'pack.yaml:34 unknown-key',
      isFixed: false
    },
    { cause: 'starts_with', pack: second, slip: ['pack.yaml', 'rt_w', 'rts_w'], found: 'pack.yaml:28 unknown-key' },
    {
      cause: 'wordings without text:',
      pack: second,
      slip: ['pack.yaml', ', text: ', ', ask: '],
      found: 'pack.yaml:55 foreign-key'
    }
  ],
  tables: [
    {
      cause: 'columns as texts',
      pack: one,
      meant: [
        'pack.yaml',
        '      - id: plan\n        title: Next time\n        type: plan\n        ask: What will you do next time?\n',
        '      - id: people\n        title: The people\n        type: table\n        ask: Who gained, and who lost?\n        columns: [{ id: how-they-fared, title: How they fared }, { id: how-you-know, title: How you know }]\n        rows: [night staff, families]\n'
      ],
      slip: [
        'pack.yaml',
        '{ id: how-they-fared, title: How they fared }, { id: how-you-know, title: How you know }',
        'How they fared, How you know'
      ],
      found: 'pack.yaml:36 wrong-kind'
    },
    {
      cause: 'columns as a mapping',
      pack: one,
      meant: [
        'pack.yaml',
        '      - id: plan\n        title: Next time\n        type: plan\n        ask: What will you do next time?\n',
        '      - id: people\n        title: The people\n        type: table\n        ask: Who gained, and who lost?\n        columns: [{ id: fared, title: How they fared }, { id: sign, title: How you know }]\n        rows: [night staff, families]\n'
      ],
      slip: [
        'pack.yaml',
        '[{ id: fared, title: How they fared }, { id: sign, title: How you know }]',
        '{ fared: How they fared, sign: How you know }'
      ],
      found: 'pack.yaml:36 wrong-kind'
    },
    {
      cause: 'a number for add_rows',
      pack: one,
      meant: [
        'pack.yaml',
        '      - id: plan\n        title: Next time\n        type: plan\n        ask: What will you do next time?\n',
        '      - id: people\n        title: The people\n        type: table\n        ask: Who gained, and who lost?\n        columns: [{ id: fared, title: How they fared }, { id: sign, title: How you know }]\n        add_rows: { max: 4 }\n'
      ],
      slip: ['pack.yaml', '{ max: 4 }', '4'],
      found: 'pack.yaml:37 wrong-kind'
    }
  ],
  sentences: [
    {
      cause: 'double braces for a gap',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: plan\n        ask: What will you do next time?\n',
        '        type: sentence\n        ask: What is it for?\n        template: "It is for {who}."\n        gaps:\n          who: { ask: Which people? }\n'
      ],
      slip: ['pack.yaml', '{who}', '{{who}}'],
      found: 'pack.yaml:36 no-gap',
      max: 2,
      isFixed: false
    },
    {
      cause: 'a line for a gap',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: plan\n        ask: What will you do next time?\n',
        '        type: sentence\n        ask: What is it for?\n        template: "It is for {who}."\n        gaps:\n          who: { ask: Which people? }\n'
      ],
      slip: ['pack.yaml', '{who}', '____'],
      found: 'pack.yaml:36 no-gap',
      isFixed: false
    },
    {
      cause: 'a gap with another name',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: plan\n        ask: What will you do next time?\n',
        '        type: sentence\n        ask: What is it for?\n        template: "It is for {who}."\n        gaps:\n          who: { ask: Which people? }\n'
      ],
      slip: ['pack.yaml', 'who: {', 'whom: {'],
      found: 'pack.yaml:38 unused-gap',
      max: 2,
      isFixed: false
    }
  ],
  quotations: [
    {
      cause: 'single braces',
      pack: one,
      meant: ['pack.yaml', '  ask: What wi', '  ask: You told this, {{moment}}. What wi'],
      slip: ['pack.yaml', '{moment}', 'moment'],
      found: 'pack.yaml:35 single-braces'
    },
    {
      cause: 'percent signs',
      pack: one,
      meant: ['pack.yaml', '  ask: What wi', '  ask: You told this, {{moment}}. What wi'],
      slip: ['pack.yaml', '{{moment}}', '%moment%'],
      found: 'pack.yaml:35 single-braces'
    },
    {
      cause: 'a dollar sign and braces',
      pack: one,
      meant: ['pack.yaml', '  ask: What wi', '  ask: You told this, {{moment}}. What wi'],
      slip: ['pack.yaml', '{{moment}', '${moment'],
      found: 'pack.yaml:35 other-syntax'
    },
    {
      cause: 'double square brackets of a wiki',
      pack: one,
      meant: ['pack.yaml', '  ask: What wi', '  ask: You told this, {{moment}}. What wi'],
      slip: ['pack.yaml', '{{moment}}', '[[moment]]'],
      found: 'pack.yaml:35 other-syntax'
    },
    {
      cause: 'a filter of Jinja',
      pack: one,
      meant: ['pack.yaml', '  ask: What wi', '  ask: You told this, {{moment|a moment}}. What wi'],
      slip: ['pack.yaml', 'moment|a moment', " moment|default('a moment') "],
      found: 'pack.yaml:35 single-braces'
    },
    {
      cause: 'a quotation of something that is not there',
      pack: one,
      meant: ['pack.yaml', '  ask: What wi', '  ask: You told this, {{moment|a moment}}. What wi'],
      slip: ['pack.yaml', 'ment|', 'memt|'],
      found: 'pack.yaml:35 unknown-prompt'
    }
  ],
  pictures: [
    {
      cause: 'no description',
      pack: second,
      isPictured: true,
      meant: [
        'pack.yaml',
        'Tell what you saw as you came in',
        '|\n          ![A queue at a door](images/queue.png)\n\n          Tell what you saw'
      ],
      slip: ['pack.yaml', 'A queue at a door', ''],
      found: 'pack.yaml:28 picture-without-alt',
      isFixed: false
    },
    {
      cause: 'a tag of HTML',
      pack: second,
      isPictured: true,
      meant: [
        'pack.yaml',
        'Tell what you saw as you came in',
        '|\n          ![A queue at a door](images/queue.png)\n\n          Tell what you saw'
      ],
      slip: [
        'pack.yaml',
        '![A queue at a door](images/queue.png)',
        '<img src="images/queue.png" alt="A queue at a door">'
      ],
      found: 'pack.yaml:28 dead-link'
    },
    {
      cause: 'another ending',
      pack: second,
      isPictured: true,
      meant: [
        'pack.yaml',
        'Tell what you saw as you came in',
        '|\n          ![A queue at a door](images/queue.png)\n\n          Tell what you saw'
      ],
      slip: ['pack.yaml', '.png', '.jpg'],
      found: 'pack.yaml:28 no-such-picture'
    },
    {
      cause: 'a backslash in the path',
      pack: second,
      isPictured: true,
      meant: [
        'pack.yaml',
        'Tell what you saw as you came in',
        '|\n          ![A queue at a door](images/queue.png)\n\n          Tell what you saw'
      ],
      slip: ['pack.yaml', 'es/qu', 'es\\qu'],
      found: 'pack.yaml:28 dead-link'
    }
  ],
  HTML: [
    {
      cause: 'a line break of HTML',
      pack: two,
      meant: ['first-week.yaml', 's ev', 's  \n  ev'],
      slip: ['first-week.yaml', '  Nobody sees  \n  everything.\n', '  Nobody sees<br>everything.\n'],
      found: 'first-week.yaml:26 dead-link',
      isFixed: false
    }
  ],
  links: [
    {
      cause: 'a space between the text and the address',
      pack: two,
      meant: ['first-week.yaml', 'everything', '[everything](https://example.org/all)'],
      slip: ['first-week.yaml', 'g](h', 'g] (h'],
      found: 'first-week.yaml:26 dead-link'
    }
  ],
  translations: [
    {
      cause: 'ids are translated',
      pack: one,
      isWelsh: true,
      slip: ['translations/cy.yaml', 'first-week', 'wythnos-gyntaf'],
      found: 'translations/cy.yaml:3 nothing-to-translate',
      max: 2,
      isFixed: false
    },
    {
      cause: 'a file named after the language in words',
      pack: one,
      isWelsh: true,
      renamed: ['translations/cy.yaml', 'translations/Cymraeg.yaml'],
      found: 'translations/Cymraeg.yaml:1 bad-language',
      isFixed: false
    },
    {
      cause: 'prompts are a list, as in the pack',
      pack: one,
      isWelsh: true,
      slip: [
        'translations/cy.yaml',
        '      moment: { title: Un foment, ask: Adroddwch am un foment. }\n      part:\n        title: Eich rhan chi\n        ask: Beth oedd eich rhan chi?\n        options: { led: Fi oedd yn arwain, helped: Helpais, watched: Gwyliais }\n      sure: { title: Pa mor sicr, ask: Pa mor sicr ydych chi?, labels: { 1: Dim o gwbl, 5: Eithaf sicr } }\n      plan: { title: Y tro nesaf, ask: Beth wnewch chi y tro nesaf? }\n',
        '      - id: moment\n        title: Un foment\n        ask: Adroddwch am un foment.\n      - id: part\n        title: Eich rhan chi\n        ask: Beth oedd eich rhan chi?\n        options: { led: Fi oedd yn arwain, helped: Helpais, watched: Gwyliais }\n      - id: sure\n        title: Pa mor sicr\n        ask: Pa mor sicr ydych chi?\n        labels: { 1: Dim o gwbl, 5: Eithaf sicr }\n      - id: plan\n        title: Y tro nesaf\n        ask: Beth wnewch chi y tro nesaf?\n'
      ],
      found: 'translations/cy.yaml:7 wrong-kind'
    },
    {
      cause: 'the translation is the whole pack again',
      pack: one,
      isWelsh: true,
      slip: ['translations/cy.yaml', 'title: T', 'format: 1\nid: winter-term\nversion: 1.0.0\nlanguage: cy\ntitle: T'],
      found: 'translations/cy.yaml:1 unknown-key',
      max: 4,
      isFixed: false
    },
    {
      cause: 'translations in a folder of another name',
      pack: one,
      isWelsh: true,
      renamed: ['translations/cy.yaml', 'translation/cy.yaml'],
      found: 'pack.yaml:1 wrong-folder'
    }
  ],
  'renamed and retired': [
    {
      cause: 'new name before old name',
      pack: one,
      meant: ['pack.yaml', '-4.0\n', '-4.0\nrenamed: { first-week/role: first-week/part }\n'],
      slip: ['pack.yaml', 'role: first-week/part', 'part: first-week/role'],
      found: 'pack.yaml:8 still-there',
      max: 2,
      isFixed: false
    },
    {
      cause: 'an arrow for the colon',
      pack: one,
      meant: ['pack.yaml', '-4.0\n', '-4.0\nrenamed: { first-week/role: first-week/part }\n'],
      slip: ['pack.yaml', '{ first-week/role: first-week/part }', 'first-week/role -> first-week/part'],
      found: 'pack.yaml:8 wrong-kind'
    },
    {
      cause: 'retired is a text',
      pack: one,
      meant: ['pack.yaml', '-4.0\n', '-4.0\nretired: [first-week/old]\n'],
      slip: ['pack.yaml', '[first-week/old]', 'first-week/old'],
      found: 'pack.yaml:8 wrong-kind'
    }
  ],
  braces: [
    {
      cause: 'a brace is not closed',
      pack: second,
      slip: ['pack.yaml', 'y? }\n', 'y?\n'],
      found: 'pack.yaml:56 unclosed'
    },
    {
      cause: 'braces around a list',
      pack: two,
      slip: ['first-week.yaml', '[I led it, I helped, I watched]', '{ I led it, I helped, I watched }'],
      found: 'first-week.yaml:24 comma-in-braces',
      isFixed: false
    },
    {
      cause: 'a bracket is not closed',
      pack: two,
      slip: ['pack.yaml', 'aml]\n', 'aml\n'],
      found: 'pack.yaml:8 unclosed'
    }
  ],
  source: [
    {
      cause: 'an address in place of the source',
      pack: one,
      meant: ['pack.yaml', '-4.0\n', '-4.0\nsource: { title: The course, url: "https://example.org/course" }\n'],
      slip: ['pack.yaml', '{ title: The course, url: "https://example.org/course" }', 'https://example.org/course'],
      found: 'pack.yaml:8 wrong-kind',
      isFixed: false
    }
  ],
  options: [
    {
      cause: 'text: for label:',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - { id: led, label: I led it }\n          - { id: helped, label: I helped }\n'
      ],
      slip: [
        'pack.yaml',
        '          - { id: led, label: I led it }\n          - { id: helped, label: I helped }\n',
        '          - { id: led, text: I led it }\n          - { id: helped, text: I helped }\n'
      ],
      found: 'pack.yaml:22 foreign-key',
      max: 2
    },
    {
      cause: 'value: for id:',
      pack: one,
      meant: [
        'pack.yaml',
        '          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '          - { id: led, label: I led it }\n          - { id: helped, label: I helped }\n'
      ],
      slip: [
        'pack.yaml',
        '          - { id: led, label: I led it }\n          - { id: helped, label: I helped }\n',
        '          - { value: led, label: I led it }\n          - { value: helped, label: I helped }\n'
      ],
      found: 'pack.yaml:22 foreign-key',
      max: 2
    },
    {
      cause: 'numbers as options',
      pack: two,
      meant: ['first-week.yaml', 'I led it, I helped, I watched', '"1", "2", "3"'],
      slip: ['first-week.yaml', '"1", "2", "3"', '1, 2, 3'],
      found: 'first-week.yaml:24 not-text'
    },
    {
      cause: 'yes and no as a choice',
      pack: two,
      meant: ['first-week.yaml', 'I led it, I helped, I watched', '"true", "false"'],
      slip: ['first-week.yaml', '"true", "false"', 'true, false'],
      found: 'first-week.yaml:24 not-text'
    },
    {
      cause: 'pick is a number',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '        type: choices\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n        pick: { max: 2 }\n'
      ],
      slip: ['pack.yaml', '{ max: 2 }', '2'],
      found: 'pack.yaml:25 wrong-kind',
      isFixed: false
    },
    {
      cause: 'pick is a number',
      pack: one,
      meant: [
        'pack.yaml',
        '        type: choice\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n',
        '        type: choices\n        ask: What was your part in it?\n        options:\n          led: I led it\n          helped: I helped\n          watched: I watched\n        pick: { max: 2 }\n'
      ],
      slip: ['pack.yaml', '{ max: 2 }', 'up to 2'],
      found: 'pack.yaml:25 wrong-kind'
    }
  ]
}
