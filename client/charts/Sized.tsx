import { type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

interface SizePx {
  width: number
  height: number
}

/** What fits between the margins of A4 and of Letter (print.css). */
const PAPER_WIDTH_PX = 660
const PAPER_MOST_HEIGHT_PX = 360

/** Gives a chart the size of the box it stands in, again whenever that changes; nothing while the box is not shown. */
export function Sized({ children }: { children: (size: SizePx) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<SizePx | null>(null)
  const isPrinted = usePrinted()
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect
      if (width > 0 && height > 0) setSize({ width: Math.floor(width), height: Math.floor(height) })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  const paper = size && { width: PAPER_WIDTH_PX, height: Math.min(size.height, PAPER_MOST_HEIGHT_PX) }
  const given = isPrinted ? paper : size
  return (
    <div ref={box} style={{ height: '100%', overflow: 'hidden' }}>
      {given && children(given)}
    </div>
  )
}

/** True while the page is being printed: boxes are not measured then, so that the size of the paper must be known. */
function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinted(true))
    const end = () => setPrinted(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinted
}
