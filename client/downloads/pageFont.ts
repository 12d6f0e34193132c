import fontAddress from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'

let face: Promise<string> | undefined

const BYTES_AT_ONCE = 8192

async function read(): Promise<string> {
  const response = await fetch(fontAddress)
  if (!response.ok) return ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  let binary = ''
  for (let from = 0; from < bytes.length; from += BYTES_AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(from, from + BYTES_AT_ONCE))
  }
  const source = `url(data:font/woff2;base64,${btoa(binary)}) format("woff2")`
  return `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:${source}}`
}

/** The letters of the pages as `@font-face` with the font in it; empty when it cannot be had, and others are used. */
export function pageFontFace(): Promise<string> {
  face ??= read().catch(() => '')
  return face
}
