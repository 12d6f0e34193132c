import { inlinedSvg } from './inlinedSvg.ts'
import { plainColour } from './plainColour.ts'
import { svgNode } from './svgNodes.ts'

/** Height of the letters above the line they stand on, as a share of a line's box. */
export type AscentOf = (font: string) => number

interface Origin {
  left: number
  top: number
}

/** What a style sheet gives an element as ground and borders. */
function boxOf(element: Element, style: CSSStyleDeclaration, { left, top }: Origin): SVGElement[] {
  const box = element.getBoundingClientRect()
  const [x, y, width, height] = [box.left - left, box.top - top, box.width, box.height]
  const drawn: SVGElement[] = []
  const ground = plainColour(style.backgroundColor)
  if (ground && width > 0 && height > 0) {
    drawn.push(svgNode('rect', { x, y, width, height, fill: ground.colour, 'fill-opacity': ground.opacity }))
  }
  const sides = [
    ['Top', x, y, x + width, y, 0, 1],
    ['Right', x + width, y, x + width, y + height, -1, 0],
    ['Bottom', x, y + height, x + width, y + height, 0, -1],
    ['Left', x, y, x, y + height, 1, 0],
  ] as const
  for (const [side, x1, y1, x2, y2, inX, inY] of sides) {
    const thickness = Number.parseFloat(style[`border${side}Width`])
    const line = style[`border${side}Style`]
    const paint = plainColour(style[`border${side}Color`])
    if (!(thickness > 0) || line === 'none' || !paint) continue
    const dashes = line === 'dashed' ? `${3 * Math.max(1, thickness)} ${2 * Math.max(1, thickness)}` : undefined
    const look = { stroke: paint.colour, 'stroke-width': thickness, 'stroke-dasharray': dashes }
    // A border lies inside its box, a stroke on both sides of its line.
    const [dx, dy] = [(inX * thickness) / 2, (inY * thickness) / 2]
    const ends = { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy }
    drawn.push(svgNode('line', { ...ends, ...look, 'stroke-opacity': paint.opacity }))
  }
  return drawn
}

/** The lines into which the page broke a text, each with its place. */
function linesOf(text: Text): { line: string; box: DOMRect }[] {
  const range = document.createRange()
  const lines: { line: string; box: DOMRect }[] = []
  for (let index = 0; index < text.data.length; index++) {
    range.setStart(text, index)
    range.setEnd(text, index + 1)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    const last = lines.at(-1)
    if (last && Math.abs(last.box.top - box.top) < 2) last.line += text.data[index]
    else lines.push({ line: text.data[index], box })
  }
  return lines
}

function textOf(text: Text, style: CSSStyleDeclaration, { left, top }: Origin, ascentOf: AscentOf): SVGElement[] {
  const paint = plainColour(style.color)
  if (!paint || text.data.trim() === '') return []
  const ascent = ascentOf(`${style.fontWeight} ${style.fontSize} ${style.fontFamily}`)
  return linesOf(text).map(({ line, box }) =>
    svgNode(
      'text',
      {
        x: box.left - left,
        y: box.top - top + box.height * ascent,
        fill: paint.colour,
        'font-size': style.fontSize,
        'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
      },
      line.trimEnd(),
    ),
  )
}

function drawingOf(svg: SVGSVGElement, { left, top }: Origin): SVGElement {
  const box = svg.getBoundingClientRect()
  const copy = inlinedSvg(svg)
  const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height }
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value))
  return copy
}

/** An element of the page and all in it as SVG, in the order in which it is painted. */
export function drawnElements(element: Element, origin: Origin, ascentOf: AscentOf): SVGElement[] {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden') return []
  if (element instanceof SVGSVGElement) return [drawingOf(element, origin)]
  const drawn = boxOf(element, style, origin)
  for (const child of element.childNodes) {
    if (child instanceof Element) drawn.push(...drawnElements(child, origin, ascentOf))
    else if (child instanceof Text) drawn.push(...textOf(child, style, origin, ascentOf))
  }
  return style.opacity === '1' || drawn.length === 0 ? drawn : [svgNode('g', { opacity: style.opacity }, drawn)]
}
