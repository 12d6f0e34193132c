import { type ChartTexts, chartSvg } from './chartSvg.ts'
import { drawnElements } from './drawnElements.ts'
import { pageFontFace } from './pageFont.ts'

const PNG_SCALE = 2

/** Controls, tables, texts beside and what only screen readers see are no part of a picture. */
const NOT_DRAWN =
  'button, select, input, fieldset, section:has(> table), .unseen, .recharts-tooltip-wrapper, [data-beside-picture]'

/** What `read` finds while they are not there and the rest has closed up; the page is not painted in between. */
function withoutControls<Found>(picture: Element, read: () => Found): Found {
  const hidden = [...picture.querySelectorAll<HTMLElement>(NOT_DRAWN)].map((element) => {
    const { display } = element.style
    element.style.display = 'none'
    return { element, display }
  })
  try {
    return read()
  } finally {
    for (const { element, display } of hidden) element.style.display = display
  }
}

/** What `read` finds while the page has its light colours; the page is not painted in between. */
function inLight<Found>(read: () => Found): Found {
  const { dataset } = document.documentElement
  const before = dataset.theme
  dataset.theme = 'light'
  try {
    return read()
  } finally {
    if (before === undefined) delete dataset.theme
    else dataset.theme = before
  }
}

function measure() {
  const pen = document.createElement('canvas').getContext('2d')
  return {
    widthOf(line: string, font: string): number {
      if (!pen) return 0
      pen.font = font
      return pen.measureText(line).width
    },
    ascentOf(font: string): number {
      if (!pen) return 0.75
      pen.font = font
      const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText('x')
      return above / (above + below)
    },
  }
}

/** The picture of a figure as an SVG document of its own, in light colours. */
export async function svgFile(picture: Element, texts: ChartTexts): Promise<string> {
  const fontFace = await pageFontFace()
  const { widthOf, ascentOf } = measure()
  const draw = () => {
    const box = picture.getBoundingClientRect()
    const style = getComputedStyle(picture)
    const ink = (name: string) => style.getPropertyValue(name).trim()
    const inks = {
      ground: ink('--ground'),
      ink: ink('--ink'),
      inkSoft: ink('--ink-soft'),
      accent: ink('--accent'),
    }
    const content = drawnElements(picture, box, ascentOf)
    const drawn = { content, width: box.width, height: box.height }
    return chartSvg(texts, drawn, { inks, font: style.fontFamily, fontFace, widthOf })
  }
  const svg = inLight(() => withoutControls(picture, draw))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`
}

/** The same as pixels, two for each of the screen's. */
export async function pngFile(picture: Element, texts: ChartTexts): Promise<Blob> {
  const svg = new Blob([await svgFile(picture, texts)], { type: 'image/svg+xml' })
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * PNG_SCALE
    canvas.height = image.naturalHeight * PNG_SCALE
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
