/* What is said during an exercise, in English: in rich mode, in plain mode, around the editor; and what it understands. */
export { typed } from './days.ts'
export { plain } from './plain.ts'
export { editor, pictures, rich } from './rich.ts'
