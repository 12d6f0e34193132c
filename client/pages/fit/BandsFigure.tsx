import type { FitRecord } from '../../../shared/schema/fit.ts'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { PairedBars } from '../../charts/PairedBars.tsx'
import { datum } from '../../charts/tableData.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './BandsFigure.module.css'
import { bandsFinding, bandText, differenceOf } from './bandFit.ts'

/** The published pool beside the synthetic one, band by band. */
export function BandsFigure({ record, source }: { record: FitRecord; source: string }) {
  const words = useWords()
  const { t, format } = words
  const { bands } = record
  const title = bandsFinding(record, words)
  const columns = (['band', 'published', 'synthetic', 'difference'] as const).map((key) => ({
    key,
    label: t(`fit.bands.${key}`),
    numeric: key !== 'band',
  }))
  const rows = bands.map((band) => ({
    key: band.band,
    cells: [
      datum(band.band, bandText(band.band)),
      datum(band.published, format.integer(band.published)),
      datum(band.synthetic, format.integer(band.synthetic)),
      datum(differenceOf(band), format.signed(differenceOf(band))),
    ],
  }))
  return (
    <Figure
      heading={t('fit.bands.heading')}
      title={title}
      subtitle={t('fit.bands.subtitle')}
      source={source}
      hasPicture
    >
      <div className={styles.pair}>
        <div role="img" aria-label={t('fit.bands.chart', { title })}>
          <PairedBars
            names={[t('fit.bands.published'), t('fit.bands.synthetic')]}
            rows={bands.map(({ band, published, synthetic }) => ({
              key: band,
              label: bandText(band),
              values: [published, synthetic],
            }))}
          />
        </div>
        <DataTable caption={title} columns={columns} rows={rows} />
      </div>
    </Figure>
  )
}
