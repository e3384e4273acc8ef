import { count } from './counting.ts'

/** What the commands for packs say, in English. */
export const packCommands = {
  pack: {
    what: 'write, check, add and update packs of exercises',
    new: 'write a first pack, for you to change',
    newDir: 'the folder, which is made',
    title: 'its title',
    language: 'its language, such as en-GB',
    author: 'who writes it',
    build: 'make one archive of a pack, to hand out',
    output: 'the folder for the archive',
    buildForce: 'build what is not committed, and over an archive with the same version',
    add: 'add a pack: a folder, a .tgz or .zip, or an address (https://, npm:, git+https://, github:)',
    addSource: 'where the pack is',
    sha256: 'the checksum that it must have',
    yes: 'do not ask',
    info: 'show what a pack is and where it comes from',
    id: "the pack's name, or the beginning of it",
    update: 'look for new versions of the packs that you added',
    dryRun: 'only show what would change',
    rollback: 'go back to the version before',
    remove: 'remove a pack that you added; your entries stay',
    path: "the pack's folder or file",
    check: 'name every fault in a pack: where it is and how to mend it',
    strict: 'count warnings as faults',
    since: 'compare with an older version, a folder or archive, and say what learners would notice',
    preview: 'walk through a pack as learners will, with nothing kept',
    from: 'begin at this exercise, or at a prompt of it: EXERCISE/PROMPT',
    watch: 'read the files again whenever they change',
    html: 'all of it as one page to read and print, in this file',
    htmlForce: 'overwrite the page that is there',
    format: '"text", "json" or "github" (annotations in a workflow)',
    list: 'list the packs that are here',
    schema: "print the JSON Schema that gives editors a pack's keys",
    schemaTranslation: "the one of a translation's file",
    exercises: (number: number) => count(number, 'exercise', 'exercises'),
    added: 'added'
  }
}
