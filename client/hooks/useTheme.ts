import { useState } from 'react'
import { remembered } from '../lib/remembered.ts'

export type Theme = 'light' | 'dark'

const choice = remembered('theme')

const systemTheme = (): Theme => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

function currentTheme(): Theme {
  const stored = choice.read()
  return stored === 'light' || stored === 'dark' ? stored : systemTheme()
}

/** Light or dark: the system's until the reader chooses, then the reader's. `public/theme.js` applies it before paint. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState(currentTheme)
  const toggle = () => {
    const next: Theme = theme === 'dark' ? 'light' : 'dark'
    choice.write(next)
    document.documentElement.dataset.theme = next
    setTheme(next)
  }
  return [theme, toggle]
}
