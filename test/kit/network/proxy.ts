import http from 'node:http'
import net from 'node:net'
import { listening } from './server.ts'

/** A proxy, and the hosts that it was asked to connect to, as `host:port`. */
export interface Proxy {
  readonly url: string
  readonly asked: string[]
}

/** Starts a proxy that connects to one server of this computer, whatever host it is asked for. With `refuse`, to none. */
export async function startProxy(server: string, { refuse }: { refuse?: number } = {}): Promise<Proxy> {
  const asked: string[] = []
  const proxy = http.createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    if (refuse !== undefined) return void socket.end(`HTTP/1.1 ${refuse} No\r\n\r\n`)
    const there = net.connect(Number(new URL(server).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      there.pipe(socket).pipe(there)
    })
    for (const end of [there, socket]) end.on('error', () => [there, socket].forEach((each) => each.destroy()))
  })
  return { url: await listening(proxy, 'http'), asked }
}
