import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { EnsembleThreadStock } from '../../../server/runtime/ensembleThreadStock.ts'
import { ensemblePlan } from '../../../shared/ensemble/plan.ts'
import { replicationRecord } from '../../../shared/ensemble/record.ts'
import { EnsembleReducer } from '../../../shared/ensemble/reduce.ts'
import { replicator } from '../../../shared/ensemble/replicate.ts'
import { EnsembleResult } from '../../../shared/schema/ensemble.ts'
import { shapeIssues } from '../../../shared/schema/validate.ts'
import { bytesOf, ensembleOf, startEnsemble } from '../../helpers/ensembles.ts'
import { smallScenario } from '../../helpers/scenarios.ts'
import { temporaryFolder } from '../../helpers/temporaryFolder.ts'

const helper = (name: string): string => join(process.cwd(), 'tests/helpers/workers', name)
const workerFile = helper('breakingEnsemble.worker.mjs')
const scenario = smallScenario()
const MEGABYTE = 1024 * 1024

describe('an ensemble on threads', () => {
  it('gives the same bytes on 1, 2 and 8 threads, and those of a plain loop', async () => {
    const runs = 12
    const results = await Promise.all([1, 2, 8].map((threads) => ensembleOf({ scenario, runs, threads })))
    const reducer = new EnsembleReducer(ensemblePlan(scenario))
    const replicate = replicator(scenario)
    for (let replication = 0; replication < runs; replication++) reducer.add(replicate(replication))
    const plain = bytesOf(reducer.result({ threads: 0, elapsedMs: 0 }))
    expect(results.map(bytesOf)).toEqual([plain, plain, plain])
    expect(results.map(({ threads }) => threads)).toEqual([1, 2, 8])
    expect(shapeIssues(EnsembleResult, results[0])).toEqual([])
  })

  it('differs with the seed', async () => {
    const [one, other] = await Promise.all(['a', 'b'].map((seed) => ensembleOf({ scenario, seed, runs: 3 })))
    expect(one.draws).not.toEqual(other.draws)
  })

  it('says at each step what a smaller ensemble says', async () => {
    const partial: [number, string][] = []
    // One thread: with more, a slow first one makes all records come in together.
    const { run, threads } = startEnsemble({
      ...{ scenario, runs: 12, threads: 1 },
      onProgress: () => {
        const result = run.result()
        if (result) partial.push([result.runs, bytesOf(result)])
      },
    })
    await run.outcome
    await threads.close()
    expect(partial.length).toBeGreaterThan(2)
    const smaller = await Promise.all(
      partial.slice(0, 3).map(async ([runs]) => [runs, bytesOf(await ensembleOf({ scenario, runs }))]),
    )
    expect(partial.slice(0, 3)).toEqual(smaller)
  })

  it('tells its progress, rising to the end', async () => {
    const seen: number[] = []
    const { run, threads } = startEnsemble({
      scenario,
      runs: 10,
      onProgress: () => seen.push(run.progress.runsDone),
    })
    expect(run.result()).toBeNull()
    expect(run.progress).toMatchObject({ runsDone: 0, runs: 10, timeLeftMs: null })
    await run.outcome
    await threads.close()
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen[0]).toBeLessThan(10)
    expect(run.progress).toMatchObject({ runsDone: 10, timeLeftMs: 0 })
  })

  it('goes on from a checkpoint: progress counts what it brought, the pace is that of this run', async () => {
    const first = startEnsemble({ scenario, runs: 5 })
    await first.run.outcome
    const checkpoint = first.run.checkpoint()
    const seen: { runsDone: number; timeLeftMs: number | null }[] = []
    const { run, threads } = startEnsemble({
      ...{ scenario, runs: 9, threads: 1, checkpoint },
      onProgress: () => seen.push(run.progress),
    })
    expect(run.progress).toMatchObject({ runsDone: 5, runs: 9, timeLeftMs: null })
    expect(run.result()?.runs).toBe(5)
    await run.outcome
    expect(seen[0]).toMatchObject({ runsDone: 6, timeLeftMs: expect.any(Number) })
    expect(seen[0].timeLeftMs).toBeGreaterThan(0)
    expect(run.progress).toMatchObject({ runsDone: 9, timeLeftMs: 0 })
    expect(bytesOf(run.result() as EnsembleResult)).toBe(bytesOf(await ensembleOf({ scenario, runs: 9 })))
    await Promise.all([first.threads.close(), threads.close()])
  })

  it('is over at once when the checkpoint has all its runs, and refuses one that has more', async () => {
    const { run, threads } = startEnsemble({ scenario, runs: 3 })
    await run.outcome
    const checkpoint = run.checkpoint()
    const whole = startEnsemble({ scenario, runs: 3, checkpoint, on: threads })
    expect(await whole.run.outcome).toEqual({ status: 'finished' })
    expect(whole.run.progress).toMatchObject({ runsDone: 3, timeLeftMs: 0 })
    expect(bytesOf(whole.run.result() as EnsembleResult)).toBe(bytesOf(run.result() as EnsembleResult))
    expect(() => startEnsemble({ scenario, runs: 2, checkpoint, on: threads })).toThrow('holds 3 runs, more than the 2')
    expect(() => startEnsemble({ scenario, runs: 3, seed: 'x', checkpoint, on: threads })).toThrow('another scenario')
    await threads.close()
  })

  it('leaves its threads to the next one, which finds them prepared', async () => {
    const stock = new EnsembleThreadStock({ threads: 1, heapMb: 1024 })
    const on = stock.take()
    const other = stock.take()
    expect(other).not.toBe(on)
    const results = []
    const firstMs = []
    for (const seed of ['first', 'first', 'second']) {
      const startedMs = performance.now()
      const { run } = startEnsemble({ scenario, seed, runs: 1, on })
      await run.outcome
      firstMs.push(performance.now() - startedMs)
      results.push(bytesOf(run.result() as EnsembleResult))
    }
    expect(firstMs[1]).toBeLessThan(firstMs[0])
    expect(results[1]).toBe(results[0])
    expect(results[2]).toBe(bytesOf(await ensembleOf({ scenario, seed: 'second', runs: 1 })))
    stock.giveBack(on)
    stock.giveBack(other)
    expect(stock.take()).toBe(on)
    await Promise.all([on.close(), other.close(), stock.close()])
  })

  it('holds no more memory with ten thousand replications than with five hundred', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc')
    const mostHeld = async (runs: number): Promise<number> => {
      let most = 0
      let reports = 0
      const onProgress = () => {
        reports += 1
        if (reports % 5 !== 0) return
        collect()
        most = Math.max(most, process.memoryUsage().arrayBuffers)
      }
      await ensembleOf({ scenario, runs, workerFile: helper('floodingEnsemble.worker.mjs'), onProgress })
      return most / MEGABYTE
    }
    const [few, many] = [await mostHeld(500), await mostHeld(10_000)]
    expect(few).toBeGreaterThan(0)
    expect(many - few).toBeLessThan(16)
    const { buffer } = replicationRecord(ensemblePlan(scenario))
    expect((10_000 * buffer.byteLength) / MEGABYTE).toBeGreaterThan(100)
  })
})

