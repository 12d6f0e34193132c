/**
 * What was asked for in this window, by name, so that an address that is loaded again finds it. Reading gives undefined when
 * there is none, when it cannot be understood or when storage is blocked; writing then does nothing.
 */
export const windowStore = {
  read(name: string): unknown {
    try {
      return JSON.parse(sessionStorage.getItem(name) ?? '') as unknown
    } catch {
      return undefined
    }
  },

  /** When there is no room what was kept before goes. */
  write(name: string, value: unknown): void {
    const text = JSON.stringify(value)
    try {
      sessionStorage.setItem(name, text)
    } catch {
      try {
        sessionStorage.clear()
        sessionStorage.setItem(name, text)
      } catch {
        // A blocked storage only means that it lasts as long as the page.
      }
    }
  },
}
