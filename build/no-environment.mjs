/** Stands in for `process` in packages: without its environment, which is slow to read. */
export { emitWarning } from 'node:process'
export const env = {}
