import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { dayOfMinutes } from '../../../analysis/incidentColumns';
import type { Category } from '../../../domain';
import { ProfileChart, type ProfileChartProps } from '../../../features/hotspots';
import { useFormat, useMessages } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { IncidentSymbol } from '../../../map/IncidentSymbol';
import { useSession } from '../../../store';
import { Stamp } from '../../../ui';
import { useFilterParts } from '../../wiring/useFilterParts';
import { useView } from '../../wiring/useView';

export interface ProfileSheetProps {
  readonly chart: Omit<ProfileChartProps, 'widthPx' | 'heightPx' | 'theme'>;
  readonly onDone: () => void;
}

/** What fits on A4 across, in CSS pixels. */
const WIDTH_PX = 1_020;
const HEIGHT_PX = 470;

/** The profile alone on a sheet of paper, with all that it needs to be understood there; opens the browser's print. */
export default function ProfileSheet({ chart, onDone }: ProfileSheetProps) {
  const words = useWords(hotspotWords);
  const { boundaries } = useMessages();
  const format = useFormat();
  const info = useView('info');
  const filterParts = useFilterParts();
  const withDiscovered = useSession((session) => session.hotspots.withDiscovered);
  useEffect(() => {
    window.addEventListener('afterprint', onDone);
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  const { profile, hot } = chart;
  const { basis, marks, parts, lengthM } = profile;
  if (!info) return null;
  const kinds = new Map<string, { readonly look: Category; readonly name: string; count: number }>();
  for (const code of marks.category) {
    const { look, name } = chart.categoryOf(code);
    const kind = kinds.get(name) ?? { look, name, count: 0 };
    kind.count += 1;
    kinds.set(name, kind);
  }
  const nameOf = (unit: number): string => (unit < 0 ? words.outside : chart.unitName(unit));
  const km = (atM: number): string => format.decimal(atM / 1000, 2);
  return createPortal(
    <section className="gr-PrintSheet">
      <header>
        <h1>{words.profileTitle}</h1>
        <p>
          {[
            words.profileCaption(format.count(marks.slot.length), format.distance(lengthM)),
            words.periodTitle(format.date(dayOfMinutes(basis.fromMin)), format.date(dayOfMinutes(basis.toMin - 1))),
            ...filterParts.map(({ text }) => text),
          ].join(' · ')}{' '}
          {basis.simulated > 0 && <Stamp>{words.simulated}</Stamp>}
        </p>
      </header>
      <ProfileChart
        {...chart}
        brushed={null}
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
            {parts.map((part) => {
              const inPart = sidesOf(profile, part);
              return (
                <tr key={part.line}>
                  <td>{`${km(part.fromM)}–${km(part.toM)}`}</td>
                  <th scope="row">{chart.lineName(part.line)}</th>
                  <td>{`${nameOf(part.leftUnit)}: ${format.count(inPart.left)}`}</td>
                  <td>{`${nameOf(part.rightUnit)}: ${format.count(inPart.right)}`}</td>
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
          <li>{words.profileKey}</li>
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
          ...(basis.discovered > 0 ? [words.discoveredOut(format.count(basis.discovered))] : []),
          ...(withDiscovered ? [words.discoveredIn] : []),
          ...(basis.unplaced > 0 ? [words.unplaced(format.count(basis.unplaced))] : []),
        ].join(' ')}
      </footer>
    </section>,
    document.body,
  );
}

/** How many incidents of a part lie on each side of it. */
function sidesOf(
  { marks, parts }: ProfileChartProps['profile'],
  part: ProfileChartProps['profile']['parts'][number],
): { readonly left: number; readonly right: number } {
  let [left, right] = [0, 0];
  marks.chainageM.forEach((atM, k) => {
    if (parts.findLast(({ fromM }) => fromM <= atM) !== part) return;
    if (marks.offsetM[k]! > 0) left += 1;
    else if (marks.offsetM[k]! < 0) right += 1;
  });
  return { left, right };
}
