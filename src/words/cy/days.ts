export { days } from '../en/days.ts'
