import { availableParallelism } from 'node:os'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitVariables, loadConfig, logLevels } from '../../../server/config.ts'
import { InputError } from '../../../shared/lib/errors.ts'

describe('the configuration', () => {
  it('has the documented values when nothing is set', () => {
    expect(loadConfig({ HOME: '/home/ada' })).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/home/ada/.local/share/ee-sim',
      chromiumPath: undefined,
      logLevel: 'info',
      limits: {
        bodyBytes: 1_048_576,
        activeRuns: 8,
        readersPerRun: 200,
        runHeapMb: 1024,
        requestsPerMinute: 600,
        horizonDays: 1830,
        poolSize: 1_000_000,
        ensembleRuns: 10_000,
        activeEnsembles: 2,
        keptEnsembles: 50,
        ensembleThreads: Math.max(1, availableParallelism() - 1),
        storedResults: 1000,
        storedMb: 512,
        storedDays: 180,
        savedScenarios: 1000,
      },
    })
  })

  it('takes every variable', () => {
    const env = {
      HOST: '::1',
      PORT: '0',
      EE_SIM_DATA_DIR: '/srv/ee-sim',
      CHROMIUM_PATH: '/usr/bin/chromium',
      LOG_LEVEL: 'debug',
      EE_SIM_MAX_BODY_BYTES: '2048',
      EE_SIM_MAX_ACTIVE_RUNS: '3',
      EE_SIM_MAX_READERS_PER_RUN: '4',
      EE_SIM_MAX_RUN_HEAP_MB: '256',
      EE_SIM_MAX_REQUESTS_PER_MINUTE: '60',
      EE_SIM_MAX_HORIZON_DAYS: '400',
      EE_SIM_MAX_POOL_SIZE: '5000',
      EE_SIM_MAX_ENSEMBLE_RUNS: '200',
      EE_SIM_MAX_ACTIVE_ENSEMBLES: '1',
      EE_SIM_MAX_KEPT_ENSEMBLES: '0',
      EE_SIM_MAX_ENSEMBLE_THREADS: '3',
      EE_SIM_MAX_STORED_RESULTS: '40',
      EE_SIM_MAX_STORED_MB: '20',
      EE_SIM_MAX_STORED_DAYS: '7',
      EE_SIM_MAX_SAVED_SCENARIOS: '10',
    }
    expect(loadConfig(env)).toEqual({
      host: '::1',
      port: 0,
      dataDir: '/srv/ee-sim',
      chromiumPath: '/usr/bin/chromium',
      logLevel: 'debug',
      limits: {
        bodyBytes: 2048,
        activeRuns: 3,
        readersPerRun: 4,
        runHeapMb: 256,
        requestsPerMinute: 60,
        horizonDays: 400,
        poolSize: 5000,
        ensembleRuns: 200,
        activeEnsembles: 1,
        keptEnsembles: 0,
        ensembleThreads: 3,
        storedResults: 40,
        storedMb: 20,
        storedDays: 7,
        savedScenarios: 10,
      },
    })
  })

  it('follows XDG_DATA_HOME, and takes an empty variable as not set', () => {
    const env = { HOME: '/home/ada', XDG_DATA_HOME: '/data', PORT: '', EE_SIM_DATA_DIR: '' }
    expect(loadConfig(env)).toMatchObject({ port: 3000, dataDir: '/data/ee-sim' })
  })

  it('reports every mistake at once, each with what was received and expected', () => {
    const env = { PORT: '80a', HOST: 'no spaces', LOG_LEVEL: 'loud', EE_SIM_MAX_ACTIVE_RUNS: '0' }
    const error = (() => {
      try {
        loadConfig(env)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(InputError)
    expect((error as InputError).issues.map(({ code, path, message }) => `${code} ${path} ${message}`)).toEqual([
      'EE_CONFIG $.EE_SIM_MAX_ACTIVE_RUNS EE_SIM_MAX_ACTIVE_RUNS: received "0"; expected a whole number from 1 to 1000',
      'EE_CONFIG $.HOST HOST: received "no spaces"; expected a host name or an IP address',
      'EE_CONFIG $.PORT PORT: received "80a"; expected a whole number from 0 to 65535',
      `EE_CONFIG $.LOG_LEVEL LOG_LEVEL: received "loud"; expected one of ${logLevels.join(', ')}`,
    ])
  })

  it('either reads a number within its limits or refuses it', () => {
    const text = fc.oneof(fc.integer().map(String), fc.string(), fc.constantFrom('1e3', '0x10', ' 5', '-1', '3.5', '١'))
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(limitVariables)), text, ({ name, minimum, maximum }, value) => {
        const isWithin = /^[0-9]{1,15}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum
        if (isWithin || value === '') expect(() => loadConfig({ [name]: value })).not.toThrow()
        else expect(() => loadConfig({ [name]: value })).toThrow(name)
      }),
    )
  })
})
