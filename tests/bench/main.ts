import { cpus } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../server/packageRoot.ts'
import { engineVersion } from '../../shared/lib/version.ts'
import { clientFigures } from './client.ts'
import { comparisonFigures } from './comparison.ts'
import { engineFigures } from './engine.ts'
import { ensembleFigures } from './ensemble.ts'
import type { Figure } from './measure.ts'
import { replicationFigures } from './replications.ts'
import { serverFigures } from './server.ts'

const machine = `${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.version}, engine ${engineVersion}`

function printTable(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length))
  console.log(machine)
  for (const { name, value, unit, target, met } of figures) {
    console.log(
      `${name.padEnd(width)}  ${value.toPrecision(3).padStart(8)} ${unit} (${target}) ${met ? 'met' : 'MISSED'}`,
    )
  }
}

const figures = [
  ...engineFigures(),
  ...replicationFigures(),
  ...(await ensembleFigures()),
  ...(await comparisonFigures()),
  ...(await serverFigures()),
  ...clientFigures(join(packageRoot, 'dist', 'client')),
]
printTable(figures)
console.log(JSON.stringify({ machine, figures }))
process.exit(0)
