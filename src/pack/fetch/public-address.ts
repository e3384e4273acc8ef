import dns from 'node:dns'
import net from 'node:net'

/*
 * Protection against server-side request forgery. Users may fetch from a private network by typing its address; a
 * public server must not redirect them there.
 */

/** IANA's special-purpose address registries (RFC 6890): addresses that are not part of the public internet. */
const SPECIAL = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
  192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3
  ::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10
  fec0::/10 ff00::/8
`

const special = new net.BlockList()
for (const [, address = '', prefix] of SPECIAL.matchAll(/(\S+)\/(\d+)/g))
  special.addSubnet(address, Number(prefix), net.isIPv4(address) ? 'ipv4' : 'ipv6')

/** Whether an IP address belongs to the public internet. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(.*)$/i.exec(address)?.[1]
  if (mapped !== undefined) return net.isIPv4(mapped) ? isPublic(mapped) : false
  const family = net.isIP(address)
  return family !== 0 && !special.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** A public host led to a private one. */
export class PrivateHostError extends Error {
  override readonly name = 'PrivateHostError'
}

/**
 * Works like `dns.lookup` but gives public addresses only; fails with `PrivateHostError` if there are none. Pass it to
 * the request, which then connects to the address that was checked: this prevents DNS rebinding.
 */
export const publicOnly: net.LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const allowed = addresses.filter(({ address }) => isPublic(address))
    const [first] = allowed
    if (first === undefined) return done(new PrivateHostError(host), '')
    if (options.all === true) done(null, allowed)
    else done(null, first.address, first.family)
  })
}

/** Whether a URL's host is public, as far as it shows without a DNS lookup; undefined for most names. */
export function isPublicHost(hostname: string): boolean | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (net.isIP(host) !== 0) return isPublic(host)
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(host) ? false : undefined
}
