import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { demoPages } from './client/demo/vitePages.ts'

/** The engine as a library, `--mode library`: one module without dependencies, for Node and the browser. */
const libraryBuild = {
  outDir: 'dist/library',
  emptyOutDir: true,
  target: 'es2022',
  minify: false,
  lib: { entry: 'shared/index.ts', formats: ['es' as const], fileName: 'index' },
}

/**
 * One configuration for the client (`vite build`), the same without a server (`--mode demo`), the library (`--mode library`), the
 * server bundle (`--ssr`) and the tests.
 */
export default defineConfig(({ isSsrBuild, mode }) => ({
  root: isSsrBuild || mode === 'library' ? '.' : 'client',
  // A static host may serve the demo below any path.
  base: mode === 'demo' ? './' : '/',
  plugins: isSsrBuild || mode === 'library' ? [] : [react(), ...(mode === 'demo' ? [demoPages()] : [])],
  worker: { format: 'es' },
  build:
    mode === 'library'
      ? libraryBuild
      : isSsrBuild
        ? {
            outDir: 'dist/server',
            emptyOutDir: true,
            target: 'node20',
            rolldownOptions: {
              input: {
                cli: 'server/cli/main.ts',
                'run.worker': 'server/runtime/run.worker.ts',
                'ensemble.worker': 'server/runtime/ensemble.worker.ts',
                bench: 'tests/bench/main.ts',
                record: 'server/record/main.ts',
              },
              output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
            },
          }
        : {
            outDir: mode === 'demo' ? '../dist/demo' : '../dist/client',
            emptyOutDir: true,
            target: 'es2022',
            chunkSizeWarningLimit: mode === 'demo' ? 900 : 700,
          },
  server: { proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, ws: true } } },
  test: {
    root: '.',
    globalSetup: ['tests/helpers/buildOnce.ts'],
    // Nothing here takes half as long, but the machine may be busy.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // What needs no server first, on every core: vitest alone would leave one of two free.
    projects: [
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['tests/{unit,property,corpus,golden,rules}/**/*.test.ts'],
          environment: 'node',
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'client',
          include: ['tests/client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}))
