export { imported } from '../en/import.ts'
