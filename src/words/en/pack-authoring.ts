import { didYouMean, meant, oneOf } from './phrases.ts'

/** What `pack preview` says, in English. */
export const preview = {
  nothingKept: (title: string) =>
    `A preview of "${title}": every question as learners meet it. Nothing that you write here is kept.`,
  left: 'You have left the preview. Nothing was kept.',
  looksBack: (titles: readonly string[]) =>
    `This exercise looks back at ${oneOf(titles, 'and')}. Answers that you give there in this preview are met again here; without them it is shown as to someone who has not done that yet.`,
  skipped: (before: number) =>
    before === 1
      ? 'The question before this one counts as skipped; Shift-Tab or :back leads to it.'
      : `The ${before} questions before this one count as skipped; Shift-Tab or :back leads to them.`,
  notAskedYet: (prompt: string, first: string) =>
    `"${prompt}" is asked only after certain answers, so you begin at "${first}", from where it can be reached.`,
  notAskedHere: (prompt: string) =>
    `"${prompt}" is there only where an earlier exercise was answered, so you begin with the first question.`,
  markdown: 'What a learner would have in the journal now. Here nothing was written.',
  readAgain: 'The pack has changed, and was read again.',
  gone: (exercise: string) => `There is no exercise "${exercise}" in the pack any more.`,
  waiting: 'The preview continues when the pack is fixed and saved.',
  again: 'Read again',
  cannotWatch: (folder: string, why: string) =>
    `${folder} cannot be watched for changes (${why}); leave out --watch, and start the preview again after a change.`,
  unknownExercise: (name: string, near: readonly string[], path: string) =>
    `There is no exercise "${name}" in the pack. ${meant(near, `Type "reflect list --pack ${path}" to see them all.`)}`,
  unknownPrompt: (exercise: string, name: string, near: readonly string[]) =>
    `The exercise "${exercise}" has no prompt "${name}".${didYouMean(near)}`,
  ambiguous: (name: string, ids: readonly string[]) => `"${name}" could be ${oneOf(ids)}. Type more of it.`
}

/** What a tutor says about a new pack. */
export interface NewPack {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly author: string | undefined
}

const schema = '# yaml-language-server: $schema=./pack.schema.json'

/** A text as YAML. A JSON string is one. */
const yaml = (text: string) => JSON.stringify(text)

