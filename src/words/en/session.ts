import { listed } from '../shared/listed.ts'
import { count } from './phrases.ts'

/** What is said before and after an exercise, on the home screen and at the first run, in English. */
export const session = {
  discussion: 'Discussion',
  notSaved: (why: string) =>
    `This is not saved yet: ${why} Your words are still here; they are saved with your next answer, if there is room.`,
  notFinished: (why: string) =>
    `This is not finished yet: ${why} Your words are still here: you can try again, or leave.`,
  unsaved: (text: string, why: string) =>
    `${text}\n${why} All that you wrote stands above: copy it before you close the window.`,
  conflict: (file: string, copy: string, titles: readonly string[]) =>
    `${file} was changed elsewhere meanwhile (${titles.join('; ')}); that was kept, and all that you wrote is in ${copy}.`,
  staysPrivate: (title: string) => `This stays private, because it has to do with "${title}", which is private.`,
  left: 'Your draft is kept. To go on where you stopped, type "reflect resume".',
  leftEmpty: 'Nothing was written, so nothing was kept.',
  unanswered:
    'Every question was skipped, so this does not count as done yet. Your draft is kept: type "reflect resume" to answer what you like.',
  goingOn: (title: string, day: string) => `Going on with "${title}", begun on ${day}.`,
  /** `day`: of the newest of these entries. */
  doneBefore: (title: string, entries: number, day: string) =>
    entries === 1
      ? `You finished "${title}" on ${day}. That entry stays as it is; what you write now becomes a new one.`
      : `You have finished "${title}" ${entries} times, most recently on ${day}. Those entries stay as they are; what you write now becomes a new one.`,
  /** `hasSources`: the exercise also builds on answers in other exercises. */
  retired: (titles: readonly string[], hasSources: boolean) =>
    `The course${hasSources ? ', or an answer in another exercise,' : ''} has changed since you began. What no longer fits these questions stays in your entry, marked as retired: ${listed(titles)}`,
  staysRetired: (titles: readonly string[], hasSources: boolean) =>
    `Kept in your entry and marked as retired, because the course${hasSources ? ', or an answer in another exercise,' : ''} has changed: ${listed(titles)}`,
  noLongerFits: (titles: readonly string[]) =>
    `Because you changed an earlier answer, this no longer fits. What you wrote stays in your entry, marked as retired: ${listed(titles)}`,
  dropped: (titles: readonly string[]) =>
    `Left out when you finish, because your other answers have made ${titles.length === 1 ? 'this question' : 'these questions'} disappear: ${listed(titles)}`,
  begunOn: (day: string) => `begun on ${day}`,
  draftsAreLost: 'No unfinished writing can be read now.',
  nothingToResume: 'Nothing is unfinished. Type "reflect start" to begin an exercise.',
  whichDraft: 'Which one would you like to go on with?',
  packGone: (pack: string, exercise: string, file: string) =>
    `This draft belongs to the exercise "${exercise}" of the pack "${pack}", which is not here any more; your words are safe in ${file}.`,
  notYet: (other: string) =>
    `This exercise looks back at "${other}", which is not finished yet. Do it now all the same?`,
  notBefore: (day: string) => `This exercise is meant for ${day} or later. Do it now all the same?`,
  finished: (minutes: number, words: number) =>
    `Finished: ${count(words, 'word', 'words')} in ${minutes === 1 ? 'a minute' : count(minutes, 'minute', 'minutes')}.`,
  savedAt: (file: string) => `Your entry: ${file}`,
  comeBack: (title: string, day: string) => `You are invited back on ${day}, for "${title}".`,
  next: (title: string, id: string) => `Next, when you like: "${title}" (reflect start ${id}).`,
  home: {
    title: 'reflect: exercises to think with, and a journal that belongs to you',
    question: 'What would you like to do?',
    goOn: (title: string) => `Go on with "${title}"`,
    unfinished: (drafts: number) => `All ${drafts} unfinished`,
    whichDraft: 'Which one would you like to go on with?',
    due: (title: string) => `Look again: "${title}"`,
    doneOn: (title: string, day: string) => `"${title}" was on ${day}`,
    onThisDay: (title: string) => `On this day: "${title}"`,
    next: (title: string) => `Begin "${title}"`,
    all: 'Choose an exercise',
    whichPack: 'From which pack?',
    route: (title: string) => `Along the route "${title}"`,
    nextOnRoute: (title: string) => `Next: "${title}"`,
    done: (done: number, all: number) => `${done} of ${count(all, 'exercise', 'exercises')} done`,
    journal: 'Read in your journal',
    entries: (entries: number) => count(entries, 'entry', 'entries'),
    progress: 'See how far you have come',
    quit: 'Leave',
    whichEntry: 'Which entry?',
    edit: 'Edit',
    compare: 'Then and now',
    delete: 'Delete',
    pack: (title: string, done: number, all: number) =>
      `${title}: ${done} of ${count(all, 'exercise', 'exercises')} done`,
    typeToResume: (title: string, id: string) => `To go on with "${title}":\n  reflect resume ${id}`,
    typeForDrafts: (drafts: number) => `To see all ${drafts} that are unfinished:\n  reflect journal --status draft`,
    typeForDue: (title: string, id: string) => `To look again at "${title}":\n  reflect start ${id}`,
    typeForThisDay: (title: string, day: string, id: string) =>
      `To read "${title}", which you wrote on ${day}:\n  reflect show ${id}`,
    typeToStart: (title: string, id: string) => `To begin "${title}":\n  reflect start ${id}`,
    typeToRevisit: 'To see everything there is to come back to:\n  reflect revisit',
    typeForMore: 'To see all exercises:\n  reflect list\nTo see everything else:\n  reflect --help'
  },
  welcome: {
    words: [
      'Welcome. reflect walks you through exercises and keeps what you write as a journal.',
      'Your journal is a folder of plain text files on this computer; nothing is ever sent anywhere.',
      'You can stop at any moment: everything you have typed is kept.'
    ],
    where: 'Where would you like to keep your journal?',
    usual: 'in your home folder, as usual',
    documents: 'among your documents',
    other: 'Somewhere else',
    which: 'Which folder? It is made if it is not there.',
    kept: (folder: string) => `Your journal will be in ${folder}.`
  }
}
