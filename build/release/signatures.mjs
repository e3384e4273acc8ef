/**
 * Verifies that a signed program has the content that was signed. Who signed it, and whether the certificate is trusted, is for the
 * system of its user to decide.
 */
import { createHash } from 'node:crypto'

/**
 * @param {Buffer} binary
 * @param {{ platform: string, name: string }} target Node for Linux is not signed.
 * @throws Error if there is no signature, or the content is not what was signed.
 */
export function verifySignature(binary, { platform, name }) {
  if (platform === 'linux') return
  const isIntact = platform === 'win32' ? isAuthenticodeIntact(binary) : isMachOIntact(binary)
  if (!isIntact) throw new Error(`The signature of Node.js for ${name} does not match its content`)
}

/** What comes before a SHA-256 digest in DER: the algorithm, and an octet string of 32 bytes. */
const SHA256_DIGEST = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/**
 * The digest of "Windows Authenticode Portable Executable Signature Format" (Microsoft, 2008) leaves out the checksum, the entry
 * of the certificate table, and that table itself, which is the end of the file.
 */
function isAuthenticodeIntact(binary) {
  const optionalHeader = binary.readUInt32LE(0x3c) + 24
  const isPlus = binary.readUInt16LE(optionalHeader) === 0x20b
  const checksum = optionalHeader + 64
  const entry = optionalHeader + (isPlus ? 144 : 128)
  const table = binary.readUInt32LE(entry)
  const size = binary.readUInt32LE(entry + 4)
  if (size === 0 || table + size !== binary.length) return false
  const digest = createHash('sha256')
    .update(binary.subarray(0, checksum))
    .update(binary.subarray(checksum + 4, entry))
    .update(binary.subarray(entry + 8, table))
    .digest()
  return binary.subarray(table).includes(Buffer.concat([SHA256_DIGEST, digest]))
}

const LC_CODE_SIGNATURE = 0x1d
const CODE_DIRECTORY = 0
const CMS_SIGNATURE = 0x1_0000

/** By the structures of Apple's `cs_blobs.h`: hashes of all pages in a code directory, and a CMS signature of that directory. */
function isMachOIntact(binary) {
  const signature = codeSignatureIn(binary)
  if (signature === undefined) return false
  const directory = blobIn(signature, CODE_DIRECTORY)
  const cms = blobIn(signature, CMS_SIGNATURE)
  if (directory === undefined || cms === undefined) return false
  return cms.includes(sha256(directory)) && arePagesIntact(binary, directory)
}

function codeSignatureIn(binary) {
  const is64Bit = binary.readUInt32LE(0) === 0xfeedfacf
  const commands = is64Bit ? binary.readUInt32LE(16) : 0
  let at = 32
  for (let index = 0; index < commands; index++) {
    if (binary.readUInt32LE(at) === LC_CODE_SIGNATURE) {
      const start = binary.readUInt32LE(at + 8)
      return binary.subarray(start, start + binary.readUInt32LE(at + 12))
    }
    at += binary.readUInt32LE(at + 4)
  }
  return undefined
}

function blobIn(signature, type) {
  const count = signature.readUInt32BE(8)
  for (let index = 0; index < count; index++) {
    if (signature.readUInt32BE(12 + index * 8) !== type) continue
    const start = signature.readUInt32BE(16 + index * 8)
    return signature.subarray(start, start + signature.readUInt32BE(start + 4))
  }
  return undefined
}

function arePagesIntact(binary, directory) {
  const [hashes, slots, limit] = [16, 28, 32].map((at) => directory.readUInt32BE(at))
  const [size, type, pageBits] = [36, 37, 39].map((at) => directory.readUInt8(at))
  // 2 is SHA-256.
  if (type !== 2 || size !== 32) return false
  const page = 2 ** pageBits
  if (slots !== Math.ceil(limit / page)) return false
  return Array.from({ length: slots }).every((_, slot) => {
    const content = binary.subarray(slot * page, Math.min((slot + 1) * page, limit))
    return sha256(content).equals(directory.subarray(hashes + slot * size, hashes + (slot + 1) * size))
  })
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest()
}
