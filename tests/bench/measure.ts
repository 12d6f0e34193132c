/** One measured figure beside its target; `ratio` targets hold on any machine, times on the one named in the output. */
export interface Figure {
  name: string
  value: number
  unit: string
  target: string
  met: boolean
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Median time of `repetitions` runs of `work` in milliseconds, after one run to warm up. */
export function medianMs(repetitions: number, work: () => void): number {
  work()
  const times: number[] = []
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** A figure without a target: told beside those that lean on it. */
export const measured = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  target: 'no target',
  met: true,
})

export const atLeast = (name: string, value: number, unit: string, target: number): Figure => ({
  name,
  value,
  unit,
  target: `at least ${target}`,
  met: value >= target,
})

export const atMost = (name: string, value: number, unit: string, target: number): Figure => ({
  name,
  value,
  unit,
  target: `under ${target}`,
  met: value < target,
})
