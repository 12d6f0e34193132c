/**
 * Path of the folder that a static build stands in, from the address of one of its scripts, which lie one folder deeper.
 *
 * @example folderOf('https://example.org/ee/assets/index-1a2b.js')   // '/ee/'
 */
export const folderOf = (scriptUrl: string): string => new URL('../', scriptUrl).pathname

/** `/ee/` is `/ee`; the root stays `/`. */
export const withoutTrailingSlash = (path: string): string => (path === '/' ? path : path.replace(/\/$/, ''))
