import { plainColour } from './plainColour.ts'

/** Properties that a chart's look is made of, with what they are when nobody sets them. */
const looks: Readonly<Record<string, string>> = {
  fill: '#000000',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  opacity: '1',
}
const textLooks: Readonly<Record<string, string>> = {
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'paint-order': 'normal',
  'dominant-baseline': 'auto',
}
const foreign = /^(class|style|tabindex|role|focusable|aria-.*|data-.*)$/

function setPaint(node: Element, name: 'fill' | 'stroke', computed: string): void {
  if (computed.startsWith('url(')) return
  const paint = plainColour(computed)
  node.setAttribute(name, paint?.colour ?? 'none')
  if (paint && paint.opacity < 1) {
    const own = Number(node.getAttribute(`${name}-opacity`) ?? 1)
    node.setAttribute(`${name}-opacity`, String(own * paint.opacity))
  }
}

/** Writes what the pages' style sheets say of an element into the element of the copy. */
function inline(original: Element, copy: Element): void {
  const style = getComputedStyle(original)
  const isText = original instanceof SVGTextContentElement
  for (const { name } of [...copy.attributes]) if (foreign.test(name)) copy.removeAttribute(name)
  for (const [name, usual] of Object.entries(isText ? { ...looks, ...textLooks } : looks)) {
    const value = style.getPropertyValue(name)
    copy.removeAttribute(name)
    if (value !== usual && value !== '') copy.setAttribute(name, value)
  }
  setPaint(copy, 'fill', style.fill)
  setPaint(copy, 'stroke', style.stroke)
}

const isHidden = (element: Element): boolean => {
  const { display, visibility } = getComputedStyle(element)
  return display === 'none' || visibility === 'hidden'
}

/** A copy of a drawing of the page that looks the same anywhere. */
export function inlinedSvg(original: SVGSVGElement): SVGSVGElement {
  const copy = original.cloneNode(true) as SVGSVGElement
  const copies = [...copy.querySelectorAll('*')]
  const gone: Element[] = []
  for (const [index, element] of [...original.querySelectorAll('*')].entries()) {
    if (isHidden(element)) gone.push(copies[index])
    else if (!element.closest('defs, title, desc')) inline(element, copies[index])
  }
  for (const element of gone) element.remove()
  for (const { name } of [...copy.attributes]) if (foreign.test(name)) copy.removeAttribute(name)
  return copy
}
