import { count, didYouMean, meant } from './phrases.ts'
import { figures } from '../shared/figures.ts'
import { preview } from './pack-authoring.ts'

/** What is said when packs are built, fetched, installed and updated, in English. */
export const packs = {
  listBroken: (file: string) =>
    `The list of the packs that you added, ${file}, cannot be read, so they are left out. Move that file somewhere else and add them again with "reflect pack add"; your entries are not affected.`,

  /** About addresses: what was typed after `pack add`. */
  address: {
    'bad-npm': (text: string) => `"${text}" is not an npm package: type npm:NAME, or npm:NAME@VERSION.`,
    'bad-git': (text: string) => `"${text}" is not the address of a git repository: type git+https://HOST/PATH#TAG.`,
    'bad-github': (text: string) => `"${text}" is not a repository on GitHub: type github:OWNER/REPOSITORY#TAG.`,
    'bad-url': (text: string) => `"${text}" is not a complete address: type all of it, beginning with https://.`,
    password: () =>
      'The address contains a user name or a password, which would be stored with the pack: leave it out, and let git or npm sign you in.',
    'not-https': (text: string) =>
      `"${text}" is not secure, so the pack could be changed on the way: use an address that begins with https://.`,
    'unknown-scheme': (text: string) =>
      `Packs cannot be fetched from "${text}": give a folder, a .tgz or .zip file, or an address that begins with https://, npm:, git+https:// or github:.`,
    nothingThere: (text: string, near: readonly string[]) =>
      `There is no file or folder ${text} here.${didYouMean(near)} Look in your downloads, or give the address of the pack (https://… or npm:…).`
  },

  /** About files and archives: one sentence each, with the file, why it was refused and what to do. */
  archive: {
    unknownKind: (name: string) =>
      `${name} is not a pack: it is neither a folder, nor a .tgz or .zip archive, nor a pack in one YAML file. Check that it is the file its author gave you.`,
    page: (name: string, title: string) =>
      `${name} is a web page${title === '' ? '' : ` ("${title}")`}, not the file of a pack. Open it in your browser, download the file from there, and add that file.`,
    signIn: (name: string) =>
      `${name} is a page to sign in on, not the file of a pack. Sign in with your browser, download the file, and add that file.`,
    json: (name: string, text: string) =>
      `${name} is a message from a server, not the file of a pack: ${text} Download the file with your browser, and add that file.`,
    pointer: (name: string) =>
      `${name} is only a placeholder that Git LFS left for the real file. Download the file itself from the repository's page with your browser, and add that file.`,
    pointerInside: (name: string, file: string) =>
      `In ${name}, ${file} is only a placeholder that Git LFS left for the real file. Ask the author for an archive made with "reflect pack build".`,
    compression: (name: string, format: string) =>
      `${name} is compressed as ${format}, which reflect cannot open. Unpack it with another program and add the folder, or ask its author for a .zip.`,
    method: (name: string, file: string, method: string) =>
      `In ${name}, ${file} is compressed with the method ${method}, which reflect cannot open. Unpack it with another program and add the folder, or ask its author for another .zip.`,
    document: (name: string, format: string) =>
      `${name} is a ${format} file, not a pack. Check that it is the file its author gave you.`,
    layers: (name: string) =>
      `${name} was compressed several times over. Unpack it with another program and add what is inside.`,
    empty: (name: string) =>
      `${name} is empty, so nothing was added. Download it again, or ask its author for it again.`,
    broken: (name: string) => `${name} is damaged or incomplete, so nothing was added. Download it again.`,
    locked: (name: string) => `${name} is locked with a password. Ask its author for one that is not.`,
    link: (name: string, file: string) =>
      `In ${name}, "${file}" is a link to another file. Ask its author to put the file itself there.`,
    device: (name: string, file: string) =>
      `In ${name}, "${file}" is not an ordinary file. Ask its author to put an ordinary file there.`,
    badName: (name: string, file: string) =>
      `${name} was refused, because it contains a file whose name could do harm ("${file}"). Ask its author for another archive.`,
    twice: (name: string, file: string) =>
      `${name} was refused, because two of its files have the same name on many disks ("${file}"). Ask its author to rename one.`,
    fileTooLarge: (name: string, file: string, limit: number) =>
      `In ${name}, "${file}" is larger than one file of a pack may be (${limit} MiB). Ask its author to divide it.`,
    tooLarge: (name: string, limit: number) =>
      `The files of the pack in ${name} are together larger than a pack may be (${limit} MiB). Ask its author for a smaller one.`,
    tooManyFiles: (name: string, limit: number) =>
      `The pack in ${name} has more files than a pack may have (${figures(limit)}). Ask its author to divide it into several packs.`,
    tooManyMembers: (name: string, limit: number) =>
      `There are more files and folders in ${name} than an archive may have (${figures(limit)}). Ask its author for an archive of the pack alone.`,
    unpackedTooLarge: (name: string, limit: number) =>
      `Unpacked, ${name} is larger than an archive may be (${limit} MiB). Ask its author for an archive of the pack alone.`,
    noPack: (name: string) => `${name} is not a pack: there is no file pack.yaml in it.`,
    misnamed: (name: string, found: string) =>
      `There is no file pack.yaml in ${name}, only ${found}. Unpack it, rename that file to pack.yaml, and add the folder.`,
    archiveInside: (name: string, inner: readonly string[]) =>
      `There is no pack in ${name}, only ${inner.length === 1 ? 'another archive' : 'other archives'}: ${listOf(inner)}. Unpack it, and add the file with the pack.`,
    severalPacks: (name: string, folders: readonly string[]) =>
      `There are ${figures(folders.length)} packs in ${name}: ${listOf(folders)}. Unpack it if it is an archive, and add the folder of one of them.`
  },

  /** About network requests. */
  fetch: {
    noNetwork: (host: string) =>
      `${host} cannot be reached, because this computer has no connection; connect and try again.`,
    noSuchHost: (host: string) => `${host} cannot be found: check the address.`,
    noWay: (host: string) => `${host} cannot be reached from this network: check the address and your connection.`,
    noProxy: (host: string, proxy: string) =>
      `${host} cannot be reached, because the proxy ${proxy} does not answer: check HTTPS_PROXY in your environment.`,
    badProxy: () => 'HTTPS_PROXY in your environment is not the address of a proxy: write http://HOST:PORT.',
    proxyNotAllowed: (proxy: string) =>
      `The proxy ${proxy} needs you to sign in: put your name and password for it into HTTPS_PROXY, as http://NAME:PASSWORD@HOST:PORT.`,
    noAnswer: (host: string) => `${host} does not answer; check the address, or try again later.`,
    tooSlow: (host: string) => `${host} took too long to answer, so nothing was added; try again later.`,
    interrupted: (host: string) => `The connection to ${host} was interrupted, so nothing was added; try again.`,
    notTrusted: (host: string, code: string) =>
      `${host} could not prove its identity (${code}), so nothing was fetched from it. Ask whoever looks after your network.`,
    notThere: (url: string) => `There is no file at ${url}: check the address.`,
    notAllowed: (host: string, status: number) =>
      `${host} does not let you have this (${status}): ask its owner, or download the file with your browser and add that.`,
    serverTrouble: (host: string, status: number) => `${host} has a problem (${status}); try again later.`,
    badRedirect: (host: string) => `${host} redirected to something that is not an address, so nothing was fetched.`,
    redirectScheme: (host: string, scheme: string) =>
      `${host} redirected to an address that begins with ${scheme} and not with https:, so nothing was fetched.`,
    privateHost: (host: string) =>
      `The address redirected to ${host}, which is inside a private network and not on the internet, so nothing was fetched.`,
    tooManyRedirects: (host: string) => `${host} kept redirecting from one address to another, so nothing was fetched.`,
    tooLarge: (what: string, limit: number) =>
      `${what} is larger than the file of a pack may be (${limit} MiB), so nothing was added. Ask its author for an archive of the pack alone.`,
    integrity: (name: string) =>
      `What the registry gave for ${name} is not what was published (its checksum differs), so nothing was added. Try again, and tell its author if it happens again.`
  },

  npm: {
    unknown: (name: string, near: readonly string[]) =>
      `There is no package "${name}" in the npm registry. ${meant(near, 'Check the name.')}`,
    noVersion: (name: string, range: string) =>
      `The package "${name}" has no version "${range}": check the version, or leave it out.`,
    noVersionWithoutNpm: (name: string, range: string) =>
      `The package "${name}" has no version "${range}"; type a complete version, such as 1.2.0, or leave it out.`,
    notAllowed: (name: string) =>
      `The registry does not let you have "${name}": sign in with "npm login", or ask its owner.`,
    theRegistry: 'The npm registry',
    notHttps: (url: string) =>
      `The registry in your npm settings, ${url}, is not secure, so packages could be changed on the way: only npm itself, which is not installed, fetches from there.`,
    unreached: (name: string) =>
      `The registry that has "${name}" cannot be reached: check your connection, and the registry and the proxy in your npm settings.`,
    noArchive: 'it gave no archive',
    failed: (name: string, why: string) => `npm could not fetch "${name}": ${why.replace(/\.$/, '')}.`
  },

  git: {
    missing: (url: string) =>
      `Fetching ${url} needs the program git, which is not installed. Install it, or download the pack as an archive and add that.`,
    noRef: (url: string, ref: string, near: readonly string[]) =>
      `${url} has no tag or branch "${ref}". ${meant(near, 'Check its name.')}`,
    noRepository: (url: string) => `There is no git repository at ${url}: check the address.`,
    notAllowed: (url: string) => `${url} does not let you in: check the address, and that git can sign you in there.`,
    moved: (url: string) => `${url} has moved; look it up in your browser and use the new address.`,
    failed: (url: string, why: string) => `git could not fetch ${url}: ${why.replace(/\.$/, '')}.`
  },

  /** Between fetching and installing. */
  checking: {
    checksum: (name: string, wanted: string, found: string) =>
      `${name} is not the file it should be, so nothing was added: its sha256 is ${found}, not ${wanted}. Ask whoever gave you the checksum.`,
    notAChecksum: (text: string) => `"${text}" is not a SHA-256 checksum, which has 64 digits and letters from a to f.`,
    tooNew: (name: string, format: number) =>
      `${name} is written for a newer reflect (its format is ${format}), so nothing was added; update reflect and try again.`,
    faulty: (name: string, errors: number) =>
      `${name} has ${count(errors, 'fault', 'faults')}, so nothing was added. Its author can fix ${errors === 1 ? 'it' : 'them'}:`,
    more: (number: number) => `and ${number} more.`,
    otherPack: (source: string, id: string, found: string) =>
      `${source} now has a different pack ("${found}", not "${id}"), so nothing was changed. Add that one with "reflect pack add".`,
    older: (id: string, found: string, here: string) =>
      `The version of "${id}" on offer (${found}) is older than yours (${here}), so nothing was changed.`
  },

  about: {
    version: 'Version',
    authors: 'Written by',
    license: 'Licence',
    noLicense: 'none stated',
    nobody: 'nobody named',
    source: 'Comes from',
    basedOn: 'Built from',
    language: 'Language',
    languages: 'Languages',
    progressOf: (translated: number, all: number, changed: number) =>
      `${translated} of ${all} texts${changed === 0 ? '' : `, ${changed} changed since`}`,
    checksum: 'sha256',
    added: 'Added',
    before: 'Before',
    class: 'Class',
    starts: 'Starts',
    exercises: 'Exercises',
    routes: 'Routes:',
    outcomes: 'Outcomes:',
    entries: 'Entries',
    bundled: 'comes with reflect',
    inPlaceOf: 'It replaces the pack of the same name that comes with reflect.',
    exercisesAndSize: (exercises: number, size: number) =>
      `${count(exercises, 'exercise', 'exercises')}, ${bytes(size)}`
  },

  add: {
    fetching: (source: string) => `Fetching ${source}…`,
    take: (title: string) => `Add "${title}"?`,
    sayYes:
      'Nothing was added, because there was no terminal to ask in. Add --yes if you trust whoever wrote this pack.',
    declined: 'Nothing was added.',
    leftOut: (number: number) =>
      `${count(number, 'other file was', 'other files were')} left out, because ${number === 1 ? 'it is' : 'they are'} not part of the pack.`,
    added: (title: string, id: string) => `"${title}" was added. Type "reflect list ${id}" to see its exercises.`,
    alreadyHere: (title: string, version: string) => `You already have "${title}" ${version}, so nothing was changed.`
  },

  /** What a pack for a class asks learners to set. */
  classes: {
    asks: 'For your class, it would like to change these settings. You are asked about them afterwards:',
    pack: (id: string) => `${id} comes first on the home screen and in lists.`,
    bundled: () => 'The packs that come with reflect are not listed, as long as you have not used them.',
    'revisit.after': (after: string) => `Every exercise is offered again ${after} after you finished it.`,
    language: (tag: string) => `The language is ${tag}.`,
    question: 'Change the settings as your class asks?',
    all: 'All of them',
    each: 'Choose one by one',
    none: 'None of them',
    wanted: (setting: string) => `${setting} Do you want this?`,
    set: (keys: readonly string[]) =>
      `Set for your class: ${keys.join(', ')}. You can change ${keys.length === 1 ? 'it' : 'them'} at any time with "reflect config".`,
    notSet: 'Your class also asks for these settings, which were not changed. To set one, type:'
  },

  /** About two packs that have the same id from different authors. */
  twins: {
    explained: (id: string, title: string, authors: string) =>
      `You already have a different pack that is also called ${id}: "${title}" (${authors}).`,
    options: (local: string) =>
      `Nothing was added. To keep both, add --as ${local}; to have the new one in place of that one, add --replace. Your entries stay, and count for the pack that they were written with.`,
    keep: (local: string) => `Keep both, and call the new one ${local}`,
    replace: (title: string) => `Replace "${title}" (your entries stay in your journal)`,
    leave: 'Add nothing',
    badId: (text: string) =>
      `"${text}" cannot be the name of a pack: use lower-case letters, digits and hyphens, and begin with a letter.`,
    idTaken: (id: string) =>
      `"${id}" is already the name of a pack or of entries in your journal. Choose another name after --as.`,
    addedAs: (own: string, local: string) =>
      `Its author calls it ${own}. Here it is called ${local}, because entries or another pack have that name.`
  },

  update: {
    fromFile: (id: string, version: string) =>
      `${id} ${version} was added from a file, so there is nowhere to look for a newer version. Ask whoever sent it for the newer file, then type "reflect pack add FILE".`,
    nothingAdded: 'You have added no packs; those that come with reflect are updated with it.',
    upToDate: (id: string, version: string) => `${id} ${version} is up to date.`,
    from: (title: string, before: string, after: string) => `${title}: ${before} → ${after}`,
    take: (title: string, version: string) => `Update "${title}" to ${version}?`,
    updated: (id: string, version: string) =>
      `${id} is now ${version}. "reflect pack update ${id} --rollback" brings back the previous version.`,
    declined: (id: string) => `${id} was not changed.`,
    sayYes: 'Nothing was changed, because there was no terminal to ask in. Add --yes to update.',
    rolledBack: (id: string, version: string) => `${id} is back to ${version}. Your entries were not touched.`,
    rollBackWhat: 'Say which pack: "reflect pack update ID --rollback".',
    nothingBefore: (id: string) => `There is no earlier version of "${id}" to go back to.`,
    bundled: (id: string) => `"${id}" comes with reflect and is updated with it.`,
    draftsGoOn: (number: number) =>
      `${count(number, 'draft continues', 'drafts continue')} with the new version; what you wrote stays.`
  },

  remove: {
    ask: (title: string) => `Remove "${title}"?`,
    removed: (title: string) => `"${title}" was removed.`,
    entriesStay: (entries: number, drafts: number) =>
      entries + drafts === 0
        ? 'You have no entries for it.'
        : `Your ${[entries > 0 ? count(entries, 'entry', 'entries') : '', drafts > 0 ? count(drafts, 'draft', 'drafts') : ''].filter((part) => part !== '').join(' and ')} for it ${entries + drafts === 1 ? 'stays' : 'stay'} in your journal${drafts > 0 ? '; to continue a draft, add the pack again' : ''}.`,
    bundled: (id: string) => `"${id}" comes with reflect and cannot be removed.`,
    bundledIsBack: 'The pack of the same name that comes with reflect is used again.',
    sayYes: 'Nothing was removed, because there was no terminal to ask in. Add --yes to remove it.',
    declined: 'Nothing was removed.'
  },

  /** Changes that learners notice in a new version: all of them in few sentences, or a line each. */
  changes: {
    exercises: (added: number, retitled: number, gone: number) =>
      happened('exercise', [
        [added, 'added'],
        [retitled, 'given a new title'],
        [gone, 'taken out']
      ]),
    questions: (added: number, reworded: number, changed: number, gone: number) =>
      happened('question', [
        [added, 'added'],
        [reworded, 'reworded'],
        [changed, 'changed'],
        [gone, 'taken out']
      ]),
    texts: (reworded: number) =>
      happened('text around the questions', [[reworded, 'reworded']], 'texts around the questions'),
    sections: 'The weeks or parts have changed.',
    translations: (added: number, reworded: number, gone: number) =>
      happened('translation', [
        [added, 'added'],
        [reworded, 'reworded'],
        [gone, 'taken out']
      ]),
    kept: (answers: number, drafts: number) =>
      `${count(answers, 'answer', 'answers')} in ${drafts === 1 ? 'a draft' : 'drafts'} of yours no longer ${answers === 1 ? 'has a question that fits; it is kept there, with the' : 'have questions that fit; they are kept there, each with its'} question as it was asked.`,
    none: 'The exercises and questions are the same.',
    'exercise-added': (title: string) => `+ "${title}" is new`,
    'exercise-gone': (title: string) => `- "${title}" is no longer in the pack; your entries stay`,
    'exercise-renamed': (title: string, id: string) => `~ "${title}" is now called ${id}, and your entries go with it`,
    'sections-changed': () => '~ the weeks or parts of the pack have changed',
    'exercise-retitled': (before: string, title: string) => `~ "${before}" is now called "${title}"`,
    'reading-changed': (title: string) => `~ "${title}": the reading or the discussion has new wording`,
    'prompt-added': (exercise: string, title: string) => `+ "${exercise}" asks something more: "${title}"`,
    'prompt-gone': (exercise: string, title: string) => `- "${exercise}" no longer asks this: "${title}"`,
    'prompt-reworded': (exercise: string, title: string) => `~ "${exercise}" has new wording for this: "${title}"`,
    'prompt-changed': (exercise: string, title: string) => `~ "${exercise}" asks this in a different way: "${title}"`,
    'prompt-renamed': (exercise: string, title: string) =>
      `~ "${exercise}" asks this under a new name, and your answers go with it: "${title}"`,
    'translation-added': (language: string) => `+ It can be read in one more language: ${language}`,
    'translation-gone': (language: string) => `- It can no longer be read in this language: ${language}`,
    'translation-changed': (language: string) => `~ The translation has new wording: ${language}`
  },

  preview,

  build: {
    uncommitted: (changed: readonly string[]) =>
      `Nothing was built, because nobody could check later what was in it: ${count(changed.length, 'file is', 'files are')} not committed to git (${[...changed.slice(0, 3), ...(changed.length > 3 ? ['…'] : [])].join(', ')}). Commit them, or add --force to try it out.`,
    noFolder: (folder: string) => `There is no folder ${folder} to write the archive to.`,
    otherContent: (file: string) =>
      `${file} already exists with different content, and a version never changes: raise "version" in pack.yaml, or add --force if nobody has it yet.`,
    holds: (exercises: number, size: number) => `${count(exercises, 'exercise', 'exercises')}, ${bytes(size)}`,
    ways: (file: string, version: string) => [
      'Share it in one of three ways:',
      `  as a file   reflect pack add ${file}`,
      `  by npm      npm publish ${file}`,
      `  by git      git tag v${version}, push it, and give out the repository and the tag`
    ]
  }
}

/** The first names of a list. */
function listOf(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} …` : names.join(', ')
}

/** A size in a unit that is easy to read. */
function bytes(number: number): string {
  if (number < 1000) return count(number, 'byte', 'bytes')
  return number < 1_000_000 ? `${Math.round(number / 1000)} kB` : `${(number / 1_000_000).toFixed(1)} MB`
}

/** What happened to how many things: "2 questions were added and 1 was reworded." */
function happened(one: string, verbs: readonly (readonly [number, string])[], many = `${one}s`): string {
  const parts = verbs
    .filter(([number]) => number > 0)
    .map(([number, verb], index) => {
      const things = index === 0 ? count(number, one, many) : figures(number)
      return `${things} ${number === 1 ? 'was' : 'were'} ${verb}`
    })
  const last = parts.pop()
  if (last === undefined) return `No ${one} was changed.`
  return `${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}.`
}
