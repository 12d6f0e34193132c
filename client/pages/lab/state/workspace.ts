import type { JsonRecord } from './json.ts'

/** As many as can be told apart in one table. */
export const MOST_ALTERNATIVES = 4

/** A baseline, what is compared with it, and which of them is being edited: 0 = the baseline, 1 = the first alternative. */
export interface Workspace {
  baseline: JsonRecord
  alternatives: readonly JsonRecord[]
  active: number
}

export const scenariosOf = ({ baseline, alternatives }: Workspace): readonly JsonRecord[] => [baseline, ...alternatives]

export const activeScenario = (workspace: Workspace): JsonRecord => scenariosOf(workspace)[workspace.active]

/** The workspace with another scenario at a place, 0 = the baseline. */
export function withScenario(workspace: Workspace, place: number, scenario: JsonRecord): Workspace {
  if (place === 0) return { ...workspace, baseline: scenario }
  return { ...workspace, alternatives: workspace.alternatives.with(place - 1, scenario) }
}

/** With one more alternative, which is then edited. */
export const withAlternative = (workspace: Workspace, scenario: JsonRecord): Workspace => ({
  ...workspace,
  alternatives: [...workspace.alternatives, scenario],
  active: workspace.alternatives.length + 1,
})

/** Without the alternative at a place; the one before it is edited then. */
export const withoutAlternative = (workspace: Workspace, place: number): Workspace => ({
  ...workspace,
  alternatives: workspace.alternatives.toSpliced(place - 1, 1),
  active: workspace.active >= place ? Math.max(0, workspace.active - 1) : workspace.active,
})

const LONGEST_ID = 60

/** An id after `id` that none of `taken` has: `baseline-2026-2`. */
export function freeId(id: string, taken: readonly unknown[]): string {
  const stem = id.replace(/-\d{1,2}$/, '')
  for (let number = 2; ; number++) {
    const ending = `-${number}`
    const next = `${stem.slice(0, LONGEST_ID - ending.length)}${ending}`
    if (!taken.includes(next)) return next
  }
}
