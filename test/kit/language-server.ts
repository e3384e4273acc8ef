import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
}

/** An editor that speaks to the YAML language server which most editors use. */
export interface Editor {
  /** Opens a text as a file; gives what is underlined in it, as `line: message`. */
  open(file: string, text: string): Promise<string[]>
  /** What is offered at a place, both counted from 0. */
  complete(file: string, line: number, character: number): Promise<string[]>
  /** Opens a text as a file, and gives what is offered at a place of it, without waiting for what is underlined. */
  completeIn(file: string, text: string, line: number, character: number): Promise<string[]>
  /** What is said of the word at a place. */
  hover(file: string, line: number, character: number): Promise<string>
}

const binary = path.join(import.meta.dirname, '../../node_modules/yaml-language-server/bin/yaml-language-server')

/** Starts a language server for the files of a folder; it ends with the test. */
export async function openEditor(dir: string): Promise<Editor> {
  const server = new Server()
  const uri = (file: string) => pathToFileURL(path.join(dir, file)).href
  await server.ask('initialize', { processId: process.pid, rootUri: uri('.'), capabilities: {} })
  server.tell('initialized', {})
  server.tell('workspace/didChangeConfiguration', {
    settings: { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } }
  })
  const place = (file: string, line: number, character: number) => ({
    textDocument: { uri: uri(file) },
    position: { line, character }
  })
  const show = (file: string, text: string) =>
    server.tell('textDocument/didOpen', { textDocument: { uri: uri(file), languageId: 'yaml', version: 1, text } })
  const complete: Editor['complete'] = async (...at) => {
    const result = (await server.ask('textDocument/completion', place(...at))) as { items: { label: string }[] }
    return result.items.map(({ label }) => label)
  }
  return {
    async open(file, text) {
      const found = server.once('textDocument/publishDiagnostics', (params) => params['uri'] === uri(file))
      show(file, text)
      const { diagnostics } = (await found) as {
        diagnostics: { message: string; range: { start: { line: number } } }[]
      }
      return diagnostics.map(({ message, range }) => `${range.start.line + 1}: ${message}`)
    },
    complete,
    completeIn(file, text, ...at) {
      show(file, text)
      return complete(file, ...at)
    },
    async hover(...at) {
      const result = (await server.ask('textDocument/hover', place(...at))) as { contents?: { value?: string } } | null
      return result?.contents?.value ?? ''
    }
  }
}

/** The server's process, and messages to and from it (Language Server Protocol 3.17, base protocol). */
class Server {
  readonly #child = spawn(process.execPath, [binary, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
  readonly #answers = new Map<number, (result: unknown) => void>()
  readonly #waiting = new Set<(message: Message) => void>()
  #received = Buffer.alloc(0)
  #count = 0

  constructor() {
    this.#child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk))
    onTestFinished(() => void this.#child.kill('SIGKILL'))
  }

  ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#count
    return new Promise((resolve) => {
      this.#answers.set(id, resolve)
      this.#send({ id, method, params })
    })
  }

  tell(method: string, params: unknown): void {
    this.#send({ method, params })
  }

  once(method: string, fits: (params: Record<string, unknown>) => boolean): Promise<unknown> {
    return new Promise((resolve) => {
      const look = (message: Message) => {
        if (message.method !== method || !fits(message.params as Record<string, unknown>)) return
        this.#waiting.delete(look)
        resolve(message.params)
      }
      this.#waiting.add(look)
    })
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk])
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString('latin1', 0, Math.max(0, head)))?.[1])
      if (head === -1 || this.#received.length < head + 4 + length) return
      const message = JSON.parse(this.#received.toString('utf8', head + 4, head + 4 + length)) as Message
      this.#received = this.#received.subarray(head + 4 + length)
      this.#take(message)
    }
  }

  #take(message: Message): void {
    const { id, method } = message
    if (method === undefined) this.#answers.get(Number(id))?.(message.result)
    // What the server asks of the editor, such as for settings: it has none besides those that it was told.
    else if (id !== undefined) this.#send({ id, result: null })
    for (const look of this.#waiting) look(message)
  }
}
