import { useEffect, useMemo, useRef, useState } from 'react'
import { latestKnownRulesetId } from '../../../shared/crs/ruleset.ts'
import type { CellValue } from '../../../shared/reform/cells.ts'
import { changeCell, provisionsOfReform } from '../../../shared/reform/patches.ts'
import { unchangedReform } from '../../../shared/reform/presets.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import type { Provisions } from '../../../shared/schema/ruleset.ts'
import { type DrawChoice, firstChoice } from './drawChoice.ts'
import { hashOf, LONGEST_LINK, reformInHash } from './link.ts'

/** Time without a change after which the address follows. */
const SETTLES_AFTER_MS = 400

/** Another value for a cell; undefined takes its row away. */
export type CellChange = readonly [path: string, value: CellValue | undefined]

export interface ReformLab {
  reform: Reform
  provisions: Provisions
  choice: DrawChoice
  /** Counts what replaced the reform as a whole, for fields that begin anew then. */
  loads: number
  canUndo: boolean
  isLinkBroken: boolean
  /** The reform does not fit into an address. */
  isTooLong: boolean
  change(changes: readonly CellChange[]): void
  describe(texts: Partial<Pick<Reform, 'title' | 'reason'>>): void
  choose(choice: DrawChoice): void
  load(reform: Reform): void
  undo(): void
}

interface Past {
  reform: Reform
  /** What was changed next: keys typed into one field are undone together. */
  place: string
}

const MOST_PAST = 100

/** The reform while the page is not there: until it is loaded again. */
let left: { reform: Reform; choice: DrawChoice } | null = null

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
  const [linked] = useState(() => reformInHash(window.location.hash))
  const [reform, setReform] = useState<Reform>(linked?.reform ?? left?.reform ?? unchangedReform(latestKnownRulesetId))
  const [choice, setChoice] = useState<DrawChoice>(linked?.choice ?? left?.choice ?? firstChoice)
  const [past, setPast] = useState<readonly Past[]>([])
  const [loads, setLoads] = useState(0)
  const [isLinkBroken, setLinkBroken] = useState(linked === null)
  const knownHash = useRef(window.location.hash)
  const provisions = useMemo(() => provisionsOfReform(reform), [reform])
  const written = hashOf({ reform, choice })
  const isUntouched = written === hashOf({ reform: unchangedReform(latestKnownRulesetId), choice: firstChoice })
  const isTooLong = written.length > LONGEST_LINK

  useEffect(() => {
    left = { reform, choice }
  }, [reform, choice])

  useEffect(() => {
    const next = isTooLong || isUntouched ? '' : written
    // A broken link stays in the address until something is changed: it may be asked for again.
    if (next === knownHash.current || (next === '' && isLinkBroken)) return
    const timer = setTimeout(() => {
      knownHash.current = next
      writeHash(next)
    }, SETTLES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [written, isTooLong, isUntouched, isLinkBroken])

  useEffect(() => {
    const open = () => {
      const { hash } = window.location
      if (hash === knownHash.current) return
      const opened = reformInHash(hash)
      if (opened === undefined) {
        // A place on this page was gone to: the address goes on holding the reform.
        writeHash(knownHash.current)
        return
      }
      knownHash.current = hash
      setLinkBroken(opened === null)
      if (!opened) return
      setReform(opened.reform)
      setChoice(opened.choice)
      setPast([])
      setLoads((count) => count + 1)
    }
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [])

  const remember = (place: string) => {
    if (place === '' || past.at(-1)?.place !== place) setPast([...past, { reform, place }].slice(-MOST_PAST))
  }
  return {
    reform,
    provisions,
    choice,
    loads,
    canUndo: past.length > 0,
    isLinkBroken,
    isTooLong,
    change(changes) {
      const next = changes.reduce((changed, [path, value]) => changeCell(changed, path, value), reform)
      // What puts a value back is a step of its own, however it was typed before.
      remember(next.patches.length < reform.patches.length ? '' : changes.map(([path]) => path).join())
      setReform(next)
      setLinkBroken(false)
    },
    describe(texts) {
      remember(Object.keys(texts).join())
      setReform({ ...reform, ...texts })
    },
    choose: setChoice,
    load(next) {
      remember('')
      setReform(next)
      setLoads(loads + 1)
      setLinkBroken(false)
    },
    undo() {
      const last = past.at(-1)
      if (!last) return
      setReform(last.reform)
      setPast(past.slice(0, -1))
      setLoads(loads + 1)
    },
  }
}
