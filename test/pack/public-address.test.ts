import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { PrivateHostError, isPublic, isPublicHost, publicOnly } from '../../src/pack/fetch/public-address.ts'

describe('isPublic', () => {
  it.each(['8.8.8.8', '140.82.121.4', '100.63.0.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => expect(isPublic(address)).toBe(true)
  )

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b:1::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    'nonsense'
  ])('%s is not public', (address) => expect(isPublic(address)).toBe(false))
})

describe('the host of a URL', () => {
  it.each([
    ['8.8.8.8', true],
    ['[2606:4700::1111]', true],
    ['127.0.0.1', false],
    ['[::1]', false],
    ['localhost', false],
    ['LOCALHOST.', false],
    ['a.localhost', false],
    ['printer.local', false],
    ['db.internal', false],
    ['router.home.arpa', false],
    ['example.org', undefined],
    ['localhost.example.org', undefined]
  ])('%s is public: %s', (host, known) => expect(isPublicHost(host)).toBe(known))

  it('is not looked up if its name means this computer', async () => {
    const lookUp = promisify(publicOnly)
    await expect(lookUp('localhost', { all: true })).rejects.toThrow(PrivateHostError)
    await expect(lookUp('localhost', {})).rejects.toThrow(PrivateHostError)
  })
})
