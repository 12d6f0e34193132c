// Builds dist/ (server bundle, CLI, workers, client), with `demo` dist/demo, with `library` dist/library, when missing or older than its sources.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = join(root, 'dist', 'built-from.txt')
const demoStampFile = join(root, 'dist', 'demo-built-from.txt')
const lock = join(root, 'node_modules', '.ee-sim-build')
const sources = [
  'shared',
  'server',
  'client',
  'scenarios',
  'tests/bench',
  'vite.config.ts',
  'tsconfig.library.json',
  'package.json',
  'package-lock.json',
]

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

const isFresh = (stamp) => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

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

/** Runs one of the builds below unless its stamp says that it was made from the present sources. */
async function ensure(stamp, what, buildWith) {
  if (!existsSync(join(root, 'server', 'cli', 'main.ts')) || isFresh(stamp)) return
  await withLock(async () => {
    if (isFresh(stamp)) return
    console.error(`Building ${what}(first start, or the sources changed) ...`)
    const before = fingerprint()
    // What is built is what people get, also when a test runner with an environment of its own asks for it.
    const environment = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    const { build } = await import('vite')
    await buildWith((options) => build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error', ...options }))
    if (environment === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = environment
    writeFileSync(stamp, before)
  })
}

/** Returns once dist/ is built from the present sources. A package installed without sources has nothing to build. */
export const ensureBuilt = () =>
  ensure(stampFile, '', async (build) => {
    await build({ root, build: { ssr: true } })
    await build({ root: join(root, 'client') })
  })

/** Returns once dist/demo is built: the pages with the engine in the browser, for any static host. */
export const ensureDemoBuilt = () =>
  ensure(demoStampFile, 'the demo ', (build) => build({ root: join(root, 'client'), mode: 'demo' }))

const libraryStampFile = join(root, 'dist', 'library-built-from.txt')

/** Returns once dist/library is built: the engine as one module, and its types. */
export const ensureLibraryBuilt = () =>
  ensure(libraryStampFile, 'the library ', async (build) => {
    await build({ root, mode: 'library' })
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    execFileSync(process.execPath, [tsc, '--project', join(root, 'tsconfig.library.json')], { stdio: 'inherit' })
  })

const builds = { demo: ensureDemoBuilt, library: ensureLibraryBuilt }

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await (builds[process.argv[2]] ?? ensureBuilt)()
}
