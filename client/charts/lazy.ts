import { lazy } from 'react'

/** The charts that need the charting library: loaded after the page itself is up. */
export const ChancePlot = lazy(() => import('./ChancePlot.tsx').then((module) => ({ default: module.ChancePlot })))
export const CutoffPlot = lazy(() => import('./CutoffPlot.tsx').then((module) => ({ default: module.CutoffPlot })))
export const FanPlot = lazy(() => import('./FanPlot.tsx').then((module) => ({ default: module.FanPlot })))
export const PoolPlot = lazy(() => import('./PoolPlot.tsx').then((module) => ({ default: module.PoolPlot })))
export const RecordPlot = lazy(() => import('./RecordPlot.tsx').then((module) => ({ default: module.RecordPlot })))
export const ReliabilityPlot = lazy(() =>
  import('./ReliabilityPlot.tsx').then((module) => ({ default: module.ReliabilityPlot })),
)
