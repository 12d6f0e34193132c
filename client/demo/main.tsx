import { browserBackend } from '../engine/browser/browserBackend.ts'
import { showPage } from '../showPage.tsx'
import { folderOf, withoutTrailingSlash } from './address.ts'

/** The pages without a server: a folder of files for any static host, below any path. */
const basename = withoutTrailingSlash(folderOf(import.meta.url))
// These addresses are relative to the page's; they must not change with it.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]')) link.setAttribute('href', link.href)
const { pathname, search, hash } = window.location
// A host adds a slash to the address of a page, for it is a folder there; the pages know their addresses without.
if (withoutTrailingSlash(pathname) !== basename) {
  window.history.replaceState(null, '', `${withoutTrailingSlash(pathname)}${search}${hash}`)
}
showPage({ backend: browserBackend, basename })
