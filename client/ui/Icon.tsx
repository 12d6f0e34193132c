const paths = {
  play: 'M6 4l11 6.5L6 17z',
  pause: 'M5 4h3.5v13H5zM12 4h3.5v13H12z',
  step: 'M5 4l8 6.5L5 17zM14 4h2.5v13H14z',
  stepToDraw: 'M3 4l6 6.5L3 17zM9 4l6 6.5L9 17zM15.5 4H18v13h-2.5z',
  reset: 'M10 3.5a7 7 0 1 0 6.6 4.7l-1.9.7A5 5 0 1 1 10 5.5V8l4.5-3.5L10 1z',
  menu: 'M3 5h14v1.8H3zM3 9.6h14v1.8H3zM3 14.2h14V16H3z',
  sun: 'M10 6a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM9.2 1h1.6v3H9.2zM9.2 16h1.6v3H9.2zM1 9.2h3v1.6H1zM16 9.2h3v1.6h-3zM3.1 4.2l1.1-1.1 2.1 2.1-1.1 1.1zM13.7 14.8l1.1-1.1 2.1 2.1-1.1 1.1zM3.1 15.8l2.1-2.1 1.1 1.1-2.1 2.1zM13.7 5.2l2.1-2.1 1.1 1.1-2.1 2.1z',
  moon: 'M8 2a8 8 0 1 0 10 10.2A6.6 6.6 0 0 1 8 2z',
  down: 'M4.5 7.5h11L10 13.5z',
} as const

/** A pictogram beside a text that says the same; hidden from screen readers. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg width="16" height="16" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
