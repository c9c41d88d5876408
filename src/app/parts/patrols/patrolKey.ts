import type { FeatureCollection } from 'geojson';
import type { PlainDate, Team } from '../../../domain';
import type { Formatter } from '../../../i18n';
import type { pictureWords } from '../../../i18n/pictureWords';
import { gapSample, postSample, routeSample, taskSample } from '../../../map/overlaySamples';
import { ROUTE_TONES } from '../../../map/palette';
import type { MapContent, PatrolProperties } from '../../../map/types';
import type { OverlayKey } from '../../wiring/mapOverlay';

interface KeyFacts {
  readonly teams: readonly Pick<Team, 'name'>[];
  /** Whose routes are drawn; null: none are. */
  readonly day: PlainDate | null;
  readonly words: (typeof pictureWords)['vi'];
  readonly format: Pick<Formatter, 'date'>;
}

type Row = OverlayKey['rows'][number];

/** What is drawn of patrols, in words; null: nothing is. */
export function patrolKey(
  drawn: NonNullable<MapContent['patrols']>,
  { teams, day, words, format }: KeyFacts,
): OverlayKey | null {
  const all = (drawn as FeatureCollection<FeatureCollection['features'][number]['geometry'], PatrolProperties>)
    .features;
  const properties = all.map((feature) => feature.properties);
  const has = (...roles: readonly PatrolProperties['role'][]): boolean =>
    properties.some(({ role }) => roles.includes(role));
  const tones = new Set(properties.flatMap((one) => (one.role === 'route' || one.role === 'stop' ? [one.tone] : [])));
  const levels = new Set(
    properties.flatMap((one) => (one.role === 'gap' || one.role === 'gapPlace' ? [one.level] : [])),
  );
  const isNever = properties.some((one) => (one.role === 'gap' || one.role === 'gapPlace') && one.isNever);
  const rows: Row[] = [
    ...[...tones]
      .toSorted((a, b) => a - b)
      .map(
        (tone): Row => ({
          id: `route-${tone}`,
          sample: (theme) => routeSample(theme, tone),
          // More teams than tones: those of one tone share the row.
          text: words.marks.route(teams.flatMap(({ name }, i) => (i % ROUTE_TONES === tone ? [name] : [])).join(', ')),
        }),
      ),
    ...(has('stretch', 'place') ? [{ id: 'watched', sample: taskSample, text: words.marks.watched }] : []),
    ...([3, 2, 1] as const)
      .filter((level) => levels.has(level))
      .map(
        (level): Row => ({
          id: `gap-${level}`,
          sample: (theme) => gapSample(theme, level, false),
          text: words.marks.gap[level],
        }),
      ),
    ...(isNever
      ? [{ id: 'never', sample: (theme: 'light' | 'dark') => gapSample(theme, 2, true), text: words.marks.gapNever }]
      : []),
    ...(has('post') ? [{ id: 'post', sample: postSample, text: words.marks.post }] : []),
  ];
  if (rows.length === 0) return null;
  return { title: day && tones.size > 0 ? words.patrols(format.date(day)) : words.patrolsPlain, rows };
}
