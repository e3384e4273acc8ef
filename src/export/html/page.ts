import { escaped } from '../escape.ts'

/** The content of a page's head. */
export interface PageHead {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly style: string
  /** The result of `policyFor(style)`. */
  readonly policy: string
}

/** The start of a page that needs no other file. */
export function pageTop({ title, language, style, policy }: PageHead): string {
  return (
    `<!doctype html>\n<html lang="${escaped(language)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    '<meta name="referrer" content="no-referrer">\n' +
    `<title>${escaped(title)}</title>\n<style>${style}</style>\n</head>\n`
  )
}

/** A content security policy that allows only the page's own style sheet, by its digest; nothing can run or load. */
export async function policyFor(style: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)))
  return `default-src 'none'; style-src 'sha256-${btoa(String.fromCharCode(...digest))}'; base-uri 'none'; form-action 'none'`
}
