/** A colour that every reader of SVG knows, and its opacity apart. */
export interface PlainColour {
  colour: string
  opacity: number
}

const FULL = 255
const numbersIn = (text: string): number[] => (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number)
const hex = (channel: number): string =>
  Math.round(Math.min(FULL, Math.max(0, channel)))
    .toString(16)
    .padStart(2, '0')

/**
 * A computed colour: `rgb(…)`, `rgba(…)` or what `color-mix` computes to, `color(srgb …)`. Null when nothing of it can be
 * seen, or it is not a colour.
 *
 * @example plainColour('color(srgb 1 0.5 0 / 0.28)') // { colour: '#ff8000', opacity: 0.28 }
 */
export function plainColour(computed: string): PlainColour | null {
  const isFraction = computed.startsWith('color(srgb')
  if (!isFraction && !/^rgba?\(/.test(computed)) return null
  const [red, green, blue, opacity = 1] = numbersIn(computed)
  if (opacity === 0) return null
  const scale = isFraction ? FULL : 1
  return { colour: `#${[red, green, blue].map((channel) => hex(channel * scale)).join('')}`, opacity }
}
