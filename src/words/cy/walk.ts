export { walk } from '../en/walk.ts'
