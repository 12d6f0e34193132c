import { streamBit } from '../../shared/eligibility/streamBits.ts'
import type { DrawQuestion } from '../../shared/reform/drawLine.ts'
import { type Grouping, groupings, type ReformPool } from '../../shared/reform/pool.ts'

interface Candidate {
  row: number
  before: number
  after: number
}

/** Whom a draw invites, by sorting everybody: best score first, then the earlier submission. */
function invited(candidates: readonly Candidate[], key: 'before' | 'after', question: DrawQuestion): Candidate[] {
  const sorted = candidates.toSorted((a, b) => b[key] - a[key] || a.row - b.row)
  return 'seats' in question ? sorted.slice(0, question.seats) : sorted.filter((one) => one[key] >= question.cutoff)
}

/** The readable twin of `reformEffects`: lists and sets of people instead of counts. */
export function sortedReform(pool: ReformPool, before: Uint16Array, after: Uint16Array, question: DrawQuestion) {
  const candidates = Array.from({ length: pool.persons }, (_, row) => ({
    row,
    before: before[row],
    after: after[row],
  })).filter(({ row }) => (pool.people.streams[row] & streamBit(question.stream)) !== 0)
  const old = invited(candidates, 'before', question)
  const now = invited(candidates, 'after', question)
  const wasInvited = new Set(old)
  const isInvited = new Set(now)
  const winners = now.filter((one) => !wasInvited.has(one))
  const losers = old.filter((one) => !isInvited.has(one))
  const byGroup = (grouping: Grouping) => {
    const { names, ofCohort } = pool.cohorts.groups[grouping]
    return names.flatMap((group, index) => {
      const isMember = ({ row }: Candidate) => ofCohort[pool.cohorts.index[row]] === index
      const members = candidates.filter(isMember)
      if (members.length === 0) return []
      const points = members.reduce((sum, one) => sum + one.after - one.before, 0)
      return {
        group,
        persons: members.length,
        invitedBefore: old.filter(isMember).length,
        invitedAfter: now.filter(isMember).length,
        winners: winners.filter(isMember).length,
        losers: losers.filter(isMember).length,
        meanChange: points / members.length,
      }
    })
  }
  return {
    persons: candidates.length,
    cutoffBefore: old.at(-1)?.before ?? null,
    cutoffAfter: now.at(-1)?.after ?? null,
    winners: winners.length,
    losers: losers.length,
    up: candidates.filter((one) => one.after > one.before).length,
    down: candidates.filter((one) => one.after < one.before).length,
    groups: Object.fromEntries(groupings.map((grouping) => [grouping, byGroup(grouping)])),
  }
}
