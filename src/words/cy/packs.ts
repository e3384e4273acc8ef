export { packs } from '../en/packs.ts'
