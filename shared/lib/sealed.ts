import { refuse } from './errors.ts'

/** Typed arrays a sealed file may hold. */
export type Column = Int32Array | Uint32Array | Float64Array | Uint8Array
const columnTypes = { Int32Array, Uint32Array, Float64Array, Uint8Array } as const
type ColumnType = keyof typeof columnTypes

/** What is written before the columns, as JSON. */
interface Header {
  format: string
  /** Tells which scenario, seed, history and engine the content belongs to. */
  belongsTo: string
  meta: unknown
  columns: { type: ColumnType; length: number }[]
}

/** First bytes of every sealed file, then the version of this layout. */
const MAGIC = [0x45, 0x45, 0x53, 0x49, 0x4d, 0x00, 0x00, 0x01]
const CHECKSUM_AT = 8
/** All bytes from here on are in the checksum. */
const CHECKED_FROM = 12
const HEADER_LENGTH_AT = 12
const HEADER_AT = 16
const ALIGNMENT = 8

const aligned = (offset: number): number => Math.ceil(offset / ALIGNMENT) * ALIGNMENT

/** 32 bits of the bytes from `from` on: finds what was damaged on the way. */
function checksum(bytes: Uint8Array, from: number): number {
  let sum = 0x811c9dc5
  for (let index = from; index < bytes.length; index++) sum = Math.imul(sum ^ bytes[index], 0x01000193)
  return sum >>> 0
}

const typeOf = (column: Column): ColumnType => column.constructor.name as ColumnType

/** Content of a sealed file. */
export interface Sealed {
  meta: unknown
  columns: Column[]
}

/**
 * Writes columns and a description into one block of bytes that {@link unseal} checks when it reads them: an identifying
 * beginning, a version, a checksum, and what the content belongs to. Byte order is that of the machine, which is little
 * endian wherever Node and browsers run today.
 *
 * @param format what it is, with its own version: `simulation/1`
 */
export function seal(format: string, belongsTo: string, { meta, columns }: Sealed): Uint8Array {
  const header: Header = {
    format,
    belongsTo,
    meta,
    columns: columns.map((column) => ({ type: typeOf(column), length: column.length })),
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const first = aligned(HEADER_AT + text.length)
  const bytes = new Uint8Array(columns.reduce((end, { byteLength }) => aligned(end + byteLength), first))
  bytes.set(MAGIC)
  const numbers = new DataView(bytes.buffer)
  numbers.setUint32(HEADER_LENGTH_AT, text.length, true)
  bytes.set(text, HEADER_AT)
  let offset = first
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset)
    offset = aligned(offset + column.byteLength)
  }
  numbers.setUint32(CHECKSUM_AT, checksum(bytes, CHECKED_FROM), true)
  return bytes
}

/** Whether that begins like something {@link seal} wrote; it may be damaged all the same. */
export const isSealed = (bytes: Uint8Array): boolean =>
  bytes.length >= HEADER_AT && MAGIC.every((byte, index) => bytes[index] === byte)

const damaged = (what: string) =>
  refuse('EE_CHECKPOINT', '$', `the checkpoint cannot be used: ${what}; start again without it`)

function readHeader(bytes: Uint8Array): { header: Header; end: number } {
  if (!isSealed(bytes)) throw damaged('it is no checkpoint of this program, or one of another layout')
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (numbers.getUint32(CHECKSUM_AT, true) !== checksum(bytes, CHECKED_FROM))
    throw damaged('it is damaged or cut short')
  const end = HEADER_AT + numbers.getUint32(HEADER_LENGTH_AT, true)
  // The checksum is right, so this is what seal() wrote.
  return { header: JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_AT, end))) as Header, end }
}

/**
 * Reads what {@link seal} wrote.
 *
 * @throws InputError EE_CHECKPOINT when it is damaged, of another format, or belongs to something else
 */
export function unseal(format: string, belongsTo: string, bytes: Uint8Array): Sealed {
  const { header, end } = readHeader(bytes)
  if (header.format !== format) throw damaged(`it holds ${header.format}, expected ${format}`)
  if (header.belongsTo !== belongsTo) {
    throw damaged('it belongs to another scenario, seed, set of published draws or version of the engine')
  }
  // Not slice(): that of Node's Buffer is a view of the same memory.
  const copy = new Uint8Array(bytes).buffer
  let offset = aligned(end)
  const columns = header.columns.map(({ type, length }) => {
    const column = new columnTypes[type](copy, offset, length)
    offset = aligned(offset + column.byteLength)
    return column
  })
  return { meta: header.meta, columns }
}
