import type { Action } from '../keys/map.ts'
import { Next, type Widget } from './widget.ts'

/** The state of a widget, and those before and after it that undo and redo bring back. */
export interface History<S> {
  readonly now: S
  readonly past: readonly S[]
  readonly future: readonly S[]
  /** The action of which the next one is a part, such as typing a word. */
  readonly going?: Action
}

/** Maximum steps of undo. */
const STEPS = 500
/** Actions that are one step if they follow each other. */
const JOINED: ReadonlySet<Action> = new Set<Action>(['type', 'deleteBefore', 'deleteAfter'])

/** Adds undo and redo to a widget: a step is a change of the answer, with the state before it. Moving is not a step. */
export function withHistory<S>(widget: Widget<S>): Widget<History<S>> {
  const valueOf = (state: S) => JSON.stringify(widget.value(state)) ?? ''
  const { paste, clarified, unfinished, writing, howTo, gaps } = widget
  const changed = (history: History<S>, now: S, going?: Action): History<S> => {
    if (now === history.now) return history
    const { past, future } = history
    if (valueOf(now) === valueOf(history.now)) return { now, past, future }
    const joins = going !== undefined && going === history.going
    const before = joins ? past : [...past.slice(-STEPS + 1), history.now]
    return { now, past: before, future: [], ...(going === undefined ? {} : { going }) }
  }
  return {
    ...widget,
    start: { now: widget.start, past: [], future: [] },
    mode: ({ now }, room) => widget.mode(now, room),
    act(history, act, room) {
      if (act.action === 'undo') return undone(history)
      if (act.action === 'redo') return redone(history)
      const after = widget.act(history.now, act, room)
      const going = JOINED.has(act.action) && act.text !== ' ' ? act.action : undefined
      return after instanceof Next ? new Next(changed(history, after.state)) : changed(history, after, going)
    },
    view: ({ now }, room) => widget.view(now, room),
    value: ({ now }, isSubmitted) => widget.value(now, isSubmitted),
    paste: paste && ((history, text, room) => changed(history, paste(history.now, text, room))),
    clarified: clarified && ((history) => mapped(clarified(history.now), (now) => changed(history, now))),
    unfinished: unfinished && ((history) => changed(history, unfinished(history.now))),
    howTo: howTo && (({ now }) => howTo(now)),
    gaps: gaps && (({ now }) => gaps(now)),
    writing: writing && {
      get: ({ now }) => writing.get(now),
      set: (history, text) => changed(history, writing.set(history.now, text))
    }
  }
}

function mapped<S, R>(state: S | undefined, map: (state: S) => R): R | undefined {
  return state === undefined ? undefined : map(state)
}

function undone<S>(history: History<S>): History<S> {
  const { now, past, future } = history
  const last = past.at(-1)
  return last === undefined ? history : { now: last, past: past.slice(0, -1), future: [...future, now] }
}

function redone<S>(history: History<S>): History<S> {
  const { now, past, future } = history
  const next = future.at(-1)
  return next === undefined ? history : { now: next, past: [...past, now], future: future.slice(0, -1) }
}
