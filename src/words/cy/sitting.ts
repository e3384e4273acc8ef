export { sitting } from '../en/sitting.ts'
