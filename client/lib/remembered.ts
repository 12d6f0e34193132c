/** A choice kept in this browser. Reading gives null when there is none or storage is blocked; writing then does nothing. */
export function remembered(name: string): { read(): string | null; write(value: string): void } {
  return {
    read() {
      try {
        return localStorage.getItem(name)
      } catch {
        return null
      }
    },
    write(value) {
      try {
        localStorage.setItem(name, value)
      } catch {
        // A blocked storage only means that the choice lasts as long as the page.
      }
    },
  }
}
