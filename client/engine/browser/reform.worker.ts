import { baseProvisions } from '../../../shared/reform/base.ts'
import { reformEffects, scoresUnder } from '../../../shared/reform/effects.ts'
import { provisionsOfReform } from '../../../shared/reform/patches.ts'
import { newestTable, reformPool } from '../../../shared/reform/pool.ts'
import type { FromReformWorker, ToReformWorker } from './reformMessages.ts'

/** The worker of the reform lab: makes the pool once, keeps it with its scores under the law, and answers one reform after another. */
const say = (message: FromReformWorker): void => self.postMessage(message)

say({ type: 'making', persons: newestTable().total })
const pool = reformPool()
const before = scoresUnder(pool, baseProvisions(pool.law))
const { asOf, law, persons, draws } = pool
say({ type: 'ready', pool: { asOf, law, persons, draws } })

self.addEventListener('message', ({ data: { id, reform, question } }: MessageEvent<ToReformWorker>) => {
  const effects = reformEffects(pool, before, scoresUnder(pool, provisionsOfReform(reform)), question)
  say({ type: 'answer', id, effects })
})
