import { useQueryClient } from '@tanstack/react-query'
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
  /** Of the scenario at a place; told, and acted on, while that one is edited. */
  | { kind: 'conflict'; id: string; place: number }
  | { kind: 'noRoom'; id: string }
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

/** Where an opened scenario goes: into an alternative nobody has changed, else beside the others; undefined without room. */
function withOpened(workspace: Workspace, scenario: JsonRecord): Workspace | undefined {
  const { baseline, alternatives } = workspace
  const unchanged = alternatives.findIndex((one) => sameJson(withoutId(one), withoutId(baseline))) + 1
  if (unchanged > 0) return { ...withScenario(workspace, unchanged, scenario), active: unchanged }
  return alternatives.length < MOST_ALTERNATIVES ? withAlternative(workspace, scenario) : undefined
}

/** Saving the scenario being edited on the server, and opening saved ones: `?open=` of the address does, too. */
export function useSaved(saved: SavedScenarios, lab: Lab): Saving {
  const { workspace, step } = lab
  const { active } = workspace
  const queries = useQueryClient()
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
    // The list of those that can be opened, not the ones that come with the program.
    void queries.invalidateQueries({ queryKey: ['scenarios'], exact: true })
    // It is called what its address is. Meanwhile somebody may have typed on, or gone to another one.
    step((now) => {
      const there = scenariosOf(now)[active]
      return there?.id === id && own !== id ? withScenario(now, active, { ...there, id: own }) : now
    })
    return { kind: 'saved', id: own, revision }
  }
  const whole = scenario as unknown as Scenario

  const latest = useRef(workspace)
  useEffect(() => {
    latest.current = workspace
  })
  const openOne = async (wanted: string): Promise<SavedNews> => {
    const { scenario: found, revision } = await saved.find(wanted)
    const next = withOpened(latest.current, found as unknown as JsonRecord)
    // A revision nobody was shown stays unseen: saving would overwrite it unasked.
    if (!next) return { kind: 'noRoom', id: wanted }
    if (revision !== null) editRights.see(wanted, revision)
    step(next)
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
  const isElsewhere = news?.kind === 'conflict' && (news.place !== active || news.id !== id)
  return {
    news: isElsewhere ? null : news,
    isBusy,
    mayChange: editRights.tokenOf(id) !== undefined,
    saveSecretly: () => during(save(saved.create(whole))),
    saveAs: (name) => during(save(saved.createAs(name, whole))),
    saveChanges: (overwriting) => {
      const revision = overwriting ? null : editRights.revisionOf(id)
      const right = { token: editRights.tokenOf(id) ?? '', revision }
      during(
        save(saved.replace(id, whole, right)).catch((error: ApiError) => {
          if (error.code === 'EE_CONFLICT') return { kind: 'conflict' as const, id, place: active }
          throw error
        }),
      )
    },
    open: (wanted) => during(openOne(wanted)),
  }
}
