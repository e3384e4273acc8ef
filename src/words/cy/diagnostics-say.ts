export { say } from '../en/diagnostics-say.ts'
