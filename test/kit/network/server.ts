import fs from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** What a client of the servers here trusts: NODE_EXTRA_CA_CERTS. The key beside it is public and protects nothing. */
export const certificate = path.join(import.meta.dirname, 'loopback-cert.pem')

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server over https on this computer, closed when the test has finished. Gives its address without a slash at the end. */
export async function serve(answer: Answer): Promise<string> {
  const key = fs.readFileSync(path.join(import.meta.dirname, 'loopback-key.pem'))
  const cert = fs.readFileSync(certificate)
  // For clients in this process.
  https.globalAgent.options.ca = cert
  onTestFinished(() => void delete https.globalAgent.options.ca)
  return listening(https.createServer({ key, cert }, answer), 'https')
}

/** The same over http, as registries on an intranet are. */
export async function servePlainly(answer: Answer): Promise<string> {
  return listening(http.createServer(answer), 'http')
}

/** Has a server listen on this computer until the test has finished. Gives its address without a slash at the end. */
export async function listening(server: http.Server | https.Server, scheme: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `${scheme}://localhost:${(server.address() as AddressInfo).port}`
}
