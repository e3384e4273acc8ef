import { Writable } from 'node:stream'
import { createPrompt, useEffect, useKeypress } from '@inquirer/core'
import type { Keyboard, Press } from '../keyboard.ts'
import type { Stroke } from '../keys.ts'

/** What lives as a prompt does. */
export interface Living<R> {
  /** Takes part in the keys; gives what ends that. */
  begin(): () => void
  take(stroke: Stroke, done: (result: R) => void): void
}

/** Readline and inquirer write to it; all painting is ours. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

/**
 * Inquirer's life of a prompt: its keypresses, until it is done. It paints nothing, for inquirer erases and rewrites
 * everything and leaves no cursor inside a text.
 */
export function live<R>(living: Living<R>, keyboard: Keyboard): Promise<R> {
  const prompt = createPrompt<R, object>((_, done) => {
    useKeypress((event) => living.take((event as unknown as Press).stroke, done))
    useEffect(() => living.begin(), [])
    return ''
  })
  return prompt({}, { input: keyboard, output: nowhere() })
}
