import { InputError } from '../lib/errors.ts'
import { simulate } from '../simulation/engine.ts'
import type { Clock } from './clock.ts'
import { Playback } from './playback.ts'
import type { FromWorker, StartMessage, ToWorker } from './workerMessages.ts'

/**
 * What a worker does with the messages it is sent: makes the pool of its run, plays its days, obeys. The same in a thread of
 * the server and in a worker of the browser; both give it their clock and their way to answer.
 */
export function player(clock: Clock, post: (message: FromWorker) => void): (message: ToWorker) => void {
  let playback: Playback | undefined

  function start({ scenario, seed, history, ...playing }: StartMessage): void {
    playback = new Playback(simulate(scenario, { seed, history }), { ...playing, clock, post })
    try {
      playback.start()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      post({ type: 'failed', code: error.code, message: error.message })
    }
  }

  return (message) => {
    if (message.type === 'start') start(message)
    else playback?.obey(message)
  }
}
