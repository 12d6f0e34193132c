import { svgNode } from './svgNodes.ts'
import { textLines } from './textLines.ts'

/** What stands around a picture that leaves its page. */
export interface ChartTexts {
  heading: string
  title: string
  subtitle: string
  source: string
  citation: string
  language: string
}

/** A picture as SVG elements from 0, 0 on. */
export interface Drawn {
  content: readonly SVGElement[]
  width: number
  height: number
}

interface Ink {
  ground: string
  ink: string
  inkSoft: string
  accent: string
}

export interface ChartSvgOptions {
  inks: Ink
  /** Family names as in CSS; and the face itself as `@font-face`, so that it looks the same where it is not installed. */
  font: string
  fontFace: string
  /** Width of a line in px. */
  widthOf(line: string, font: string): number
}

const MARGIN_PX = 24
const GAP_PX = 12
const LEAST_WIDTH_PX = 320
const styles = {
  heading: { sizePx: 14, weight: 600, ink: 'accent' },
  title: { sizePx: 20, weight: 600, ink: 'ink' },
  subtitle: { sizePx: 14, weight: 400, ink: 'inkSoft' },
  note: { sizePx: 12, weight: 400, ink: 'inkSoft' },
} as const
const LINE_HEIGHT = 1.35

/** A picture with its finding, unit, source and citation: one SVG that needs nothing from elsewhere. */
export function chartSvg(texts: ChartTexts, drawn: Drawn, options: ChartSvgOptions): SVGElement {
  const { inks, font, fontFace, widthOf } = options
  const inner = Math.max(LEAST_WIDTH_PX, drawn.width)
  const width = inner + 2 * MARGIN_PX
  const nodes: SVGElement[] = []
  let y = MARGIN_PX

  const write = (text: string, look: keyof typeof styles): void => {
    const { sizePx, weight, ink } = styles[look]
    const lines = textLines(text, inner, (line) => widthOf(line, `${weight} ${sizePx}px ${font}`))
    for (const line of lines) {
      const place = { x: MARGIN_PX, y: y + sizePx }
      nodes.push(svgNode('text', { ...place, 'font-size': sizePx, 'font-weight': weight, fill: inks[ink] }, line))
      y += sizePx * LINE_HEIGHT
    }
  }

  write(texts.heading, 'heading')
  write(texts.title, 'title')
  write(texts.subtitle, 'subtitle')
  y += GAP_PX
  nodes.push(svgNode('g', { transform: `translate(${MARGIN_PX} ${Math.round(y)})` }, drawn.content))
  y += drawn.height + GAP_PX
  write(texts.source, 'note')
  write(texts.citation, 'note')
  const height = Math.ceil(y + MARGIN_PX)

  return svgNode(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': font, lang: texts.language },
    [
      svgNode('title', {}, texts.title),
      svgNode('desc', {}, [texts.subtitle, texts.source, texts.citation].join('\n')),
      svgNode('style', {}, `${fontFace}text{font-variant-numeric:tabular-nums}`),
      svgNode('rect', { width, height, fill: inks.ground }),
      ...nodes,
    ],
  )
}
