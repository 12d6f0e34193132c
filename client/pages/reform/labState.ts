import type { CellValue } from '../../../shared/reform/cells.ts'
import { changeCell } from '../../../shared/reform/patches.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import type { DrawChoice } from './drawChoice.ts'

/** Another value for a cell; undefined takes its row away. */
export type CellChange = readonly [path: string, value: CellValue | undefined]

interface Past {
  reform: Reform
  /** What was changed next: keys typed into one field are undone together. Empty = a step of its own. */
  place: string
}

/** The reform that is edited, and how it came about. */
export interface LabState {
  reform: Reform
  choice: DrawChoice
  past: readonly Past[]
  /** Counts what replaced the reform as a whole, for fields that begin anew then. */
  loads: number
  /** The address holds a reform that cannot be read, and nothing has been changed since. */
  isLinkBroken: boolean
}

export type LabAction =
  | { type: 'change'; changes: readonly CellChange[] }
  | { type: 'describe'; texts: Partial<Pick<Reform, 'title' | 'reason'>> }
  | { type: 'choose'; choice: DrawChoice }
  | { type: 'load'; reform: Reform }
  | { type: 'open'; linked: { reform: Reform; choice: DrawChoice } | null }
  | { type: 'undo' }

const MOST_PAST = 100

function remembered({ past, reform }: LabState, place: string): readonly Past[] {
  const isSameStep = place !== '' && past.at(-1)?.place === place
  return isSameStep ? past : [...past, { reform, place }].slice(-MOST_PAST)
}

function changed(state: LabState, changes: readonly CellChange[]): LabState {
  const { reform } = state
  const next = changes.reduce((one, [path, value]) => changeCell(one, path, value), reform)
  // What puts a value back is a step of its own, however it was typed before.
  const place = next.patches.length < reform.patches.length ? '' : changes.map(([path]) => path).join()
  return { ...state, reform: next, past: remembered(state, place), isLinkBroken: false }
}

function undone(state: LabState): LabState {
  const last = state.past.at(-1)
  return last ? { ...state, reform: last.reform, past: state.past.slice(0, -1), loads: state.loads + 1 } : state
}

/** What one step makes of the lab. */
export function reduceLab(state: LabState, action: LabAction): LabState {
  if (action.type === 'change') return changed(state, action.changes)
  if (action.type === 'undo') return undone(state)
  if (action.type === 'choose') return { ...state, choice: action.choice }
  if (action.type === 'describe') {
    const past = remembered(state, Object.keys(action.texts).join())
    return { ...state, reform: { ...state.reform, ...action.texts }, past }
  }
  const loads = state.loads + 1
  if (action.type === 'load') {
    return { ...state, reform: action.reform, past: remembered(state, ''), loads, isLinkBroken: false }
  }
  if (!action.linked) return { ...state, isLinkBroken: true }
  return { ...state, ...action.linked, past: [], loads, isLinkBroken: false }
}
