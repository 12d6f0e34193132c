/** Whether the reader let the answers be sent; until the page is loaded again, never written down. */
let hasAgreed = false

export const agreement = {
  read: (): boolean => hasAgreed,
  write(agrees: boolean): void {
    hasAgreed = agrees
  },
}
