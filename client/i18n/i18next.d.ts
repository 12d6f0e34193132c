import 'i18next'
import type { en as about } from './about/en.ts'
import type { en as chance } from './chance/en.ts'
import type { en as chancePanel } from './chancePanel/en.ts'
import type { en } from './en.ts'
import type { en as ensemble } from './ensemble/en.ts'
import type { en as fit } from './fit/en.ts'
import type { en as forecast } from './forecast/en.ts'
import type { en as lab } from './lab/en.ts'
import type { en as record } from './record/en.ts'
import type { en as reform } from './reform/en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    /** All but the first are loaded with their pages. */
    resources: {
      translation: typeof en & {
        about: typeof about
        chance: typeof chance
        chancePanel: typeof chancePanel
        ensemble: typeof ensemble
        fit: typeof fit
        forecast: typeof forecast
        lab: typeof lab
        record: typeof record
        reform: typeof reform
      }
    }
    returnNull: false
  }
}
