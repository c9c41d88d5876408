import type { LevelFacts } from '../../../analysis/hotspots/drawBands';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { MAP_PALETTES } from '../../../map/palette';
import type { MapTheme } from '../../../map/types';
import { SimpleTable } from '../../../ui';
import { useDensityFormat } from './SurfaceSettings';

export interface LevelTableProps {
  readonly levels: readonly LevelFacts[];
  readonly theme: MapTheme;
  readonly title: string;
}

/** The legend of a surface in real units, with the area and the incidents of each level; the strongest first. */
export function LevelTable({ levels, theme, title }: LevelTableProps) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const density = useDensityFormat();
  const { heat } = MAP_PALETTES[theme];
  return (
    <SimpleTable
      caption={`${title} (${words.perKm2Year})`}
      rowKey={({ id }) => id}
      rows={levels.toReversed()}
      columns={[
        {
          id: 'level',
          title: words.level,
          isRowHeader: true,
          text: (row) => words.atLeast(density(row.level)),
          cell: (row) => (
            <span className="gr-HeatKey">
              <span className="gr-HeatKey-swatch" style={{ backgroundColor: heat[row.tone - 1] }} />
              {words.atLeast(density(row.level))}
            </span>
          ),
        },
        { id: 'area', title: words.area, align: 'end', text: (row) => format.area(row.areaKm2) },
        { id: 'patches', title: words.patches, align: 'end', text: ({ patches }) => format.count(patches) },
        { id: 'count', title: words.incidents, align: 'end', text: (row) => format.count(row.count) },
      ]}
    />
  );
}
