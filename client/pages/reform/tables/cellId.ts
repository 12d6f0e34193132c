/** Id of the field of a cell in the page. */
export const cellId = (path: string): string => `cell-${path}`

/** Shows the field of a cell, or the first of a table, and puts the focus there. */
export function goToCell(path: string): void {
  const field =
    document.getElementById(cellId(path)) ??
    document.querySelector<HTMLElement>(`[id^="${CSS.escape(`${cellId(path)}.`)}"]`)
  field?.closest('details')?.setAttribute('open', '')
  field?.focus()
}
