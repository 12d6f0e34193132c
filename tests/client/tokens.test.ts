// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everyStream } from './fixtures.ts'

const css = readFileSync('client/ui/tokens.css', 'utf8')

/** The custom properties of one block. */
function tokensOf(block: string | undefined): Map<string, string> {
  return new Map([...(block ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2].trim()]))
}

const light = tokensOf(css.match(/:root \{([^}]*)\}/)?.[1])
const chosenDark = tokensOf(css.match(/:root\[data-theme=["']dark["']\] \{([^}]*)\}/)?.[1])
const systemDark = tokensOf(css.match(/:root:not\(\[data-theme=["']light["']\]\) \{([^}]*)\}/)?.[1])

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const texts = ['ink', 'ink-soft', 'accent', 'danger', ...everyStream.map((stream) => `stream-${stream}`)]
const grounded = texts.flatMap((text) => [
  [text, 'ground'],
  ...(text.startsWith('stream-') ? [] : [[text, 'ground-raised']]),
])
const pairs = [...grounded, ['on-accent', 'accent'], ['amber', 'amber-ground'], ['danger', 'danger-ground']]

describe.each([
  ['light', light],
  ['dark', new Map([...light, ...chosenDark])],
])('the %s theme', (_name, theme) => {
  it.each(pairs)('%s on %s has a contrast of at least 4.5 to 1', (text, ground) => {
    expect(contrast(theme.get(text) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edges of controls with a contrast of at least 3 to 1', () => {
    expect(contrast(theme.get('line') ?? '', theme.get('ground') ?? '')).toBeGreaterThanOrEqual(3)
  })
})

it('the dark theme is the same whether the system or the reader chose it', () => {
  expect([...systemDark]).toEqual([...chosenDark])
})
