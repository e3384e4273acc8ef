import dns from 'node:dns'
import net from 'node:net'

/*
 * An address that the learner typed may be on the intranet. Where such an address redirects to is somebody else's word:
 * it never leads from a public place to this computer or its private networks.
 */

/** IANA's special-purpose registries: what is not to be met on the public internet. */
const SPECIAL: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6']
]

const special = new net.BlockList()
for (const [address, prefix, family] of SPECIAL) special.addSubnet(address, prefix, family)

/** Whether an IP address is one of the public internet. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(.*)$/i.exec(address)?.[1]
  if (mapped !== undefined) return net.isIPv4(mapped) ? isPublic(mapped) : false
  const family = net.isIP(address)
  return family !== 0 && !special.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** A host that was refused because a redirect led from a public place to a private one. */
export class PrivateHostError extends Error {
  override readonly name = 'PrivateHostError'
}

/**
 * Looks a host up as `dns.lookup` does, and gives only what is of the public internet. The connection is made to what is
 * given here, so that a name which means another place when it is asked for again (DNS rebinding) leads nowhere else.
 */
export const publicOnly: net.LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const found = addresses.filter(({ address }) => isPublic(address))
    const [first] = found
    if (first === undefined) return done(new PrivateHostError(host), '')
    if (options.all === true) done(null, found)
    else done(null, first.address, first.family)
  })
}

/** What a URL's host tells without being looked up: an IP address, or a name for this computer; undefined for any other name. */
export function isPublicHost(hostname: string): boolean | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (net.isIP(host) !== 0) return isPublic(host)
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(host) ? false : undefined
}