describe('cancelling', () => {
  it.each(['never-end', 'ordinary'])('%s replications ends their threads at once', async (how) => {
    const seed = `${how}:${join(temporaryFolder(), 'none')}`
    const { run, threads } = startEnsemble({ scenario, seed, runs: 100_000, workerFile })
    while (run.progress.runsDone < 1) await sleep(5)
    await sleep(50)
    const askedMs = performance.now()
    run.cancel()
    expect(await run.outcome).toEqual({ status: 'cancelled' })
    const { runsDone } = run.progress
    expect(run.result()?.runs).toBe(runsDone)
    await sleep(100)
    const before = process.cpuUsage()
    await sleep(300)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(150)
    expect(run.progress.runsDone).toBe(runsDone)
    await threads.close()
    expect(performance.now() - askedMs).toBeLessThan(1000)
  })
})

describe('a thread that breaks', () => {
  it.each(['throw', 'crash', 'exit', 'out-of-memory'])(
    'once by %s is replaced and its replications repeated: the result is the same',
    async (how) => {
      const file = join(temporaryFolder(), 'broke')
      const seed = `${how}-once:${file}`
      const errors: Error[] = []
      const onThreadError = (error: Error) => errors.push(error)
      const broken = await ensembleOf({ scenario, seed, runs: 9, heapMb: 128, workerFile, onThreadError })
      expect(existsSync(file)).toBe(true)
      expect(errors).toHaveLength(1)
      expect(bytesOf(broken)).toBe(bytesOf(await ensembleOf({ scenario, seed, runs: 9 })))
    },
  )

  it.each([
    ['throw', 'unexpected error'],
    ['exit', 'unexpected error'],
    ['out-of-memory', 'more memory'],
  ])('by %s again and again fails the ensemble; what came in before stays', async (how, words) => {
    const seed = `${how}:${join(temporaryFolder(), 'none')}`
    const errors: Error[] = []
    const onThreadError = (error: Error) => errors.push(error)
    const { run } = startEnsemble({ scenario, seed, runs: 40, threads: 1, heapMb: 128, workerFile, onThreadError })
    const outcome = await run.outcome
    expect(outcome).toMatchObject({ status: 'failed', code: 'EE_ENSEMBLE_FAILED' })
    expect(outcome).toMatchObject({ message: expect.stringContaining(words) })
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect(errors).toHaveLength(3)
    expect([run.progress.runsDone, run.result()?.runs]).toEqual([1, 1])
  })

  it('before it can do anything fails the ensemble instead of waiting forever', async () => {
    const { run } = startEnsemble({ scenario, runs: 4, workerFile: join(temporaryFolder(), 'none.mjs') })
    const outcome = await run.outcome
    expect(outcome).toMatchObject({ status: 'failed', code: 'EE_ENSEMBLE_FAILED' })
    expect(outcome).toMatchObject({ message: expect.stringContaining('could not start') })
  })

  it('by records that are none fails the ensemble, and says so', async () => {
    const errors: Error[] = []
    const onThreadError = (error: Error) => errors.push(error)
    const seed = `short-records:${join(temporaryFolder(), 'none')}`
    const { run } = startEnsemble({ scenario, seed, runs: 4, workerFile, onThreadError })
    expect(await run.outcome).toMatchObject({ status: 'failed', message: expect.stringContaining('cannot be summed') })
    expect(errors).toHaveLength(1)
  })
})
