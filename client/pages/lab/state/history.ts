/** States before and after the present one, so that every step can be taken back and done again. */
export interface History<State> {
  past: readonly State[]
  present: State
  future: readonly State[]
  /** What the last step changed; steps of one name in a row are one, such as the letters of a title. */
  last: string | null
}

/** So many steps can be taken back. */
const LONGEST = 200

export const historyOf = <State>(present: State): History<State> => ({ past: [], present, future: [], last: null })

/** One step on. `name` says what it changes; null never joins the step before. */
export function stepped<State>(history: History<State>, next: State, name: string | null): History<State> {
  if (next === history.present) return history
  const joins = name !== null && name === history.last
  const past = joins ? history.past : [...history.past, history.present].slice(-LONGEST)
  return { past, present: next, future: [], last: name }
}

/** Ends the step: the next one of the same name is one of its own. */
export const settled = <State>(history: History<State>): History<State> =>
  history.last === null ? history : { ...history, last: null }

export function undone<State>({ past, present, future, ...rest }: History<State>): History<State> {
  const before = past.at(-1)
  if (before === undefined) return { past, present, future, ...rest }
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null }
}

export function redone<State>({ past, present, future, ...rest }: History<State>): History<State> {
  const [after, ...later] = future
  if (after === undefined) return { past, present, future, ...rest }
  return { past: [...past, present], present: after, future: later, last: null }
}
