export { packPage } from '../en/pack-page.ts'
