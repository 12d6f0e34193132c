/** A table of values that hold from a number on (`{"0": a, "7": b}`), unfolded for every whole number below `length`. */
export function byThreshold<Value>(table: { [from: string]: Value }, length: number): Value[] {
  const floors = Object.keys(table)
    .map(Number)
    .sort((a, b) => a - b)
  return Array.from({ length }, (_, value) => {
    const floor = floors.findLast((one) => one <= value) ?? floors[0]
    return table[String(floor)]
  })
}
