/** What a pack may hold. Beyond any of these it is refused, so that no pack can make reading it slow. */
export const limits = {
  packBytes: 5 * 1024 * 1024,
  packFiles: 500,
  /** Of an archive: its files and folders, and the largest file. */
  members: 1000,
  memberBytes: 1024 * 1024,
  /** Of a download: a pack is text, which an archive makes smaller. */
  downloadBytes: 5 * 1024 * 1024,
  fileBytes: 256 * 1024,
  nodes: 20_000,
  depth: 16,
  exercises: 200,
  prompts: 100,
  conditionDepth: 8,
  /** Words in an `ask` before it is a warning. */
  askWords: 60
} as const
