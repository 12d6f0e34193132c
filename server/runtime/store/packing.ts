import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** Quick, and as small as the slow ones within a few per cent. */
const QUALITY = 5

/** JSON, compressed: a result is some hundred kilobytes of digits and repeated names. */
export const pack = (value: unknown): Buffer =>
  brotliCompressSync(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })

export const unpack = (bytes: Uint8Array): unknown => JSON.parse(brotliDecompressSync(bytes).toString())
