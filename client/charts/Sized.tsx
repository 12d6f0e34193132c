import { type ReactNode, useEffect, useRef, useState } from 'react'

interface SizePx {
  width: number
  height: number
}

/** Gives a chart the size of the box it stands in, again whenever that changes; nothing while the box is not shown. */
export function Sized({ children }: { children: (size: SizePx) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<SizePx | null>(null)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect
      if (width > 0 && height > 0) setSize({ width: Math.floor(width), height: Math.floor(height) })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} style={{ height: '100%', overflow: 'hidden' }}>
      {size && children(size)}
    </div>
  )
}
