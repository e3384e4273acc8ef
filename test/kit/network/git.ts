import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import type { Answer } from './server.ts'

/** A head and a body, as a program that speaks CGI gives them. */
const HEAD_END = Buffer.from('\r\n\r\n')

/** Serves the bare repositories in a folder, as a git host does. */
export function repositoriesIn(folder: string): Answer {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://localhost')
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        GIT_PROJECT_ROOT: path.resolve(folder),
        GIT_HTTP_EXPORT_ALL: '1',
        REQUEST_METHOD: request.method ?? 'GET',
        PATH_INFO: pathname,
        QUERY_STRING: searchParams.toString(),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '')
      }
    })
    request.pipe(backend.stdin).on('error', () => {})
    let head: Buffer | undefined = Buffer.alloc(0)
    backend.stdout.on('data', (chunk: Buffer) => {
      if (head === undefined) return void response.write(chunk)
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(HEAD_END)
      if (end === -1) return
      const fields = head.subarray(0, end).toString('latin1').split('\r\n')
      const headers = Object.fromEntries(fields.map((line) => line.split(': ', 2)))
      response.writeHead(Number.parseInt(headers['Status'] ?? '200', 10), headers)
      response.write(head.subarray(end + HEAD_END.length))
      head = undefined
    })
    backend.on('close', () => response.end())
  }
}
