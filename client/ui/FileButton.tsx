import { type ChangeEvent, useRef } from 'react'
import { Button } from './Button.tsx'

interface FileButtonProps {
  label: string
  /** @param text undefined when the file cannot be read */
  onFile(name: string, text: string | undefined): void
}

/** Asks for a JSON file. The browser's own field speaks the language of the browser, not of the page: it is not shown. */
export function FileButton({ label, onFile }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const { target } = event
    const file = target.files?.[0]
    if (!file) return
    const text = await file.text().catch(() => undefined)
    // The same file may be chosen again after it was changed.
    target.value = ''
    onFile(file.name, text)
  }
  return (
    <>
      <Button onClick={() => field.current?.click()}>{label}</Button>
      <input ref={field} type="file" hidden aria-label={label} accept="application/json,.json" onChange={read} />
    </>
  )
}
