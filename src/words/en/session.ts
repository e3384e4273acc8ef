import { listed } from '../shared/listed.ts'
import { count, oneOf } from './phrases.ts'

function about(minutes: number | undefined): string {
  return minutes === undefined ? '' : `About ${count(minutes, 'minute', 'minutes')}: `
}

/** What is said before and after an exercise, on the home screen and at the first run, in English. */
export const session = {
  discussion: 'Discussion',
  /** Above the terms of the glossary in the help of a question. */
  terms: 'Words in this question',
  notSaved: (why: string) =>
    `This is not saved yet: ${why} Your words are still here, and will be saved with your next answer if there is room.`,
  notFinished: (why: string) =>
    `This is not finished yet: ${why} Your words are still here: you can try again, or leave.`,
  unsaved: (text: string, why: string) =>
    `${text}\n${why} Everything you wrote is shown above. Copy it before you close the window.`,
  conflict: (file: string, copy: string, titles: readonly string[]) =>
    `${file} was changed somewhere else while you wrote (${titles.join('; ')}). That version was kept; yours is in ${copy}.`,
  staysPrivate: (title: string) => `This stays private, because it has to do with "${title}", which is private.`,
  stillOpen: (title: string) => `Back to a question that is still open: "${title}"`,
  left: 'Your draft is kept. To continue where you stopped, type "reflect resume".',
  leftEmpty: 'Nothing was written, so nothing was kept.',
  unanswered:
    'Every question was skipped, so this does not count as done yet. Your draft is kept: type "reflect resume" to answer any of them.',
  /** For an exercise with core prompts. `minutes`: undefined if it does not say how long it takes. */
  core: {
    howLong: 'How much time do you have?',
    short: (minutes: number | undefined) => `${about(minutes)}the core questions`,
    long: (minutes: number | undefined) => `${about(minutes)}all the questions`,
    stop: (questions: number, minutes: number | undefined) =>
      `Those were the core questions. There ${questions === 1 ? 'is one more' : `are ${questions} more`}${minutes === undefined ? '' : `, for about ${count(minutes, 'minute', 'minutes')}`}. You can stop here.`,
    finish: 'Finish here',
    goOn: 'Go on with the rest now',
    later: 'Keep a draft, and do the rest another time'
  },
  goingOn: (title: string, day: string) => `Continuing "${title}", started on ${day}.`,
  /** `day`: of the newest of these entries. */
  doneBefore: (title: string, entries: number, day: string) =>
    entries === 1
      ? `You finished "${title}" on ${day}. That entry stays as it is; what you write now becomes a new one.`
      : `You have finished "${title}" ${entries} times, most recently on ${day}. Those entries stay as they are; what you write now becomes a new one.`,
  /** `hasSources`: the exercise also builds on answers in other exercises. */
  retired: (titles: readonly string[], hasSources: boolean) =>
    `The course${hasSources ? ', or an answer in another exercise,' : ''} has changed since you started. What no longer fits these questions stays in your entry, marked as retired: ${listed(titles)}`,
  staysRetired: (titles: readonly string[], hasSources: boolean) =>
    `Kept in your entry and marked as retired, because the course${hasSources ? ', or an answer in another exercise,' : ''} has changed: ${listed(titles)}`,
  noLongerFits: (titles: readonly string[]) =>
    `Because you changed an earlier answer, this no longer fits. What you wrote stays in your entry, marked as retired: ${listed(titles)}`,
  dropped: (titles: readonly string[]) =>
    `${titles.length === 1 ? 'This will be left out, because its question no longer applies' : 'These will be left out, because their questions no longer apply'}: ${listed(titles)}`,
  begunOn: (day: string) => `started on ${day}`,
  draftsAreLost: 'None of your drafts can be read at the moment.',
  nothingToResume: 'You have no unfinished exercises. Type "reflect start" to begin one.',
  whichDraft: 'Which one would you like to continue?',
  packGone: (pack: string, exercise: string, file: string) =>
    `This draft belongs to the exercise "${exercise}" of the pack "${pack}", which is no longer installed. Your words are safe in ${file}.`,
  notYet: (other: string) => `This exercise looks back at "${other}", which is not finished yet. Do it now anyway?`,
  notBefore: (day: string) => `This exercise is best left until ${day}. Do it now anyway?`,
  passedOver: (packs: readonly string[]) =>
    packs.length === 1
      ? `The pack "${packs[0]}" is not on this computer, so the route goes on without it. To add it, type "reflect pack add".`
      : `The packs ${oneOf(packs, 'and')} are not on this computer, so the route goes on without them. To add them, type "reflect pack add".`,
  closing: {
    finished: 'Finished and saved',
    savedAt: (file: string) => `Your entry: ${file}`,
    privacy: (hidden: number, answers: number) =>
      hidden === 0
        ? 'No answer in it is private.'
        : hidden === answers
          ? `${answers === 1 ? 'Your answer is' : 'All your answers are'} private, and left out when you export or share.`
          : `${hidden} of your ${answers} answers ${hidden === 1 ? 'is' : 'are'} private, and left out when you export or share.`,
    next: (title: string, id: string, route?: string) =>
      `Next${route === undefined ? '' : ` on the route "${route}"`}, when you like: "${title}" (reflect start ${id}).`,
    routeDone: (route: string) => `That was the last exercise of the route "${route}" for now.`,
    allDone: (pack: string) => `That was the last exercise of "${pack}" for now.`,
    comeBack: (title: string, day: string) => `From ${day}, reflect will offer you "${title}".`,
    goOn: 'Continue',
    export: 'Export a copy now'
  },
  copy: {
    which: 'What kind of file?',
    formats: { docx: 'Word document', html: 'Web page, to read or print', txt: 'Plain text', md: 'Markdown' },
    isIn: (file: string) => `The copy is in ${file}`
  },
  home: {
    title: 'reflect: exercises to think with, and a journal that belongs to you',
    question: 'What would you like to do?',
    goOn: (title: string) => `Continue "${title}"`,
    unfinished: (drafts: number) => `All ${drafts} unfinished exercises`,
    whichDraft: 'Which one would you like to continue?',
    due: (title: string) => `Look again: "${title}"`,
    asks: (title: string) => `Answer your own question: "${title}"`,
    doneOn: (title: string, day: string) => `you did "${title}" on ${day}`,
    onThisDay: (title: string) => `On this day: "${title}"`,
    next: (title: string) => `Begin "${title}"`,
    all: 'Choose an exercise',
    whichPack: 'From which pack?',
    route: (title: string) => `Along the route "${title}"`,
    onRoute: (title: string) => `next on your route, "${title}"`,
    inLanguage: (name: string) => `In ${name}`,
    nextOnRoute: (title: string) => `Next: "${title}"`,
    done: (done: number, all: number) => `${done} of ${count(all, 'exercise', 'exercises')} done`,
    journal: 'Read and search your journal',
    entries: (entries: number) => count(entries, 'entry', 'entries'),
    progress: 'See how far you have come',
    more: 'Export, packs, settings, help',
    quit: 'Leave',
    whichEntry: 'Which entry?',
    edit: 'Edit',
    compare: 'Then and now',
    delete: 'Delete',
    pack: (title: string, done: number, all: number) =>
      `${title}: ${done} of ${count(all, 'exercise', 'exercises')} done`,
    typeToResume: (title: string, id: string) => `To continue "${title}":\n  reflect resume ${id}`,
    typeForDrafts: (drafts: number) => `To see all ${drafts} unfinished exercises:\n  reflect journal --status draft`,
    typeForDue: (title: string, id: string) => `To look again at "${title}":\n  reflect start ${id}`,
    typeForThisDay: (title: string, day: string, id: string) =>
      `To read "${title}", which you wrote on ${day}:\n  reflect show ${id}`,
    typeToStart: (title: string, id: string, route?: string) =>
      `To begin "${title}"${route === undefined ? '' : `, which is next on your route, "${route}"`}:\n  reflect start ${id}`,
    typeForPlans: (open: string) => `${open}. To see:\n  reflect promises`,
    typeToRevisit: 'To see everything there is to come back to:\n  reflect revisit',
    typeForMore: 'To see all exercises:\n  reflect list\nTo see everything else:\n  reflect --help'
  },
  welcome: {
    title: 'reflect',
    purpose: [
      'Exercises to think with, and a journal that belongs to you.',
      'You read a little, answer questions, and keep what you write.'
    ],
    stored: (folder: string) => `Your words stay on this computer, in ${folder}`,
    withKeys: [
      '↑ ↓ move, Enter chooses, ? shows the keys (Ctrl-G while you write).',
      'Ctrl-C stops. What you have typed is kept.'
    ],
    inPlain: [
      'Answer by typing, and press Enter. Type :help to hear what else you can type.',
      'Type :leave to stop. What you have typed is kept.'
    ],
    begin: 'Begin',
    other: 'Keep my words in another folder',
    inThisLanguage: 'In English',
    plain: 'Plain mode, for screen readers',
    notPlain: 'Out of plain mode',
    where: 'Where would you like to keep your journal?',
    atHome: 'in your home folder',
    documents: 'in your documents',
    elsewhere: 'Somewhere else',
    which: 'Which folder? It will be created if it does not exist.'
  }
}
