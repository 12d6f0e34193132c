import { useState } from 'react'

/**
 * Whether the address still is that of the page which asks. As soon as a link is followed it is the next page's, while
 * the page before stays until the next one is loaded: what it writes into the address then would be lost on the reader.
 */
export function useIsStillHere(): () => boolean {
  const [isStillHere] = useState(() => {
    const { pathname } = window.location
    return () => window.location.pathname === pathname
  })
  return isStillHere
}
