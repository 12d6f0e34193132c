import { type Dispatch, useEffect, useMemo, useReducer, useRef } from 'react'
import { latestKnownRulesetId } from '../../../shared/crs/ruleset.ts'
import { provisionsOfReform } from '../../../shared/reform/patches.ts'
import { unchangedReform } from '../../../shared/reform/presets.ts'
import type { Provisions } from '../../../shared/schema/ruleset.ts'
import { useIsStillHere } from '../../hooks/useIsStillHere.ts'
import { firstChoice } from './drawChoice.ts'
import { type LabAction, type LabState, reduceLab } from './labState.ts'
import { hashOf, type LinkedReform, LONGEST_LINK, reformInHash } from './link.ts'

/** Time without a change after which the address follows. */
const SETTLES_AFTER_MS = 400

export interface ReformLab extends LabState {
  provisions: Provisions
  /** The reform does not fit into an address. */
  isTooLong: boolean
  dispatch: Dispatch<LabAction>
}

const untouched: LinkedReform = { reform: unchangedReform(latestKnownRulesetId), choice: firstChoice }

/** The reform while the page is not there: until it is loaded again. */
let left: LinkedReform | null = null

/** As the address says, else as the page was left. */
function firstState(): LabState {
  const linked = reformInHash(window.location.hash)
  const { reform, choice } = linked ?? left ?? untouched
  return { reform, choice, past: [], loads: 0, isLinkBroken: linked === null }
}

/**
 * Past the router, which tells of a new address later than of a new state and in its own order. No event follows, so that
 * what is heard of is always somebody else's link.
 */
function writeHash(hash: string): void {
  const { pathname, search } = window.location
  window.history.replaceState(window.history.state, '', `${pathname}${search}${hash}`)
}

/** The reform that is edited, with its past; in the address as soon as nothing has changed for a moment. */
export function useReformLab(): ReformLab {
  const [state, dispatch] = useReducer(reduceLab, undefined, firstState)
  const { reform, choice, isLinkBroken } = state
  const knownHash = useRef(window.location.hash)
  const isStillHere = useIsStillHere()
  const provisions = useMemo(() => provisionsOfReform(reform), [reform])
  const written = hashOf({ reform, choice })
  const isTooLong = written.length > LONGEST_LINK
  const wanted = isTooLong || written === hashOf(untouched) ? '' : written

  useEffect(() => {
    left = { reform, choice }
  }, [reform, choice])

  useEffect(() => {
    // A broken link stays in the address until something is changed: it may be asked for again.
    if (wanted === knownHash.current || (wanted === '' && isLinkBroken)) return
    const timer = setTimeout(() => {
      if (!isStillHere()) return
      knownHash.current = wanted
      writeHash(wanted)
    }, SETTLES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [wanted, isLinkBroken, isStillHere])

  useEffect(() => {
    const open = () => {
      const { hash } = window.location
      if (hash === knownHash.current) return
      const linked = reformInHash(hash)
      if (linked === undefined) {
        // A place on this page was gone to: the address goes on holding the reform.
        writeHash(knownHash.current)
        return
      }
      knownHash.current = hash
      dispatch({ type: 'open', linked })
    }
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [])

  return { ...state, provisions, isTooLong, dispatch }
}
