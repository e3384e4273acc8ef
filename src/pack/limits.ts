/** What a pack may hold. Beyond any of these it is refused, so that no pack can make reading it slow. */
export const limits = {
  packBytes: 5 * 1024 * 1024,
  packFiles: 500,
  fileBytes: 256 * 1024,
  nodes: 20_000,
  depth: 16,
  exercises: 200,
  prompts: 100,
  options: 100,
  columns: 20,
  conditionDepth: 8,
  /** Words in an `ask` before it is a warning. */
  askWords: 60
} as const
