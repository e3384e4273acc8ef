/** The menus of the home screen that lead to what commands do, and what commands ask for, in English. */
export const menus = {
  export: {
    item: 'Export entries',
    what: 'Which entries would you like to export?',
    all: 'All finished entries',
    one: 'One entry',
    forOutcome: 'What I wrote for one outcome',
    whichOutcome: 'Which outcome?',
    format: 'What kind of file?',
    formats: {
      docx: 'Word document',
      html: 'Web page, to read or print',
      txt: 'Plain text',
      md: 'Markdown',
      json: 'JSON, to import somewhere else'
    },
    private: 'Include private answers?',
    where: 'Where should it be saved?',
    taken: (file: string) => `There is already something at ${file}. Type another name.`,
    done: (file: string) => `Saved as ${file}`
  },
  sheet: { item: 'Make a sheet to discuss with someone', which: 'Of which entry?' },
  import: { item: 'Import entries', from: 'Which file or folder would you like to import?' },
  tags: { item: 'Entries by tag', which: 'Which tag?' },
  trash: {
    item: 'Deleted entries',
    which: 'Which deleted entry?',
    restore: 'Restore',
    empty: 'Empty the trash'
  },
  packs: {
    item: 'Packs of exercises',
    which: 'Which pack?',
    add: 'Add a pack',
    source: 'Where is the pack? Type the name of a folder or file, or an address.',
    updateAll: 'Look for new versions',
    update: 'Update',
    remove: 'Remove',
    newFolder: 'Which folder should the new pack be in?'
  },
  settings: {
    item: 'Settings',
    which: 'Which setting?',
    value: (key: string, takes: string) => `What should "${key}" be? Type ${takes}.`,
    choose: (key: string) => `What should "${key}" be?`,
    change: 'Change it',
    reset: 'Use the default',
    atNextStart: 'This takes effect the next time you start reflect.'
  },
  help: {
    item: 'Help',
    which: 'What would you like help with?',
    commands: 'All commands',
    topics: {
      keys: 'Keys',
      plain: 'Plain mode',
      files: 'Where your words are stored',
      environment: 'Environment variables',
      'exit-codes': 'Exit codes, for scripts'
    }
  },
  shell: 'Which shell do you use?'
}
