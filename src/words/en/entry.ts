import { days, typed } from './days.ts'
import type { EntryWords } from '../shared/types.ts'

/** The fixed words of an English entry. Readers depend on them: a change needs a way to read the old ones. */
export const entry: EntryWords = {
  skipped: 'Skipped.',
  other: 'Other:',
  notSure: 'Not sure.',
  versions: {
    ours: (name) => `One version${inBrackets(name)}:`,
    base: (name) => `The version from which both were made${inBrackets(name)}:`,
    theirs: (name) => `The other version${inBrackets(name)}:`,
    end: (name) => `The two versions end here${inBrackets(name)}.`
  },
  yes: 'yes',
  no: 'no',
  when: 'When',
  iWill: 'I will',
  of: 'of',
  and: () => 'and',
  headings: { question: 'Question', followUp: 'Follow-up', reading: 'To read' },
  retired: 'Retired: this does not fit the exercise as it is now. It stays here with the question as it was asked.',
  discussion: {
    title: 'Discussion',
    ask: 'Shown after your answers. These are the words of the exercise, not yours.'
  },
  promise: {
    title: 'Your plan',
    ask: (plan) => `Last time you wrote: ${plan}${/[.!?…]$/.test(plan) ? '' : '.'} Has it come?`,
    answers: {
      came: 'It came',
      'not-yet': 'Not yet',
      changed: 'I changed my mind',
      'let-go': 'I have let it go',
      later: 'Ask me in a week'
    },
    line: 'Is there a line you would like to add?'
  },
  later: {
    title: 'A question for later',
    ask: 'What should you be asked when you come back?',
    help: 'A question that you want to meet again. This exercise begins with it on the day that you choose. Skip it if you have none.',
    day: {
      title: 'When to ask it',
      ask: 'When should you be asked?',
      help: 'For example: in a month. If you skip this, you will be asked in a month.'
    },
    now: {
      title: 'Your answer today',
      ask: 'What would you answer today?',
      help: 'It stays hidden until you have written your new answer. Skip it if you like.'
    },
    asked: {
      title: 'Your own question',
      ask: (day, question) => `On ${day}, you left this question for today:\n\n${question}`
    },
    then: { title: 'Your answer then', ask: (day) => `This is what you answered on ${day}:` }
  },
  sheet: {
    toListener: 'Three questions for you, who listen',
    questions: [
      'What did you hear that I may not have noticed?',
      'What would you ask me that I have not asked myself?',
      'What in my plan would you hold me to?'
    ],
    space: 'Your reply',
    reply: { title: 'A reply', ask: 'What someone said when you talked to them about this.' }
  },
  selfCheck: {
    title: 'A look at your own pages',
    ask: 'You have come to the end of this route. Think of what you wrote on it. To which of these would you say yes? This is for you alone: nobody sees it and nothing is counted.',
    questions: {
      tells: 'Does it tell what happened?',
      explains: 'Does it explain why?',
      questions: 'Does it question what I did or thought?',
      changes: 'Did something change that I took for granted?'
    }
  },
  get days() {
    const { spoken, withWeekday } = days
    return { spoken, withWeekday }
  },
  get typed() {
    const { yes, no, other } = typed
    return { yes, no, other, iWill: ["I'll"] }
  }
}

function inBrackets(name: string): string {
  return name === '' ? '' : ` (${name})`
}
