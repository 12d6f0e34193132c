import { useState } from 'react'
import { type Json, sameJson } from '../state/json.ts'
import type { Typing } from './typed.ts'

/** The text of a field: as it was typed while that is what the value says, else as the value is written. */
export function useTyped(value: Json | undefined, { read, write }: Typing, onValue: (value: Json | undefined) => void) {
  const [typed, setTyped] = useState<string>()
  return {
    text: typed !== undefined && sameJson(read(typed), value) ? typed : write(value),
    type(text: string) {
      setTyped(text)
      onValue(read(text))
    },
  }
}
