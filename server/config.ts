import { availableParallelism, homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { InputError, type Issue, issue, received } from '../shared/lib/errors.ts'
import { ensembleLimits } from '../shared/schema/ensemble.ts'
import { scenarioLimits } from '../shared/schema/scenario.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What one server allows. */
export interface Limits {
  /** Bytes of a request body. `EE_SIM_MAX_BODY_BYTES` */
  bodyBytes: number
  /** Runs under way at a time; each has a worker thread and a pool. `EE_SIM_MAX_ACTIVE_RUNS` */
  activeRuns: number
  /** Websocket readers of one run. `EE_SIM_MAX_READERS_PER_RUN` */
  readersPerRun: number
  /** Requests to the HTTP interface from one address in a minute. `EE_SIM_MAX_REQUESTS_PER_MINUTE` */
  requestsPerMinute: number
  /** Days of a run. `EE_SIM_MAX_HORIZON_DAYS` */
  horizonDays: number
  /** Persons in a pool. `EE_SIM_MAX_POOL_SIZE` */
  poolSize: number
  /** MiB of JavaScript heap one run, or one thread of an ensemble, may use. `EE_SIM_MAX_RUN_HEAP_MB` */
  runHeapMb: number
  /** Replications of one ensemble. `EE_SIM_MAX_ENSEMBLE_RUNS` */
  ensembleRuns: number
  /** Ensembles under way at a time. `EE_SIM_MAX_ACTIVE_ENSEMBLES` */
  activeEnsembles: number
  /** Ended ensembles kept for people who come back. `EE_SIM_MAX_KEPT_ENSEMBLES` */
  keptEnsembles: number
  /** Threads of one ensemble; one core is left for live runs and readers. `EE_SIM_MAX_ENSEMBLE_THREADS` */
  ensembleThreads: number
  /** Ended runs, ensembles and comparisons in the store; those unread for longest go first. `EE_SIM_MAX_STORED_RESULTS` */
  storedResults: number
  /** MiB of them. `EE_SIM_MAX_STORED_MB` */
  storedMb: number
  /** Days one stays that nobody reads. `EE_SIM_MAX_STORED_DAYS` */
  storedDays: number
  /** Scenarios people may save; none ever goes by itself. `EE_SIM_MAX_SAVED_SCENARIOS` */
  savedScenarios: number
}

export interface Config {
  /** Address to listen on. `HOST` */
  host: string
  /** Port to listen on; 0 = any that is free. `PORT` */
  port: number
  /** Folder of imported draws, database and caches; made when first written to. `EE_SIM_DATA_DIR` */
  dataDir: string
  /** The browser of the end-to-end tests. `CHROMIUM_PATH` */
  chromiumPath: string | undefined
  /** `LOG_LEVEL` */
  logLevel: LogLevel
  limits: Limits
}

export type Environment = Readonly<Record<string, string | undefined>>

interface LimitVariable {
  name: string
  usual: number
  minimum: number
  maximum: number
}

/** Each limit's environment variable, its value when that is not set, and what it may be set to. */
export const limitVariables: Readonly<Record<keyof Limits, LimitVariable>> = {
  bodyBytes: { name: 'EE_SIM_MAX_BODY_BYTES', usual: 1_048_576, minimum: 1024, maximum: 104_857_600 },
  activeRuns: { name: 'EE_SIM_MAX_ACTIVE_RUNS', usual: 8, minimum: 1, maximum: 1000 },
  readersPerRun: { name: 'EE_SIM_MAX_READERS_PER_RUN', usual: 200, minimum: 1, maximum: 100_000 },
  requestsPerMinute: { name: 'EE_SIM_MAX_REQUESTS_PER_MINUTE', usual: 600, minimum: 1, maximum: 1_000_000 },
  horizonDays: {
    name: 'EE_SIM_MAX_HORIZON_DAYS',
    usual: scenarioLimits.horizonDays,
    minimum: 1,
    maximum: scenarioLimits.horizonDays,
  },
  poolSize: {
    name: 'EE_SIM_MAX_POOL_SIZE',
    usual: scenarioLimits.poolSize,
    minimum: 0,
    maximum: scenarioLimits.poolSize,
  },
  runHeapMb: { name: 'EE_SIM_MAX_RUN_HEAP_MB', usual: 1024, minimum: 64, maximum: 65_536 },
  ensembleRuns: { name: 'EE_SIM_MAX_ENSEMBLE_RUNS', usual: 10_000, minimum: 1, maximum: ensembleLimits.runs },
  activeEnsembles: { name: 'EE_SIM_MAX_ACTIVE_ENSEMBLES', usual: 2, minimum: 1, maximum: 100 },
  keptEnsembles: { name: 'EE_SIM_MAX_KEPT_ENSEMBLES', usual: 50, minimum: 0, maximum: 10_000 },
  ensembleThreads: {
    name: 'EE_SIM_MAX_ENSEMBLE_THREADS',
    usual: Math.max(1, availableParallelism() - 1),
    minimum: 1,
    maximum: 256,
  },
  storedResults: { name: 'EE_SIM_MAX_STORED_RESULTS', usual: 1000, minimum: 0, maximum: 1_000_000 },
  storedMb: { name: 'EE_SIM_MAX_STORED_MB', usual: 512, minimum: 0, maximum: 1_000_000 },
  storedDays: { name: 'EE_SIM_MAX_STORED_DAYS', usual: 180, minimum: 1, maximum: 36_500 },
  savedScenarios: { name: 'EE_SIM_MAX_SAVED_SCENARIOS', usual: 1000, minimum: 0, maximum: 1_000_000 },
}

/** Reads variables one by one and remembers what is wrong with them. A variable set to nothing counts as not set. */
class VariableReader {
  readonly issues: Issue[] = []

  constructor(private readonly env: Environment) {}

  text(name: string, usual: string, fits: (text: string) => boolean, expected: string): string {
    const value = this.env[name]
    if (value === undefined || value === '') return usual
    if (fits(value)) return value
    this.issues.push(issue('EE_CONFIG', `$.${name}`, `${name}: received ${received(value)}; expected ${expected}`))
    return usual
  }

  integer(name: string, usual: number, minimum: number, maximum: number): number {
    const fits = (text: string) => /^\d{1,15}$/.test(text) && Number(text) >= minimum && Number(text) <= maximum
    return Number(this.text(name, String(usual), fits, `a whole number from ${minimum} to ${maximum}`))
  }
}

/** Where programs of this kind keep data by custom of the system: XDG's folder, or Windows' local application data. */
function usersDataFolder(env: Environment): string {
  const home = env.HOME || env.USERPROFILE || homedir()
  const custom = env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : env.LOCALAPPDATA
  return join(custom || join(home, '.local', 'share'), 'ee-sim')
}

/**
 * The configuration that a set of environment variables means.
 *
 * @throws InputError EE_CONFIG with every variable that cannot be used
 * @example loadConfig({ PORT: '8080' }).host // '127.0.0.1'
 */
export function loadConfig(env: Environment): Config {
  const reader = new VariableReader(env)
  const isHost = (text: string) => /^[A-Za-z0-9.:_-]{1,253}$/.test(text)
  const isPath = (text: string) => !text.includes('\0')
  const limits = Object.fromEntries(
    Object.entries(limitVariables).map(([limit, { name, usual, minimum, maximum }]) => [
      limit,
      reader.integer(name, usual, minimum, maximum),
    ]),
  ) as Record<keyof Limits, number>
  const config: Config = {
    host: reader.text('HOST', '127.0.0.1', isHost, 'a host name or an IP address'),
    port: reader.integer('PORT', 3000, 0, 65_535),
    dataDir: resolve(reader.text('EE_SIM_DATA_DIR', usersDataFolder(env), isPath, 'a folder')),
    chromiumPath: reader.text('CHROMIUM_PATH', '', isPath, 'the path of a browser') || undefined,
    logLevel: reader.text(
      'LOG_LEVEL',
      'info',
      (text) => logLevels.some((level) => level === text),
      `one of ${logLevels.join(', ')}`,
    ) as LogLevel,
    limits,
  }
  if (reader.issues.length > 0) throw new InputError(reader.issues)
  return config
}
