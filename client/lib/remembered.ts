/**
 * Something kept in this browser, or only as long as this window is open. Reading gives null when there is none or storage is
 * blocked; writing then does nothing.
 */
export function remembered(
  name: string,
  where: 'browser' | 'window' = 'browser',
): { read(): string | null; write(value: string): void } {
  // Asking for the storage may throw, too.
  const storage = (): Storage => (where === 'browser' ? localStorage : sessionStorage)
  return {
    read() {
      try {
        return storage().getItem(name)
      } catch {
        return null
      }
    },
    write(value) {
      try {
        storage().setItem(name, value)
      } catch {
        // A blocked storage only means that it lasts as long as the page.
      }
    },
  }
}
