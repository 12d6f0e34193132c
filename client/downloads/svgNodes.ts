const SVG = 'http://www.w3.org/2000/svg'

type Attributes = Readonly<Record<string, string | number | undefined>>

const DECIMALS = 100
const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * DECIMALS) / DECIMALS) : value

/** An SVG element; attributes that are undefined are left out. */
export function svgNode(name: string, attributes: Attributes, content: readonly Node[] | string = []): SVGElement {
  const node = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(key, written(value))
  }
  if (typeof content === 'string') node.textContent = content
  else node.append(...content)
  return node
}
