import { type Day, parseDay } from '../lib/day.ts'
import { type ProgramName, programNames } from '../schema/draw.ts'
import cec from './programs/cec.json'
import fst from './programs/fst.json'
import fsw from './programs/fsw.json'
import invitationOrders from './programs/invitation-order.json'
import settlementFunds from './programs/settlement-funds.json'

/** The programs as their files state them: dated, cited tables. */
export const programRules = { cec, fsw, fst }

/** The row of a dated table in force on a day; undefined before the first. Rows are oldest first. */
const inForce = <Row extends { from: string }>(rows: readonly Row[], onDay: Day): Row | undefined =>
  rows.findLast(({ from }) => parseDay(from) <= onDay)

/**
 * Settlement funds in Canadian dollars a family of that size needs; undefined before the first known amount (2018).
 *
 * @example
 * settlementFundsNeeded(3, parseDay('2025-12-17')) // 23360
 */
export function settlementFundsNeeded(familySize: number, onDay: Day): number | undefined {
  const row = inForce(settlementFunds.amounts, onDay)
  if (!row) return undefined
  const largest = row.byFamilySize.length
  const listed = row.byFamilySize[Math.min(familySize, largest) - 1]
  return listed + Math.max(0, familySize - largest) * row.eachMore
}

/** Programs in the order in which an invitation names one of several. */
export function invitationOrder(onDay: Day): readonly ProgramName[] {
  const order = inForce(invitationOrders.orders, onDay)?.order ?? []
  return order.flatMap((name) => programNames.filter((program) => program === name))
}

/** Whether the Federal Skilled Trades program takes an occupation (IRPR 87.2(1)). */
export function isTradeOccupation(noc: string): boolean {
  const { groups, except } = fst.occupations
  return groups.some((group) => noc.startsWith(group)) && !except.some((group) => noc.startsWith(group))
}
