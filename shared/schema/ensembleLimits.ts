/** Most replications one ensemble may ask for; a server may allow less. Apart from the schemas, so that pages need not load those. */
export const ensembleLimits = { runs: 100_000 } as const
