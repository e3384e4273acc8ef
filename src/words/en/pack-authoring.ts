import type { DocumentPlace, PointCode } from '../shared/types.ts'
import { counted, didYouMean, meant, oneOf } from './phrases.ts'

/** What `pack preview` says, in English. */
export const preview = {
  nothingKept: (title: string) =>
    `A preview of "${title}": every question as learners will see it. Nothing that you write here is kept.`,
  left: 'You have left the preview. Nothing was kept.',
  looksBack: (titles: readonly string[]) =>
    `This exercise looks back at ${oneOf(titles, 'and')}. Answers that you give there in this preview are used here. Without them, you see the exercise as someone does who has not done that yet.`,
  skipped: (before: number) =>
    before === 1
      ? 'The question before this one counts as skipped; Shift-Tab or :back goes to it.'
      : `The ${before} questions before this one count as skipped; Shift-Tab or :back goes to them.`,
  notAskedYet: (prompt: string, first: string) =>
    `"${prompt}" is asked only after certain answers, so you begin at "${first}", which can lead to it.`,
  notAskedHere: (prompt: string) =>
    `"${prompt}" is asked only if an earlier exercise was answered, so you begin with the first question.`,
  markdown: 'This is what a learner would now have in the journal. Nothing was saved here.',
  readAgain: 'The pack has changed and was read again.',
  gone: (exercise: string) => `The exercise "${exercise}" is no longer in the pack.`,
  waiting: 'The preview continues when the pack is fixed and saved.',
  again: 'Read again',
  cannotWatch: (folder: string, why: string) =>
    `${folder} cannot be watched for changes (${why}). Leave out --watch, and start the preview again after each change.`,
  unknownExercise: (name: string, near: readonly string[], path: string) =>
    `There is no exercise "${name}" in the pack. ${meant(near, `To see them all, type: reflect list --pack ${path}`)}`,
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
    language: 'Which language is it written in? Type a language code, such as en-GB, cy or pt-BR.',
    author: 'Who is the author? You can leave this empty.'
  },
  notEmpty: (folder: string) => `${folder} is not empty, so nothing was written. Name a new folder.`,
  badName: (name: string) =>
    `"${name}" cannot be used as the pack's name. Name the folder with letters from a to z, such as first-week.`,
  badLanguage: (tag: string) => `"${tag}" is not a language. Type a language code, such as en-GB, cy or pt-BR.`,
  left: 'Nothing was written.',
  /** `word`: the folder as a word of a command. */
  made: (folder: string, title: string, word: string) =>
    [
      `"${title}" is in ${folder}, with two exercises to change as you like. Next:`,
      '',
      `  reflect pack preview ${word}   try it as learners will; nothing is saved`,
      `  reflect pack check ${word}     find mistakes and how to fix them`,
      `  reflect pack build ${word}     make one file of it, to share`
    ].join('\n'),

  manifest: ({ id, title, language, author }: NewPack) => `${schema}
# This file describes the pack. Lines that begin with "#" are notes for you; delete them when you like.
# Everything marked "format 2" below needs a 2 here. Without any of it, a pack can say 1, which older programs can also read.
format: 2
# The pack's name in commands and in journals. Keep it once learners have the pack.
id: ${id}
# Raise it with every change: 1.0.1 for a correction, 1.1.0 for something new, 2.0.0 for a change that breaks earlier answers.
version: 1.0.0
title: ${yaml(title)}
summary: One or two sentences on what the pack is for.
language: ${language}
${author === undefined ? '# authors: [Your Name]' : `authors: [${yaml(author)}]`}
# What others may do with the pack. CC-BY-4.0 lets them use, change and share it if they name you.
license: CC-BY-4.0
# One file for each exercise, in the order in which learners see them.
exercises: [first-steps.yaml, week-by-week.yaml]
# Format 2: for a class. Learners see the days of the weeks below, and are offered these settings when they add the pack.
# class: { name: "Autumn 2027, group B", start: 2027-01-11, rhythm: 1 week, bundled: hide }
# Format 2: weeks, or other parts. "opens" and "due" count from the first day of the course; learners see the days, and nothing enforces them.
sections:
  week-1: { title: "Week 1: Beginnings", opens: 0 days, due: 1 week, exercises: [first-steps] }
  week-2: { title: "Week 2: Once more", opens: 1 week, due: 2 weeks, exercises: [week-by-week] }
# A shorter route through the pack. Format 2: it can end with four questions to learners about what they wrote.
routes:
  short:
    title: Half an hour
    self_check: true
    exercises: [first-steps, week-by-week]
# Format 2: what learners can show with their answers. Exercises and prompts name these under "outcomes", and learners can copy what they
# wrote for one of them: reflect export --outcome notice
outcomes:
  notice: Describe a situation closely before judging it
# Format 2: terms that learners may not know. The help of each question that has the term explains it.
glossary:
  moment: A few minutes that you remember, not a whole day.
# What several prompts have in common is written once. Format 2: here a scale, which a prompt takes with "scale: degree". Lists of options
# are written under option_lists in the same way, and taken with "options: NAME".
scales:
  degree: { from: 1, to: 5, labels: { 1: Not at all, 5: Entirely } }
# Answers are found by ids. If an id changes or something is removed when learners already have the pack, say so here:
# renamed: { first-steps/old-id: first-steps/new-id, first-steps/part.old-option: first-steps/part.new-option }
# retired: [first-steps/gone]
`,

  exercise: `${schema}
# An exercise has a reading, some questions, and a discussion that learners see after they have answered.
id: first-steps
title: First steps
purpose: Look closely at one moment, and choose what to do about it.
# About how long it takes.
minutes: 10
outcomes: [notice]
reading: |
  A short text that gives learners something to think with. It is *Markdown*: leave a line empty
  between paragraphs.

  Say what the questions are about, and why they are worth ten minutes.
prompts:
  # A text: learners write as much as they like. Text after "|" needs no quotes.
  # The answer is private: it is left out of exports, unless the learner decides otherwise.
  # Format 2: a "core" question is asked even if a learner has little time; the others can wait for another day.
  - id: moment
    private: true
    core: true
    ask: |
      Describe one moment of this week, as someone beside you would.
    help: What people did and said. What you think of it can wait.
    # Format 2: several wordings; the first whose condition is true is shown. "times" is how often the learner has finished
    # this exercise before. The first time, the example is shown with the question; later, only if the learner asks for it.
    example:
      - when: { times: 0 }
        open: true
        text: The queue reached the door. She opened a second desk without asking anybody.
      - text: He put the form back in the drawer and said that it could wait.
    # Format 2: the answer begins with these words, and learners go on from there.
    start_with: It was …
    # Format 2: one more question, asked once after a short answer.
    more:
      under: 15 words
      ask: What is one thing that someone said, word for word?
  # A choice. Conditions and journals use the word before the colon; learners see the words after it.
  - id: part
    type: choice
    private: false
    ask: What was your part in it?
    options:
      led: I led it
      joined: I took part
      watched: I looked on
    other: true
  # Asked only if the learner led it. Double braces quote an earlier answer. The question is about the moment, so it is
  # private if the moment is.
  - id: again
    about: moment
    # A short heading for the journal. Without it, the heading is the question's first sentence.
    title: What you would do again
    ask: |
      You wrote "{{part}}". What would you do again?
    when: { part: led }
  # Format 2: learners choose one of several prompts by its title, and only that one is asked.
  - id: told-by
    type: one-of
    about: moment
    ask: Choose one of these.
    prompts:
      - { id: colleague, title: A colleague, ask: "How would a colleague tell this?" }
      - { id: served, title: Someone you serve, ask: "How would someone you serve tell this?" }
  # A plan: "When ..., I will ...".
  # Learners are asked about it when they come back.
  - id: plan
    about: moment
    core: true
    type: plan
    ask: Choose one small thing for next week.
# What learners read at the end. Format 2: it can have several blocks; all blocks whose condition is true are shown.
discussion:
  - when: { part: [led, joined] }
    text: You had a part in it. Who saw it from somewhere else, and what would they say?
  - text: What others have found, and another way to look at it.
`,

  again: `${schema}
# An exercise to be done again and again. It needs format 2. If you do not want it, delete this file, and remove its name
# from the list and the route in pack.yaml.
id: week-by-week
title: Week by week
purpose: Keep one moment of each week, and see what comes back.
minutes: 10
# Format 2: notes for other tutors. Learners never see them; "reflect pack preview --html" shows them.
tutor_notes: Say here how you use it in class.
# It waits for itself: it is open from the beginning, and offered again this long after it was last finished.
revisit: { exercise: week-by-week, after: 7 days }
# At the end, learners can leave themselves a question for the day when they come back.
ask_later: true
# To quote an answer from the last time, write the name of this exercise before that of the prompt.
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
      # From the fourth time, these take turns.
      - { rotate: true, text: Who was not in the room this week? }
      - { rotate: true, text: What went better this week than you had feared? }
    # Format 2: one of these is drawn by chance for each entry.
    help:
      - { random: true, text: It can be as small as a glance. }
      - { random: true, text: It can be something that did not happen. }
  - id: done
    private: false
    core: true
    type: scale
    ask: How was it done?
    scale: degree
    # Format 2: each statement says what the numbers mean for it. Without "labels", the numbers mean the same for all.
    statements:
      - { id: fair, text: Fair, labels: { 1: Some were served and some were not., 5: Everybody got what was due to them. } }
      - { id: clear, text: Clear, labels: { 1: Nobody knew why., 5: Everybody could have said why. } }
      - { id: kind, text: Kind, labels: { 1: Nobody looked up., 5: People left with their heads up. } }
  # A follow-up; every type of question can have one. Its condition is about the answer before it.
  - id: worth
    private: false
    type: scale
    ask: How sure are you that it was worth it?
    scale: degree
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
# Blocks can use values that are derived from several answers.
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
  # The exercise is offered again on this day, and not after the seven days above.
  - id: look
    private: false
    type: date
    return: true
    ask: On which day will you look at this again?
`,

  readme: ({ title }: NewPack) => `# ${title.replaceAll(/[\\`*_[\]<]/g, '\\$&')}

