import type { EnsemblePlan } from '../ensemble/plan.ts'
import { compositionFields, compositionOffset, fates, type ReplicationRecord } from '../ensemble/record.ts'
import { bandGroups, groupOfBand } from '../pool/bands.ts'
import { bands, type Stream, streams } from '../schema/common.ts'

/** One number that every replication of a scenario has, NaN where it has none. */
export interface Measure {
  /** The same in another scenario when it is the same number: `cutoff/cec/2026-03-04`. */
  key: string
  of(record: ReplicationRecord): number
}

export const keyOf = {
  cutoff: (draw: string) => `cutoff/${draw}`,
  invitedByDraw: (draw: string) => `invited-by-draw/${draw}`,
  meanCutoff: (stream: Stream) => `mean-cutoff/${stream}`,
  lastCutoff: (stream: Stream) => `last-cutoff/${stream}`,
  invited: (stream: Stream | 'all') => `invited/${stream}`,
  waitingDays: (stream: Stream) => `waiting-days/${stream}`,
  neverInvited: (scores: string) => `never-invited/${scores}`,
  composition: (field: string, group: string) => `composition/${field}/${group}`,
  pool: (scores: string) => `pool/${scores}`,
} as const

/**
 * Names of a plan's draws: stream and planned day, and which of several on that day. A draw of another plan is the same draw
 * when it has the same name.
 */
export function drawNames({ slots }: EnsemblePlan): string[] {
  const seen = new Map<string, number>()
  return slots.map(({ stream, date }) => {
    const name = `${stream}/${date}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}/${times}`
  })
}

const orNone = (value: number, isKnown: boolean): number => (isKnown ? value : Number.NaN)
const cutoffOf = ({ cutoff }: ReplicationRecord, slot: number): number => orNone(cutoff[slot], cutoff[slot] >= 0)

/** A scenario without any draw of a stream invites nobody by it; it has no cutoff. */
function measuresOfStream(plan: EnsemblePlan, stream: Stream): Measure[] {
  const slots = plan.slots.flatMap((draw, slot) => (draw.stream === stream ? [slot] : []))
  const held = (record: ReplicationRecord): number[] => slots.filter((slot) => record.cutoff[slot] >= 0)
  const row = plan.streams.indexOf(stream)
  const days = bandGroups.length * plan.waitDays
  return [
    {
      key: keyOf.meanCutoff(stream),
      of: (record) => {
        const drawn = held(record)
        return drawn.reduce((sum, slot) => sum + record.cutoff[slot], 0) / drawn.length
      },
    },
    { key: keyOf.lastCutoff(stream), of: (record) => record.cutoff[held(record).at(-1) ?? -1] ?? Number.NaN },
    { key: keyOf.invited(stream), of: ({ invited }) => slots.reduce((sum, slot) => sum + invited[slot], 0) },
    {
      key: keyOf.waitingDays(stream),
      of: ({ waits }) => {
        if (row < 0) return Number.NaN
        let [people, waited] = [0, 0]
        for (let index = row * days; index < (row + 1) * days; index++) {
          people += waits[index]
          waited += waits[index] * (index % plan.waitDays)
        }
        return waited / people
      },
    },
  ]
}

function measuresOfDraws(plan: EnsemblePlan): Measure[] {
  return drawNames(plan).flatMap((name, slot) => [
    { key: keyOf.cutoff(name), of: (record) => cutoffOf(record, slot) },
    { key: keyOf.invitedByDraw(name), of: ({ invited }) => invited[slot] },
  ])
}

function measuresOfGroups(plan: EnsemblePlan): Measure[] {
  const rows = plan.streams.length
  const never = bandGroups.map((scores, group): Measure => {
    const first = group * fates.length
    return {
      key: keyOf.neverInvited(scores),
      of: ({ ended }) => ended[first + 1] / (ended[first] + ended[first + 1]),
    }
  })
  const lastSample = (plan.sampleDays.length - 1) * bands.length
  const pool = bandGroups.map((scores, group) => ({
    key: keyOf.pool(scores),
    of: ({ bands: counts }: ReplicationRecord): number =>
      groupOfBand.reduce((sum, own, band) => sum + (own === group ? counts[lastSample + band] : 0), 0),
  }))
  let place = 0
  const composition = compositionFields.flatMap(([field, groups]) =>
    groups.map((group): Measure => {
      const at = place++
      return {
        key: keyOf.composition(field, group),
        of: ({ composition: counts, invited }) => {
          let people = 0
          for (let row = 0; row < rows; row++) people += counts[compositionOffset(row) + at]
          return people / invited.reduce((sum, count) => sum + count, 0)
        },
      }
    }),
  )
  return [...never, ...pool, ...composition]
}

/** Everything by which a scenario can be compared with another. */
export function measuresOf(plan: EnsemblePlan): Measure[] {
  return [
    ...measuresOfDraws(plan),
    ...streams.flatMap((stream) => measuresOfStream(plan, stream)),
    { key: keyOf.invited('all'), of: ({ invited }) => invited.reduce((sum, count) => sum + count, 0) },
    ...measuresOfGroups(plan),
  ]
}
