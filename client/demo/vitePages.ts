import type { Plugin } from 'vite'

/** Pages below the first that have an address of their own. */
const pages = ['about', 'chance', 'ensemble', 'fit', 'forecast', 'lab', 'record', 'reform'] as const

/**
 * For the build without a server: index.html starts `demo/main.tsx`, and every page gets a folder with an index.html, so that
 * a static host finds it when its address is opened.
 */
export const demoPages = (): Plugin => ({
  name: 'demo-pages',
  enforce: 'post',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('./main.tsx', './demo/main.tsx'),
  },
  generateBundle(_options, bundle) {
    const index = bundle['index.html']
    if (index?.type !== 'asset') throw new Error('demo-pages expects an index.html in the bundle')
    const source = String(index.source).replaceAll('"./', '"../')
    for (const page of pages) this.emitFile({ type: 'asset', fileName: `${page}/index.html`, source })
  },
})
