import 'i18next'
import type { en } from './en.ts'
import type { en as ensemble } from './ensemble/en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    /** `ensemble` is loaded with its page. */
    resources: { translation: typeof en & { ensemble: typeof ensemble } }
    returnNull: false
  }
}
