// Builds dist/ (server bundle, CLI, workers, client) when it is missing or older than its sources; otherwise does nothing.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = join(root, 'dist', 'built-from.txt')
const lock = join(root, 'node_modules', '.ee-sim-build')
const sources = ['shared', 'server', 'client', 'tests/bench', 'vite.config.ts', 'package.json', 'package-lock.json']

function* files(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* files(join(path, name))
}

/** A digest of every source file's name, size and time of change. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of files(join(root, source))) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

const isFresh = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()

/** Two commands started at once must not build into the same folder: the second waits for the first. */
async function withLock(work) {
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 180_000) rmSync(lock, { recursive: true })
      else await sleep(100)
    }
  }
  try {
    await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Returns once dist/ is built from the present sources. A package installed without sources has nothing to build. */
export async function ensureBuilt() {
  if (!existsSync(join(root, 'server', 'cli', 'main.ts')) || isFresh()) return
  await withLock(async () => {
    if (isFresh()) return
    console.error('Building (first start, or the sources changed) ...')
    const before = fingerprint()
    // What is built is what people get, also when a test runner with an environment of its own asks for it.
    const environment = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    const { build } = await import('vite')
    const configFile = join(root, 'vite.config.ts')
    await build({ configFile, root, logLevel: 'error', build: { ssr: true } })
    await build({ configFile, root: join(root, 'client'), logLevel: 'error' })
    if (environment === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = environment
    writeFileSync(stampFile, before)
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureBuilt()
