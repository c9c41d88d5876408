import { DRAWS } from '../../../analysis/hotspots/spreadPositions';
import { dayOfMinutes, KINDS } from '../../../analysis/incidentColumns';
import type { EditionInfo } from '../../../analysis/openEdition';
import type { Category } from '../../../domain';
import { ProfileChart, type ProfileChartProps } from '../../../features/hotspots';
import { useFormat, useMessages } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { IncidentSymbol } from '../../../map/IncidentSymbol';
import { useSession } from '../../../store';
import { Paper, Stamp } from '../../../ui';
import { useFilterParts } from '../../wiring/useFilterParts';

export interface ProfileSheetProps {
  readonly chart: Omit<ProfileChartProps, 'widthPx' | 'heightPx' | 'theme'>;
  /** Whose lines and units those are. */
  readonly info: EditionInfo;
  /** What the row under the axis means; null: there is none. */
  readonly watchKey: string | null;
  /** The same function at each call. */
  readonly onDone: () => void;
}

/** What fits on A4 across, in CSS pixels. */
const WIDTH_PX = 1_020;
const HEIGHT_PX = 470;

/** The profile alone on a sheet of paper, with all that it needs to be understood there; opens the browser's print. */
export default function ProfileSheet({ chart, info, watchKey, onDone }: ProfileSheetProps) {
  const words = useWords(hotspotWords);
  const { boundaries, incidents } = useMessages();
  const format = useFormat();
  // The profile shows what lies beyond a stretch that is filtered by, too.
  const filterParts = useFilterParts().filter(({ key }) => key !== 'stretch' && key !== 'occurred');
  const { withDiscovered, overUncertainty } = useSession((session) => session.hotspots);
  const { profile, hot } = chart;
  const { basis, marks, parts, lengthM } = profile;
  const kinds = new Map<string, { readonly look: Category; readonly name: string; count: number }>();
  for (const code of marks.category) {
    const { look, name } = chart.categoryOf(code);
    const kind = kinds.get(name) ?? { look, name, count: 0 };
    kind.count += 1;
    kinds.set(name, kind);
  }
  const nameOf = (unit: number): string => (unit < 0 ? words.outside : chart.unitName(unit));
  const km = (atM: number): string => format.decimal(atM / 1000, 2);
  return (
    <Paper size="A4" orientation="landscape" className="gr-PrintSheet" onDone={onDone}>
      <header>
        <h1>{words.profileTitle}</h1>
        <p>
          {[
            words.profileCaption(format.count(marks.slot.length), format.distance(lengthM)).replace(/\.$/, ''),
            words.periodTitle(format.date(dayOfMinutes(basis.fromMin)), format.date(dayOfMinutes(basis.toMin - 1))),
            ...filterParts.map(({ text }) => text),
          ].join(' · ')}{' '}
          {basis.simulated > 0 && <Stamp>{words.simulated}</Stamp>}
        </p>
      </header>
      <ProfileChart
        {...chart}
        brushed={[]}
        pointedM={null}
        litSlot={null}
        theme="light"
        widthPx={WIDTH_PX}
        heightPx={HEIGHT_PX}
      />
      <div className="gr-PrintSheet-notes">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.chainageColumn}</th>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.above}</th>
              <th scope="col">{words.below}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, k) => {
              const countAt = (side: number): number =>
                marks.part.reduce((sum, at, i) => sum + (at === k && marks.side[i] === side ? 1 : 0), 0);
              return (
                <tr key={part.line}>
                  <td>{`${km(part.fromM)}–${km(part.toM)}`}</td>
                  <th scope="row">{chart.lineName(part.line)}</th>
                  <td>{`${nameOf(part.leftUnit)}: ${format.count(countAt(1))}`}</td>
                  <td>{`${nameOf(part.rightUnit)}: ${format.count(countAt(-1))}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <ul>
          {[...kinds.values()].map(({ look, name, count }) => (
            <li key={name}>
              <IncidentSymbol category={look} kind="administrative" isFlagged theme="light" sizePx={16} />
              {`${name}: ${format.count(count)}`}
            </li>
          ))}
          {KINDS.map((kind) => (
            <li key={kind}>
              <IncidentSymbol category="other" kind={kind} isFlagged theme="light" sizePx={16} />
              {incidents.kindName[kind]}
            </li>
          ))}
          <li>{words.profileKey}</li>
          {watchKey !== null && <li>{watchKey}</li>}
          {hot.length > 0 && (
            <li>
              <span className="gr-PrintSheet-hot" />
              {words.hotKey}
            </li>
          )}
        </ul>
      </div>
      <footer>
        {[
          words.source(boundaries.editionName[info.edition.id] ?? info.edition.id),
          info.source.attribution,
          words.smoothedOver(format.metres(profile.bandwidthM)),
          ...(overUncertainty ? [words.uncertaintyHints.profile(format.count(DRAWS))] : []),
          ...(basis.discovered > 0 ? [words.discoveredOut(format.count(basis.discovered))] : []),
          ...(withDiscovered ? [words.discoveredIn] : []),
          ...(basis.unplaced > 0 ? [words.unplaced(format.count(basis.unplaced))] : []),
        ].join(' ')}
      </footer>
    </Paper>
  );
}
