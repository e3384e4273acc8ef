export { newPack } from '../en/new-pack.ts'
