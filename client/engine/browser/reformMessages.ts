import type { DrawQuestion } from '../../../shared/reform/drawLine.ts'
import type { ReformEffects } from '../../../shared/reform/effects.ts'
import type { Stream } from '../../../shared/schema/common.ts'
import type { Reform } from '../../../shared/schema/reform.ts'

/** What a page needs to know of the pool in its worker. */
export interface PoolFacts {
  asOf: string
  /** Ruleset reforms are compared with. */
  law: string
  persons: number
  draws: readonly { stream: Stream; date: string; size: number }[]
}

export interface ToReformWorker {
  id: number
  reform: Reform
  question: DrawQuestion
}

export type FromReformWorker =
  | { type: 'making'; persons: number }
  | { type: 'ready'; pool: PoolFacts }
  | { type: 'answer'; id: number; effects: ReformEffects }
