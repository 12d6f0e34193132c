import { InvalidArgumentError } from 'commander'
import { received } from '../../shared/lib/errors.ts'
import { streams } from '../../shared/schema/common.ts'
import { type Knob, knobNames } from '../../shared/schema/instrument.ts'

/** `0.5,1,2` */
export const numbers = (text: string): number[] => {
  const found = text.split(',').map(Number)
  if (text !== '' && found.every((value) => Number.isFinite(value) && value >= 0)) return found
  throw new InvalidArgumentError(`Received ${received(text)}; expected numbers such as 0.5,1,2.`)
}

/** `inflow=0.8,1,1.2`, `sizes:french=0.5,1` */
export function knobValues(text: string): { knob: Knob; factors: number[] } {
  const [name, values = ''] = text.split('=')
  const [kind, stream] = name.split(':')
  const named = knobNames.find((knob) => knob === name)
  const sizesOf = kind === 'sizes' ? streams.find((one) => one === stream) : undefined
  const knob = named ?? (sizesOf && { sizesOf })
  if (knob) return { knob, factors: numbers(values) }
  const known = `${knobNames.join(', ')}, sizes:STREAM`
  throw new InvalidArgumentError(`Received ${received(text)}; expected NAME=NUMBERS, NAME one of ${known}.`)
}

/** `2026-02-04/cec` */
export function drawOf(text: string): { date: string; stream: string } {
  const [date, stream] = text.split('/')
  if (date && stream) return { date, stream }
  throw new InvalidArgumentError(`Received ${received(text)}; expected a date and a stream such as 2026-02-04/cec.`)
}
