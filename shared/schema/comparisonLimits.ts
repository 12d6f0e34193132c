/** Most alternatives beside a baseline, and replications of each. Every replication's figures are kept until the end. */
export const comparisonLimits = { alternatives: 4, runs: 2000 } as const
