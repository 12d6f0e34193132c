import { useEffect, useRef } from 'react'

export interface Shortcuts {
  playOrPause(): void
  step(): void
  stepToDraw(): void
  startAgain(): void
}

/** Keys belong to the element that has the focus when it would use them itself, and to nothing while a dialog is open. */
function isTakenByTarget(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (document.querySelector('dialog[open]')) return true
  if (target?.closest('input, select, textarea, [contenteditable="true"]')) return true
  return event.key === ' ' && target?.closest('button, a, summary') != null
}

function shortcutOf(event: KeyboardEvent): keyof Shortcuts | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.key === ' ') return 'playOrPause'
  if (event.key === 'ArrowRight') return event.shiftKey ? 'stepToDraw' : 'step'
  return event.key.toLowerCase() === 'r' ? 'startAgain' : undefined
}

/** Space, right arrow, Shift + right arrow and R, while `isOn` and no field has the focus. */
export function useShortcuts(shortcuts: Shortcuts, isOn: boolean): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event)
      if (!shortcut || event.repeat || isTakenByTarget(event)) return
      event.preventDefault()
      latest.current[shortcut]()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
}