Exercises for the program reflect. Say here who the pack is for, and when to use it.
`
}

/** What `pack import` says and writes, in English. */
export const packImport = {
  question: 'Which document has the questions? Type the name of the file, or drag it here.',
  notThere: (file: string) => `There is no file ${file}: check its name and folder.`,
  isFolder: (folder: string) => `${folder} is a folder. Name the document in it.`,
  tooLarge: (file: string, limit: number) =>
    `${file} is larger than ${limit} MiB. Take its pictures out or divide it, and import the parts.`,
  empty: (file: string) => `${file} is empty, so there is nothing to import.`,
  unknown: (file: string) =>
    `${file} is not a document that reflect can import. Save it as .docx, .md, .txt, .csv or .xlsx, and import that.`,
  otherFormat: (file: string, format: string) =>
    `${file} is a ${format} file, which reflect cannot import. Open it, save it as .docx or .txt, and import that.`,
  otherXml: (file: string) =>
    `${file} is XML, but not a question bank, feedback, questionnaire or journal from Moodle. Export one of these from Moodle, and import that.`,
  otherContent: (file: string, library: string) =>
    library === ''
      ? `${file} is not an H5P Documentation Tool: its content has no pages. Export a Documentation Tool, and import that.`
      : `${file} is H5P of the type ${library}, and reflect can only import H5P.DocumentationTool. Copy the questions into a text file, and import that.`,
  broken: {
    invalid: (file: string) =>
      `${file} is damaged, or is not what its name says. Save or export it again with the program that made it.`,
    broken: (file: string) =>
      `${file} is damaged or locked with a password. Open it with the program that made it, save it again, and import that.`,
    entities: (file: string) =>
      `${file} was refused, because it defines its own XML entities (DOCTYPE), which can do harm. Export it again from Moodle or the program that made it.`,
    large: (file: string) => `${file} contains more than reflect can read. Divide it, and import the parts.`
  },
  tooMuch: (file: string, why: string) =>
    `${file} has more in it than fits into a pack (${why}). Divide it, and import the parts.`,
  nothing: (file: string) => `There is no text in ${file}, so there is nothing to import.`,
  added: {
    table: 'Fill in the table.',
    sentence: 'Complete the sentence.',
    scale: 'How far do you agree with each of these?',
    match: 'Goes with',
    room: 'Write here what comes to mind.'
  },
  mark: (place: string) => (place === '' ? 'To review:' : `To review (${place}):`),
  place: (place: DocumentPlace) => {
    if (place.at !== 'row') return `${place.at} ${place.number}`
    return place.sheet === undefined ? `row ${place.number}` : `sheet ${place.sheet}, row ${place.number}`
  },
  points: {
    'kind-unknown': (kind) =>
      `The document asks for an answer of the kind "${kind}", which reflect does not have. Choose the type that fits best.`,
    'one-or-several': () =>
      'The document does not say whether to choose one option or several. Here, several can be chosen; for one, write "type: choice".',
    'bullets-as-options': () =>
      'The list below the question was taken for options. If it is advice, move it to "help" and delete "type" and "options".',
    'perhaps-yes-no': () =>
      'This may be answered with yes or no. It asks for written text; for yes and no, add "type: yes-no".',
    'perhaps-question': () =>
      'It is not clear whether this asks for an answer. Keep its type, or change it: "note" only shows a text, "text" asks for one.',
    'room-only': () =>
      'The document leaves room to write here, without a question. Write the question, or delete this.',
    'no-options': (detail) =>
      `The document has fewer than two options for this (${detail}), so it asks for written text. Add options and a type, if you want a choice.`,
    'options-left': (detail) =>
      `These options were left out: ${detail}. Add them with "options", or delete this comment.`,
    'too-many': (detail) =>
      `This has ${detail} options, rows or columns, which is more than reflect shows. They are in the help, and the answer is written. Shorten the list, or keep it so.`,
    ticks: () => 'The boxes of this table became columns for yes and no. Check that this is what they are for.',
    'row-left': (detail) => `A row without a statement was left out: ${detail}.`,
    'cells-left': (detail) =>
      `These cells of the table were filled in, and were left out: ${detail}. Perhaps they are an example for "help".`,
    'table-to-read': () => 'This table is shown for reading. If learners should fill it in, make it a "table".',
    condition: (detail) => `The document asks this only in some cases: ${detail}. Add a "when", or ask it always.`,
    rule: (detail) => `The document has a rule for the answer that was left out: ${detail}.`,
    repeat: () => 'The document repeats this group for each of several things. A "table" with "add_rows" can do that.',
    score: (detail) =>
      `reflect does not mark answers, so right answers, points and feedback were left out: ${detail}. A discussion can take them up.`,
    picture: (detail) =>
      `There is a picture${detail === '' ? '' : ` (${detail})`} in the document, which was left out. If learners need it, add it again or describe it.`,
    comment: (detail) => `A comment in the document: ${detail}`,
    deleted: (detail) => `Text that is marked as deleted in the document was left out: ${detail}`,
    'edge-left': (detail) => `The header or footer of the document was left out: ${detail}`,
    'front-matter': (detail) => `The first lines of the document were left out: ${detail}`,
    'item-left': (detail) => `This asks learners nothing, and was left out: ${detail}`,
    'language-left': (detail) =>
      `The document has its texts also in other languages (${detail}). They can become translations of the pack.`,
    'sheet-left': (detail) => `Other sheets of the workbook were left out: ${detail}`,
    'responses-left': (detail) =>
      `The document has answers that people gave (${detail}). They were left out, because they belong to these people; only the questions were taken.`,
    required: (detail) =>
      `Questions that must be answered in the document: ${detail}. In reflect, everybody may skip every question.`,
    encoding: (detail) =>
      `The file does not say how its letters are encoded. It was read as ${detail}: look for wrong letters.`,
    split: (detail) => `This part of the document is too long for one exercise, so it became ${detail}.`,
    'no-question': () => 'No question was found in this part. Add one, or delete the exercise.',
    language: (detail) =>
      `The document does not say in which language it is written. The pack says ${detail}; change it if that is wrong.`,
    minutes: () => 'The minutes of each exercise are an estimate. Try the exercises and change them.',
    rights: () => 'Check that you may use the document in this way, and add "authors" and "license" for what is yours.'
  } satisfies Record<PointCode, (detail: string) => string>,
  made: (title: string, folder: string, questions: number, exercises: number) =>
    `"${title}" is in ${folder}: ${counted(questions, 'question')} in ${counted(exercises, 'exercise')}.`,
  toReview: (number: number) =>
    `${counted(number, 'point')} to review; each is also a comment in the file, beside what it is about:`,
  pointPlace: (file: string, line: number, place: string, question: string) =>
    `${file}:${line}${question === '' ? '' : ` "${question}"`}${place === '' ? '' : ` (${place})`}`,
  next: (folder: string) =>
    [
      'Next:',
      `  reflect pack preview ${folder}   try it as learners will; nothing is saved`,
      `  reflect pack check ${folder}     find mistakes and how to fix them`
    ].join('\n')
}

/** What `pack translate` says and writes, in English. */
export const packTranslate = {
  question: 'Into which language will you translate it? Type a language code, such as cy or pt-BR.',
  badLanguage: (tag: string) => `"${tag}" is not a language. Type a language code, such as cy for Welsh or pt-BR.`,
  ownLanguage: (tag: string, title: string) =>
    `"${title}" is written in ${tag} itself, so there is nothing to translate. Name the language to translate into.`,
  archive: (file: string) => `${file} is not a pack that you can change. Name its folder or its YAML file.`,
  notYours: (name: string) =>
    `${name} was added to reflect or comes with it, and the next version would replace a translation there. Name the folder in which the pack is written.`,
  cannotEdit: (file: string, why: string) =>
    `${file} was left as it is, because it could not be brought up to date without changing more than it should (${why}). Write what is missing by hand; "reflect pack check" lists it.`,
  mark: 'This has changed since it was translated. Look at your words again, then delete this line.',
  introduction: ({ title, language, from, to }: Record<'title' | 'language' | 'from' | 'to', string>) =>
    [
      `"${title}" in ${to}. Write your words in place of each "…".`,
      `Texts that still have it are shown to learners in ${from}.`,
      '',
      'Lines with #| show the text in the pack. Lines with #= at the end remember which version of it you translated.',
      `Leave both to reflect. If the pack changes, type in its folder: reflect pack translate ${language}`,
      ''
    ].join('\n'),
  progress: (language: string, translated: number, all: number, changed: number) => {
    const look = changed === 0 ? '' : `, ${changed} ${changed === 1 ? 'needs' : 'need'} another look`
    return `${language}: ${translated === all ? `all ${counted(all, 'text')}` : `${translated} of ${counted(all, 'text')}`}${look}.`
  },
  written: (file: string) => `The translation is in ${file}.`,
  wouldWrite: (file: string) => `${file} would change; nothing was written.`,
  unchanged: (file: string) => `${file} is as it was: nothing had to be added or marked.`,
  added: (number: number) => `New in it: ${counted(number, 'text')} to translate, each marked with "…".`,
  marked: (number: number) =>
    `${number === 1 ? 'This text has changed since it was' : 'These texts have changed since they were'} translated. Look at your words for ${number === 1 ? 'it' : 'each'} again, delete the line with "#!" above them, and run this command again; or run it with --done.`,
  gone: (number: number) =>
    `${number === 1 ? 'This text is' : 'These texts are'} no longer in the pack. What was translated stays in the file as a comment (#~).`,
  more: (number: number) => `and ${number} more`,
  next: (language: string, path: string) =>
    ['Next:', `  reflect pack check ${path}`, `  reflect pack preview ${path} --lang ${language}`].join('\n')
}
