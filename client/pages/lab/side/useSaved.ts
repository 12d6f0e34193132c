import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useRef, useState } from 'react'
import type { Scenario } from '../../../../shared/schema/scenario.ts'
import type { ApiError } from '../../../engine/apiError.ts'
import type { SavedScenarios } from '../../../engine/backend.ts'
import { type JsonRecord, sameJson } from '../state/json.ts'
import {
  activeScenario,
  MOST_ALTERNATIVES,
  scenariosOf,
  type Workspace,
  withAlternative,
  withScenario,
} from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import { editRights } from './editRights.ts'

/** What became of the last saving or opening. */
export type SavedNews =
  | { kind: 'saved' | 'opened'; id: string; revision: number }
  | { kind: 'conflict'; id: string }
  | { kind: 'refused'; error: ApiError }

export interface Saving {
  news: SavedNews | null
  isBusy: boolean
  /** Whether this browser may change the saved scenario of this name. */
  mayChange: boolean
  saveSecretly(): void
  saveAs(name: string): void
  /** Changes the saved one; `overwriting` whatever somebody else made of it meanwhile. */
  saveChanges(overwriting: boolean): void
  /** Puts a saved scenario beside the others. */
  open(id: string): void
}

const withoutId = ({ id: _id, ...rest }: JsonRecord): JsonRecord => rest

/** Where an opened scenario goes: into an alternative nobody has changed, beside the others, else in the place of this one. */
function withOpened(workspace: Workspace, scenario: JsonRecord): Workspace {
  const { baseline, alternatives, active } = workspace
  const unchanged = alternatives.findIndex((one) => sameJson(withoutId(one), withoutId(baseline))) + 1
  if (unchanged > 0) return { ...withScenario(workspace, unchanged, scenario), active: unchanged }
  if (alternatives.length < MOST_ALTERNATIVES) return withAlternative(workspace, scenario)
  return withScenario(workspace, active, scenario)
}

/** Saving the scenario being edited on the server, and opening saved ones: `?open=` of the address does, too. */
export function useSaved(saved: SavedScenarios, lab: Lab): Saving {
  const { workspace, step } = lab
  const [news, setNews] = useState<SavedNews | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [asked, setAsked] = useQueryState('open', parseAsString)
  const scenario = activeScenario(workspace)
  const id = String(scenario.id)

  const during = (work: Promise<SavedNews>) => {
    setBusy(true)
    work.then(setNews, (error: ApiError) => setNews({ kind: 'refused', error })).finally(() => setBusy(false))
  }
  const save = async (work: Promise<{ id: string; revision: number; editToken?: string }>): Promise<SavedNews> => {
    const { id: own, revision, editToken } = await work
    if (editToken) editRights.keep(own, editToken)
    editRights.see(own, revision)
    const place = workspace.active
    // It is called what its address is. Meanwhile somebody may have typed on, or gone to another one.
    step((now) => {
      const there = scenariosOf(now)[place]
      return there?.id === id && own !== id ? withScenario(now, place, { ...there, id: own }) : now
    })
    return { kind: 'saved', id: own, revision }
  }
  const whole = scenario as unknown as Scenario

  const openOne = async (wanted: string): Promise<SavedNews> => {
    const { scenario: found, revision } = await saved.find(wanted)
    if (revision !== null) editRights.see(wanted, revision)
    step((now) => withOpened(now, found as unknown as JsonRecord))
    return { kind: 'opened', id: wanted, revision: revision ?? 1 }
  }
  const opening = useRef<string>(null)
  useEffect(() => {
    if (opening.current === asked) return
    opening.current = asked
    if (asked === null) return
    during(openOne(asked))
    void setAsked(null)
  })
  return {
    news,
    isBusy,
    mayChange: editRights.tokenOf(id) !== undefined,
    saveSecretly: () => during(save(saved.create(whole))),
    saveAs: (name) => during(save(saved.createAs(name, whole))),
    saveChanges: (overwriting) => {
      const revision = overwriting ? null : editRights.revisionOf(id)
      const right = { token: editRights.tokenOf(id) ?? '', revision }
      during(
        save(saved.replace(id, whole, right)).catch((error: ApiError) => {
          if (error.code === 'EE_CONFLICT') return { kind: 'conflict' as const, id }
          throw error
        }),
      )
    },
    open: (wanted) => during(openOne(wanted)),
  }
}
