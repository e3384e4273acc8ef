/** Random letters and digits for names that nobody else chooses. From the global crypto: node:crypto costs a tenth of a start. */

/** So many random bytes, in hexadecimal. */
export function randomHex(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex')
}
