import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Issue } from '../../../shared/lib/errors.ts'
import { scenarioIssues } from '../../../shared/scenario/load.ts'
import { useBackend } from '../../hooks/useBackend.ts'
import { useIsStillHere } from '../../hooks/useIsStillHere.ts'
import { type AddressProblem, hashOf, type Library, workspaceInHash } from './state/address.ts'
import { type History, historyOf, redone, settled, stepped, undone } from './state/history.ts'
import type { JsonRecord } from './state/json.ts'
import { keptLab } from './state/keptLab.ts'
import { freeId, scenariosOf, type Workspace } from './state/workspace.ts'

/** How long nothing must be changed before the address is written: browsers limit how often that may happen. */
const ADDRESS_AFTER_MS = 400

/** The scenarios that come with the program, whole. */
export function useLibrary() {
  const backend = useBackend()
  return useQuery({
    queryKey: ['scenarios', 'whole'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Library> => {
      const { scenarios } = await backend.scenarios()
      const wanted = scenarios.filter(({ builtIn }) => builtIn)
      const whole = await Promise.all(wanted.map(({ id }) => backend.scenario(id)))
      return new Map(whole.map((scenario) => [scenario.id, scenario as unknown as JsonRecord]))
    },
  })
}

export interface Lab {
  workspace: Workspace
  library: Library
  /** What was last found wrong with each scenario of the workspace, the baseline first: to show, a moment late. */
  issues: readonly (readonly Issue[])[]
  /** Whether the scenario at a place, as it is now, was read and is right: before that nothing may be made of it. */
  isRight(place: number): boolean
  /** Why what the address held is not shown. */
  addressProblem: AddressProblem | null
  /** The workspace does not fit into an address. */
  isTooLong: boolean
  canUndo: boolean
  canRedo: boolean
  /** Another workspace, or what becomes of the present one; steps of one `name` in a row are undone together. */
  step(next: Workspace | ((now: Workspace) => Workspace), name?: string): void
  settle(): void
  undo(): void
  redo(): void
}

/** A baseline and one alternative that is still the same. */
export function newWorkspace(library: Library, baselineId: string): Workspace {
  const baseline = library.get(baselineId) ?? [...library.values()][0]
  return {
    baseline,
    alternatives: [{ ...baseline, id: freeId(String(baseline.id), [...library.keys()]) }],
    active: 1,
  }
}

/** The workspace: from the address, from before another page was looked at, or new; the address follows it. */
export function useLab(library: Library, baselineId: string): Lab {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const isStillHere = useIsStillHere()
  const [read] = useState(() => workspaceInHash(hash, library))
  const [addressProblem, setAddressProblem] = useState<AddressProblem | null>(typeof read === 'string' ? read : null)
  const [history, setHistory] = useState<History<Workspace>>(() => {
    const kept = keptLab.read(hash)
    return kept ?? historyOf(typeof read === 'object' ? read : newWorkspace(library, baselineId))
  })
  const workspace = history.present
  const known = useRef(hash)
  const next = useMemo(() => hashOf(workspace, library), [workspace, library])

  useEffect(() => keptLab.write({ history, hash: next ?? '' }), [history, next])
  useEffect(() => {
    const isUntouched = history.past.length + history.future.length === 0 && known.current === ''
    if (isUntouched || addressProblem !== null || (next ?? '') === known.current) return
    const timer = setTimeout(() => {
      if (!isStillHere()) return
      known.current = next ?? ''
      // The rest of the address may have been changed since this was drawn.
      const { search } = window.location
      navigate({ search, hash: known.current }, { replace: true, preventScrollReset: true })
    }, ADDRESS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [next, navigate, isStillHere, addressProblem, history])
  // A link opened while the page is there. What the router says would come late: it tells of older addresses, too.
  useEffect(() => {
    const onHash = () => {
      const { hash: opened } = window.location
      if (opened === known.current || opened === '') return
      known.current = opened
      const found = workspaceInHash(opened, library)
      setAddressProblem(typeof found === 'string' ? found : null)
      if (typeof found === 'object') setHistory((current) => stepped(current, found, null))
    }
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [library])

  return {
    workspace,
    library,
    ...useIssues(workspace),
    addressProblem,
    isTooLong: next === undefined,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    step(next, name) {
      setAddressProblem(null)
      setHistory((current) => stepped(current, typeof next === 'function' ? next(current.present) : next, name ?? null))
    },
    settle: () => setHistory(settled),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
  }
}

/** What the engine's reader finds wrong, scenario by scenario; one that did not change is not read again. */
function useIssues(workspace: Workspace): Pick<Lab, 'issues' | 'isRight'> {
  const known = useRef(new WeakMap<JsonRecord, readonly Issue[]>())
  const shown = useDeferredValue(workspace)
  const issues = useMemo(
    () =>
      scenariosOf(shown).map((scenario) => {
        const found = known.current.get(scenario) ?? scenarioIssues(scenario)
        known.current.set(scenario, found)
        return found
      }),
    [shown],
  )
  return { issues, isRight: (place) => known.current.get(scenariosOf(workspace)[place])?.length === 0 }
}
