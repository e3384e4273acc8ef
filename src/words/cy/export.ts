export { exported } from '../en/export.ts'