/** The files of `pack new`, and what it says, in English. Values are inserted as YAML. */
export const newPack = {
  question: {
    title: 'What is the pack called? Learners see this.',
    language: 'Which language is it written in? A tag, such as en-GB, cy or pt-BR.',
    author: 'Who writes it? Leave this out if you like.'
  },
  notEmpty: (folder: string) => `${folder} is not empty, so nothing was written; name a new folder.`,
  badName: (name: string) =>
    `"${name}" has nothing in it that could be the pack's name; name the folder with letters a to z, such as first-week.`,
  badLanguage: (tag: string) => `"${tag}" is not a language; write a tag such as en-GB, cy or pt-BR.`,
  left: 'Nothing was written.',
  made: (folder: string, title: string) =>
    [
      `"${title}" is in ${folder}, with two exercises to change as you like. Next:`,
      '',
      `  reflect pack preview ${folder}   walk through it; nothing is saved`,
      `  reflect pack check ${folder}     find slips, and how to fix them`,
      `  reflect pack build ${folder}     make one file of it, to hand out`
    ].join('\n'),

  manifest: ({ id, title, language, author }: NewPack) => `${schema}
# What the pack is. Lines that begin with "#" are notes to you; delete them when you like.
# 2 is for what is marked so below; a pack without any of it can say 1, which older programs read as well.
format: 2
# The pack's name in commands and in journals. Keep it once learners have the pack.
id: ${id}
# Raise it with every change: 1.0.1 for a correction, 1.1.0 for something new, 2.0.0 for what breaks earlier answers.
version: 1.0.0
title: ${yaml(title)}
summary: One or two sentences on what the pack is for.
language: ${language}
${author === undefined ? '# authors: [Your Name]' : `authors: [${yaml(author)}]`}
# What others may do with it; CC-BY-4.0 lets them use, change and share it if they name you.
license: CC-BY-4.0
# One file an exercise, in the order in which they are offered.
exercises: [first-steps.yaml, week-by-week.yaml]
# A shorter way through the pack. From format 2 on, it can end with four questions to learners about their own pages.
routes:
  short:
    title: Half an hour
    self_check: true
    exercises: [first-steps, week-by-week]
# Answers are found by ids. If an id changes once learners have the pack, or something goes, say so here:
# renamed: { first-steps/old-id: first-steps/new-id, first-steps/part.old-option: first-steps/part.new-option }
# retired: [first-steps/gone]
`,

  exercise: `${schema}
# One exercise: a reading, some questions, and a discussion that learners see when they have answered.
id: first-steps
title: First steps
purpose: Look closely at one moment, and choose what to do about it.
# About how long it takes.
minutes: 10
reading: |
  A short text that gives learners something to think with. It is *Markdown*: leave a line empty
  between paragraphs.

  Say what the questions are about, and why they are worth ten minutes.
prompts:
  # A text: learners write as much as they like. What stands after "|" needs no quotes.
  # It is private: it stays out of whatever leaves the journal, unless the learner says otherwise.
  # Format 2: "core" is asked also of those who have little time; they can leave the other questions for another day.
  - id: moment
    private: true
    core: true
    ask: |
      Tell one moment of this week, as someone who stood beside you would.
    help: What people did and said. What you think of it can wait.
    # Wordings, from format 2 on: the first that holds. "times" is how often the learner finished this exercise before; at
    # the first time the example is shown with the question, later if the learner asks for it.
    example:
      - when: { times: 0 }
        open: true
        text: The queue reached the door. She opened a second desk without asking anybody.
      - text: He put the form back in the drawer and said that it could wait.
    # Format 2: one more question, asked once after a short answer.
    more:
      under: 15 words
      ask: What is one thing that someone said, word for word?
  # A choice. The word before the colon is what conditions and journals go by; learners see the rest.
  - id: part
    type: choice
    private: false
    ask: What was your part in it?
    options:
      led: I led it
      joined: I took part
      watched: I looked on
    other: true
  # Asked only of those who led it. Earlier answers are quoted in double braces. It tells of the moment, so it is as
  # private as that.
  - id: again
    about: moment
    # A short heading for the journal; else the question's first sentence serves.
    title: What you would do again
    ask: |
      You wrote "{{part}}". What would you do again?
    when: { part: led }
  # A plan: "When ..., I will ...".
  # Learners are asked about it when they come back.
  - id: plan
    about: moment
    core: true
    type: plan
    ask: Choose one small thing for next week.
# What learners read at the end: a text, or from format 2 on blocks, of which all that hold are shown.
discussion:
  - when: { part: [led, joined] }
    text: You had a part in it. Who saw it from elsewhere, and what would they say?
  - text: What others found, and another way to look at it.
`,

  again: `${schema}
# An exercise that is done again and again. It needs format 2. If you do not want it, delete this file and its name in
# pack.yaml, also in the route.
id: week-by-week
title: Week by week
purpose: Keep one moment of each week, and see what comes back.
minutes: 10
# It looks back at itself: open from the beginning, and offered again so long after it was last finished.
revisit: { exercise: week-by-week, after: 7 days }
# At its end, learners can leave a question for the day on which they come back.
ask_later: true
# An answer of the last time is quoted with the name of the exercise.
reading:
  - when: { times: 0 }
    text: One moment a week is enough.
  - when: { week-by-week/moment: { answered: true } }
    text: |
      Last time you chose this: "{{week-by-week/moment}}"
  - text: One moment is enough. It can be a small one.
prompts:
  - id: moment
    private: true
    core: true
    title: The moment
    lines: 1
    ask:
      - when: { times: { lt: 3 } }
        text: Which moment of this week is still with you?
      # From the fourth time on, these take turns.
      - { rotate: true, text: Who was not in the room this week? }
      - { rotate: true, text: What went better this week than you had feared? }
  - id: done
    private: false
    core: true
    type: scale
    ask: How was it done?
    from: 1
    to: 5
    statements:
      - { id: fair, text: Fair }
      - { id: clear, text: Clear }
      - { id: kind, text: Kind }
  # A follow-up, for every type of question. Its condition looks at the answer before it.
  - id: worth
    private: false
    type: scale
    ask: How sure are you that it was worth it?
    from: 1
    to: 5
    follow_up: { ask: What makes you doubt it?, when: { lt: 3 } }
  # The second number cannot be below the first.
  - id: low
    private: false
    type: number
    ask: In how many weeks of ten does this happen? Give the fewest.
    min: 0
    max: 10
  - id: high
    private: false
    type: number
    ask: And the most?
    min: { prompt: low }
    max: 10
# Blocks can say what follows from several answers.
discussion:
  - when: { "lowest of done": { answered: true } }
    text: |
      You rated this lowest: {{lowest of done|none}}. Who would have noticed?
  - when: { "difference of high and low": { gte: 4 } }
    text: Your two numbers are far apart. What would you need to know?
  - text: A dull week in plain words is worth as much as a fine one.
# Questions that are asked after the discussion.
after_discussion:
  - id: next
    about: moment
    core: true
    type: plan
    ask: Choose one small thing for next week.
  # The exercise is offered again on this day, in place of the seven days above.
  - id: look
    private: false
    type: date
    return: true
    ask: On which day will you look again?
`,

  readme: ({ title }: NewPack) => `# ${title.replaceAll(/[\\`*_[\]<]/g, '\\$&')}

Exercises for [reflect](https://www.npmjs.com/package/reflect-journal). Say here whom the pack is for, and when.
`
}
