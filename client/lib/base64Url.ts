/** A text in the letters an address may hold (RFC 4648, section 5), without padding. */
export function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * The way back.
 *
 * @throws DOMException for what is no base64, TypeError for what is no UTF-8: cut or changed on its way here
 */
export function fromBase64Url(letters: string): string {
  const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
