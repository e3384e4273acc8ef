import type { TimeSpan } from '../../dates/spans.ts'
import type { Bounds, Derivation } from '../shared/types.ts'
import { between, count } from './phrases.ts'

/** What is derived from one question or two; for rows, `other` is what a cell holds. */
type Derivations = { readonly [D in Derivation]: (one: string, other: string) => string }

/** The page of a whole pack, for colleagues who read it on paper, in English. */
export const packPage = {
  offered: (sentences: readonly string[]) => `Learners are offered these settings: ${sentences.join(' ')}`,
  about:
    'Every question of the pack, to read and comment on, including those that are asked only after certain answers. Learners see one question at a time, can skip any, and read the discussion at the end. What is in ‹ › is filled in from their earlier answers.',
  by: (authors: readonly string[]) => `by ${authors.join(', ')}`,
  contents: 'Exercises',
  route: (title: string, exercises: readonly string[]) => `${title}: ${exercises.join(', ')}`,
  minutes: (minutes: number) => `about ${count(minutes, 'minute', 'minutes')}`,
  shortWay: (minutes: number) => `the short way about ${count(minutes, 'minute', 'minutes')}`,
  core: 'asked also when time is short',
  outcomes: 'Outcomes',
  glossary: 'Glossary',
  evidenceOf: (outcomes: readonly string[]) =>
    outcomes.length === 0 ? 'for no outcome' : `for ${outcomes.join(', ')}`,
  endOf: (routes: readonly string[]) =>
    `Offered once at the end of ${routes.map((title) => `“${title}”`).join(' and ')}.`,
  revisitsItself: ({ count: number, unit }: TimeSpan) =>
    `offered again ${count(number, unit, `${unit}s`)} after it was finished`,
  revisit: ({ count: number, unit }: TimeSpan, title: string) =>
    `offered ${count(number, unit, `${unit}s`)} after “${title}”`,
  opens: ({ count: number, unit }: TimeSpan) =>
    number === 0 ? 'opens on the first day' : `opens ${count(number, unit, `${unit}s`)} after the start`,
  due: ({ count: number, unit }: TimeSpan) => `ends ${count(number, unit, `${unit}s`)} after the start`,
  reading: 'Reading',
  discussion: 'Discussion',
  help: 'Help',
  example: 'Example',
  startWith: 'The answer begins with',
  private: 'private',
  filledIn: (subject: string) => `${capitalised(subject)}.`,
  otherwise: (subject: string) => `${capitalised(subject)}, or just these words if there is none.`,

  /** What is asked for, in a few words. */
  asks: {
    text: (words: Bounds = {}) => `writing of any length${bounded(words, 'words suggested')}`,
    line: 'one line',
    list: (items: Bounds) => `a list of short items${bounded(items, '')}`,
    choice: 'one of these',
    choices: (pick: Bounds) => `some of these${bounded(pick, '')}`,
    scale: (from: number, to: number) => `a rating from ${from} to ${to}`,
    ranking: 'these, put in order',
    table: 'a table',
    sentence: 'a sentence to complete',
    plan: 'a plan',
    number: 'a number',
    whole: 'a whole number',
    date: 'a day',
    'yes-no': 'yes or no',
    note: 'a passage to read',
    recall: 'an earlier answer to read again',
    reword: 'an earlier answer to read again and put differently'
  },
  least: (value: number | string) => `${value} or more`,
  most: (value: number | string) => `${value} or less`,
  earliest: (day: string) => `not before ${day}`,
  latest: (day: string) => `not after ${day}`,
  notBelow: (question: string) => `Not less than the answer to ${question}.`,
  notAbove: (question: string) => `Not more than the answer to ${question}.`,
  asksLater: 'ends by asking which question to ask when the learner comes back',
  returns: 'the exercise is offered again on that day',
  shows: (sources: readonly string[]) => `Shows the answer to ${sources.join(', or else to ')}.`,
  takenFrom: (source: string) => `the answer to ${source}`,
  other: 'something else, in words of their own',
  unsure: 'not sure',
  addRows: (bounds: Bounds) => `Learners can add rows${bounded(bounds, '')}.`,
  row: 'Row',
  yesOrNo: 'yes / no',
  forExample: (example: string) => `(for example: ${example})`,

  /** Conditions. */
  when: (condition: string) => `Asked only if ${condition}.`,
  unless: (condition: string) => `Asked unless ${condition}.`,
  question: (title: string) => `“${title}”`,
  elsewhere: (title: string, exercise: string) => `“${title}” in “${exercise}”`,
  answerTo: (question: string) => `the answer to ${question}`,
  derived: {
    lowest: (question) => `what is rated lowest in ${question}`,
    highest: (question) => `what is rated highest in ${question}`,
    first: (question) => `what comes first in ${question}`,
    last: (question) => `what comes last in ${question}`,
    widest: (one, other) => `what differs most between ${one} and ${other}`,
    count: (question) => `the number of items in ${question}`,
    rows: (question, cell) => `the rows that have “${cell}” for ${question}`,
    difference: (one, other) => `the difference between ${one} and ${other}`,
    days: (since) => `the number of days since ${since}`,
    times: () => 'the number of times that this exercise was finished before'
  } as Derivations,
  /** Wordings of a text. */
  shownIf: (condition: string) => `Shown if ${condition}:`,
  shownUnless: (condition: string) => `Shown unless ${condition}:`,
  otherwiseShown: 'Otherwise:',
  isDrawn: 'Drawn by chance:',
  tutorNotes: 'For tutors',
  takesTurns: 'Takes turns:',
  part: (part: string, question: string) => `“${part}” in ${question}`,
  value: (words: string) => `“${words}”`,
  is: (subject: string, value: string) => `${subject} is ${value}`,
  isOneOf: (subject: string, values: readonly string[]) => `${subject} is ${values.join(' or ')}`,
  has: (subject: string, value: string) => `${subject} includes ${value}`,
  above: (subject: string, number: number) => `${subject} is above ${number}`,
  atLeast: (subject: string, number: number) => `${subject} is ${number} or more`,
  below: (subject: string, number: number) => `${subject} is below ${number}`,
  atMost: (subject: string, number: number) => `${subject} is ${number} or less`,
  answered: (question: string) => `${question} is answered`,
  unanswered: (question: string) => `${question} is not answered`,
  shorter: (subject: string, words: number) => `${subject} has fewer than ${words} words`,
  counts: (subject: string, number: string) => `${subject} has ${number} items`,
  exactly: (number: number) => String(number),
  moreThan: (number: number) => `more than ${number}`,
  fewerThan: (number: number) => `fewer than ${number}`,
  all: (parts: readonly string[]) => parts.join(', and '),
  any: (parts: readonly string[]) => parts.join(', or '),
  not: (part: string) => `this is not true: ${part}`,
  inBrackets: (part: string) => `(${part})`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function bounded(bounds: Bounds, things: string): string {
  return between(bounds) === '' ? '' : `, ${[between(bounds), things].filter((part) => part !== '').join(' ')}`
}

/** What the page for learners is made of. Texts are Markdown. */
export interface HandoutFacts {
  /** Where the program is: a link or a file's name; undefined if only the tutor knows. */
  readonly program: string | undefined
  /** The file that the learner needs beside the program; undefined if the pack is at an address. */
  readonly file: string | undefined
  /** What to type after the program's name. */
  readonly add: string
  /** What to type after the program's name to see the exercises. */
  readonly list: string
  /** What the pack asks to set, each as a sentence; none without a class. */
  readonly settings: readonly string[]
  /** The weeks or parts of the pack, with their days. */
  readonly sections: readonly string[]
}

/** A part of a page: its heading, its level from 2, and Markdown. */
export interface HandoutPart {
  readonly level: 2 | 3
  readonly heading: string
  readonly text: string
}

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

/** How learners get the program and add the pack, on each kind of computer. */
function programParts({ program, file, add }: HandoutFacts): readonly HandoutPart[] {
  return [
    {
      level: 2,
      heading: 'Get the program',
      text: [
        program === undefined
          ? 'The exercises are done with a program that is called reflect. Ask your tutor where to get it.'
          : `The exercises are done with a program that is called reflect. Get it here: ${program}`,
        'There is one archive for each kind of computer. Nothing needs to be installed, and you need no account.',
        ...(file === undefined
          ? []
          : [`Your tutor also gives you the file \`${file}\`. Save it in the folder of the program.`])
      ].join('\n\n')
    },
    {
      level: 3,
      heading: 'On Windows',
      text: `1. Right-click the zip file, choose **Extract All**, and open the new folder. A good place for it is your Documents folder.
2. Hold Shift, right-click the folder, and choose **Open in Terminal** or **Open PowerShell window here**.
3. Type this line and press Enter:

       .\\reflect ${add}

4. If Windows says that it "protected your PC", choose **More info**, then **Run anyway**.

From then on, a double click on **reflect** in that folder opens your exercises. Some workplaces do not let you start programs of your
own. If that is so, ask your IT desk, or use a computer of your own.`
    },
    {
      level: 3,
      heading: 'On a Mac',
      text: `1. Double-click the archive to unpack it, and move the new folder to a place where it can stay, such as Documents. The archive with \`arm64\` in its name is for Macs with Apple silicon (M1 and later), the one with \`x64\` for older Macs.
2. Double-click **reflect.command**. If macOS says that it cannot check the file, close that message, open **System Settings**, **Privacy & Security**, scroll down to reflect.command, and choose **Open Anyway**.
3. Open Terminal, type \`cd\` and a space, drag the folder into the window, and press Return. Then type this line and press Return:

       ./reflect ${add}

From then on, a double click on **reflect.command** opens your exercises.`
    },
    {
      level: 3,
      heading: 'On Linux',
      text: `Unpack the archive, with a double click or with \`tar -xzf\`, open a terminal in the new folder, and type:

    ./reflect ${add}

From then on, \`./reflect\` opens your exercises.`
    },
    {
      level: 3,
      heading: 'If Node is on your computer',
      text: `With Node 20 or later, you can use the npm package instead if your tutor offers it. It is a file whose name ends in \`.tgz\`.
Type \`npm install --global\` and the name of that file, and then:

    reflect ${add}`
    },
    {
      level: 3,
      heading: 'With a screen reader',
      text: `Put \`--plain\` at the end of a command: \`.\\reflect --plain\` on Windows, \`./reflect --plain\` on a Mac or on Linux. Everything is then
asked line by line, and nothing moves. With \`config set plain true\` in place of \`--plain\`, it stays that way.`
    }
  ]
}

/** How learners begin, what happens to their words, and how they hand something in. */
function wordsParts({ list, settings, sections }: HandoutFacts): readonly HandoutPart[] {
  return [
    {
      level: 2,
      heading: 'Begin',
      text: [
        'reflect shows what the exercises are and who wrote them, and asks whether to add them.',
        ...(settings.length === 0
          ? []
          : [
              'It then offers these settings for your class. You can accept all or some of them, and change each one later:',
              listed(settings)
            ]),
        `The exercises are then on the home screen. \`reflect ${list}\` lists them. Before \`reflect\`, type \`.\\\` on Windows and \`./\` on a Mac or on Linux, unless you use the npm package.`,
        'You can skip every question, and stop at any time: what you wrote is saved, and you continue where you stopped.',
        ...(sections.length === 0
          ? []
          : [
              listed(sections),
              'The days are there to help you. Nothing is locked before them, and nothing is marked as late.'
            ])
      ].join('\n\n')
    },
    {
      level: 2,
      heading: 'What happens to your words',
      text: listed([
        'What you write is kept in files on your own computer, in the folder `reflections` in your home folder. You can read, copy and delete them with any program.',
        'reflect sends nothing anywhere. There is no account, and nothing is counted or marked. Nobody can see what you write, not even your tutor, unless you pass it on yourself.',
        'reflect uses the internet only to fetch exercises from an address, when you type a command for that.',
        'Anyone who can use your account on the computer can open the files. If a backup or a service such as OneDrive or iCloud copies your home folder, it copies them too.',
        'Answers that are marked as private stay out of the copies that you make, unless you decide otherwise.',
        'Write about other people so that nobody can tell who they are: use their roles instead of their names.',
        'To stop, delete the folder of the program. Your words stay until you delete them.'
      ])
    },
    {
      level: 2,
      heading: 'How to hand something in',
      text: `Nothing is handed in by itself. If your tutor asks for something, you make a copy of what you want to show. This line makes a Word
document of the exercise that you finished last:

    reflect export last --output hand-in.docx

Private answers are left out, and reflect says which. It also names words that may show who someone is. Read the document before you
send it, and change what you like. Then send it in the way that your tutor has told you.`
    }
  ]
}

/** The page for learners that `pack handout` writes, in English. */
export const handout = {
  /** At the top of a page whose pack is in a language that the program does not have. */
  otherLanguage: 'This page is in English, because reflect does not have the language of the exercises yet.',
  by: (authors: readonly string[]) => `Exercises by ${authors.join(', ')}`,
  unsafe: (text: string) =>
    `"${text}" cannot be typed in the same way on every computer. Give an address or a name without quotation marks, $, %, !, \\ or backticks.`,
  notAPage: 'Write the page for learners as Markdown, HTML or Word: end its name with .md, .html or .docx.',
  written: (file: string) => `The page for learners is in ${file}.`,

  parts: (facts: HandoutFacts): readonly HandoutPart[] => [...programParts(facts), ...wordsParts(facts)]
}
