/**
 * Moves labels apart so that each has `gap` to the next and all stay between `top` and `bottom`, changing their order
 * never and their places as little as that allows. Input and output are y positions in pixels, in the same order.
 *
 * @example
 * spreadLabels([100, 102, 200], 14, 0, 300)   // [94, 108, 200]
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b])
  interface Cluster {
    members: number[]
    centre: number
  }
  const clusters: Cluster[] = []
  const startOf = ({ members, centre }: Cluster) => centre - ((members.length - 1) * gap) / 2
  const centreOf = (members: number[]) => {
    const mean = members.reduce((sum, index) => sum + wanted[index], 0) / members.length
    const half = ((members.length - 1) * gap) / 2
    return Math.max(top + half, Math.min(bottom - half, mean))
  }
  for (const index of order) {
    let cluster: Cluster = { members: [index], centre: centreOf([index]) }
    for (let above = clusters.at(-1); above; above = clusters.at(-1)) {
      const endOfAbove = startOf(above) + above.members.length * gap
      if (startOf(cluster) >= endOfAbove) break
      clusters.pop()
      const members = [...above.members, ...cluster.members]
      cluster = { members, centre: centreOf(members) }
    }
    clusters.push(cluster)
  }
  const placed: number[] = []
  for (const cluster of clusters)
    cluster.members.forEach((index, place) => {
      placed[index] = startOf(cluster) + place * gap
    })
  return placed
}
