export { journal } from '../en/journal.ts'
