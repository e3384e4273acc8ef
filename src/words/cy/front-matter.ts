export { frontMatter } from '../en/front-matter.ts'
