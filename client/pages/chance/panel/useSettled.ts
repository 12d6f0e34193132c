import { useEffect, useState } from 'react'

const SETTLES_AFTER_MS = 700

/** A text as it was when it last stayed the same for a moment, so that not every key that is typed asks the server. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
