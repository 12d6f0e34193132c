import { createContext, useContext } from 'react'
import type { Issue } from '../../../../shared/lib/errors.ts'
import { pathOf } from '../../../../shared/schema/validate.ts'
import { issuesAt, issuesBelow } from '../fields/issuesAt.ts'
import { type Json, type JsonRecord, type Path, valueAt } from '../state/json.ts'

/** What the fields of the editor share. */
export interface EditorState {
  /** The scenario being edited, right or wrong. */
  scenario: JsonRecord
  /** What it is compared with; null while the baseline itself is edited. */
  baseline: JsonRecord | null
  /** What the engine's reader finds wrong with it. */
  issues: readonly Issue[]
  /** Puts a value at a place; undefined takes away what stands there. */
  change(path: Path, next: Json | undefined): void
  insert(path: Path, index: number, member: Json): void
  /** The change being typed is over: the next one is a step of its own. */
  settle(): void
}

export const EditorContext = createContext<EditorState | null>(null)

export function useEditor(): EditorState {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('a field of the scenario editor stands outside the editor')
  return editor
}

/** The id of a field in the page, from its place; the summary of mistakes leads to it. */
export const fieldId = (path: Path): string => `field-${pathOf(path)}`

/** The value at a place, what is wrong with it, and how it is changed. */
export function useValue(path: Path) {
  const { scenario, baseline, issues, change, settle } = useEditor()
  return {
    value: valueAt(scenario, path),
    standing: baseline && valueAt(baseline, path),
    issues: issuesAt(issues, path),
    write: (next: Json | undefined) => change(path, next),
    settle,
  }
}

/** How many mistakes there are at a place and below it. */
export function useMistakesBelow(path: Path): number {
  const { issues } = useEditor()
  return issuesBelow(issues, path).length
}
