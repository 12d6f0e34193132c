/** One measured figure beside its target; `ratio` targets hold on any machine, times on the one named in the output. */
export interface Figure {
  name: string
  value: number
  unit: string
  target: string
  met: boolean
}

/** Median time of `repetitions` runs of `work` in milliseconds, after one run to warm up. */
export function medianMs(repetitions: number, work: () => void): number {
  work()
  const times: number[] = []
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(repetitions / 2)]
}

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
