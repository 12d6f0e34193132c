import { scoreRows } from '../../shared/crs/score.kernel.ts'
import { compiledRuleset, scoreProfile } from '../../shared/crs/score.ts'
import { newestSnapshotNotAfter } from '../../shared/draws/history.ts'
import { selectInvited } from '../../shared/draws/select.kernel.ts'
import { streamBit } from '../../shared/eligibility/streamBits.ts'
import { parseDay } from '../../shared/lib/day.ts'
import { randomStream } from '../../shared/lib/random.ts'
import { type Pool, poolColumns } from '../../shared/pool/columns.ts'
import { synthesizePool } from '../../shared/pool/population.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { simulate } from '../../shared/simulation/engine.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { builtInScenario } from '../helpers/scenarios.ts'
import { candidatesOf, sortedDraw } from '../helpers/sortedDraw.ts'
import { atLeast, atMost, type Figure, medianMs } from './measure.ts'

const PEOPLE = 240_000
const rules = compiledRuleset('2025-03-25')
const snapshot = newestSnapshotNotAfter(parseDay('2025-12-14'))
const request = { snapshot, rules, seed: 'bench', size: PEOPLE }

function scoring(): Figure[] {
  const { pool } = synthesizePool(request)
  const scores = new Uint16Array(PEOPLE)
  const columnsMs = medianMs(15, () => scoreRows(rules, pool, 0, PEOPLE, scores))
  const profiles = readCorpus<{ profile: Profile }>('crs.jsonl').map(({ profile }) => profile)
  let sum = 0
  const rounds = 200
  const profilesMs = medianMs(7, () => {
    for (let round = 0; round < rounds; round++)
      for (const profile of profiles) sum += scoreProfile(profile, rules).total
  })
  if (sum === 0) throw new Error('nothing was scored')
  return [
    atLeast('scoring columns', PEOPLE / columnsMs / 1000, 'million profiles a second', 15),
    atLeast('one profile with full breakdown', (rounds * profiles.length) / profilesMs / 1000, 'million a second', 1),
  ]
}

/** The same people in random rows, as in a pool that has lived for a while; a synthetic one is made band by band. */
function shuffled(pool: Pool, count: number): Pool {
  const random = randomStream('bench', 'rows')
  const order = Uint32Array.from({ length: count }, (_, row) => row)
  for (let row = count - 1; row > 0; row--) {
    const other = random.integer(row + 1)
    const [a, b] = [order[row], order[other]]
    order[row] = b
    order[other] = a
  }
  const mixed = poolColumns(count)
  for (const name of Object.keys(mixed) as (keyof Pool)[]) {
    for (let row = 0; row < count; row++) mixed[name][row] = pool[name][order[row]]
  }
  return mixed
}

function drawing(): Figure[] {
  const { pool: synthetic, count } = synthesizePool(request)
  const pool = shuffled(synthetic, count)
  const general = streamBit('general')
  let kernelLast = -1
  let sortedLast = -2
  const kernelMs = medianMs(31, () => {
    kernelLast = selectInvited(pool, count, general, 5000, 0).cutoff
  })
  const everybody = candidatesOf(pool, count, general)
  const sortMs = medianMs(5, () => {
    sortedLast = sortedDraw(everybody, 5000, 0).at(-1)?.score ?? -2
  })
  if (kernelLast !== sortedLast) throw new Error(`cutoffs differ: ${kernelLast} and ${sortedLast}`)
  return [
    atMost('a draw over 240,000', kernelMs, 'ms', 3),
    atLeast('a draw against sorting objects', sortMs / kernelMs, 'times faster', 50),
  ]
}

function year(): Figure[] {
  const scenario = builtInScenario('baseline-2026')
  const poolMs = medianMs(3, () => {
    synthesizePool({ snapshot, rules, seed: 'bench' })
  })
  const yearMs = medianMs(3, () => {
    let draws = 0
    for (const event of simulate(scenario)) if (event.type === 'draw') draws += 1
    if (draws === 0) throw new Error('no draw was held')
  })
  return [
    atMost('pool of 237,302 generated and scored', poolMs / 1000, 's', 3),
    atMost('baseline year at full size, pool included', yearMs / 1000, 's', 2),
  ]
}

/** The engine's own measurements: seeded workloads, warmed up, medians. */
export const engineFigures = (): Figure[] => [...year(), ...scoring(), ...drawing()]
