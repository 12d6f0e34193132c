import 'i18next'
import type { en as about } from './about/en.ts'
import type { en } from './en.ts'
import type { en as ensemble } from './ensemble/en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    /** `about` and `ensemble` are loaded with their pages. */
    resources: { translation: typeof en & { about: typeof about; ensemble: typeof ensemble } }
    returnNull: false
  }
}
