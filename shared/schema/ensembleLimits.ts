/** Most replications one ensemble may ask for; a server may allow less. Apart from the schemas, so that pages need not load those. */
export const ensembleLimits = { runs: 100_000 } as const

/** Whether an ensemble may have so many replications. */
export const isRunCount = (runs: number): boolean => Number.isInteger(runs) && runs >= 1 && runs <= ensembleLimits.runs
