import '../../../../features/patrols/routeSheet.css';
import { useMemo } from 'react';
import type { RouteFacts } from '../../../../analysis/patrols/describeRoute';
import type { Degrees, PatrolRoute } from '../../../../domain';
import { QrPicture } from '../../../../features/patrols/QrPicture';
import { RouteMap } from '../../../../features/patrols/RouteMap';
import { makeQrCode } from '../../../../formats/patrols/qrCode';
import { useFormat, useMessages } from '../../../../i18n';
import { patrolFieldWords } from '../../../../i18n/patrolFieldWords';
import { patrolWords } from '../../../../i18n/patrolWords';
import { useWords } from '../../../../i18n/useWords';
import { Paper, Stamp } from '../../../../ui';
import { useServices } from '../../../services';
import { useView, useViewValue } from '../../../wiring/useView';
import { useBorderPaths } from './useBorderPaths';
import { useFieldTexts } from './useFieldTexts';
import { useListLink } from './useListLink';

export interface RouteSheetProps {
  readonly facts: RouteFacts<PatrolRoute>;
  readonly course: readonly Degrees[];
  /** No roads were known, so that the course is no way that can be gone. */
  readonly isStraight: boolean;
  /** The same function at each call. */
  readonly onDone: () => void;
}

/** What fits on A4 upright, in CSS pixels. */
const WIDTH_PX = 690;
const HEIGHT_PX = 400;
const NOTE_LINES = 6;

/** A team's sheet for one shift, for paper; opens the browser's print as soon as its code is there. */
export default function RouteSheet({ facts, course, isStraight, onDone }: RouteSheetProps) {
  const { today } = useServices();
  const words = useWords(patrolFieldWords);
  const patrols = useWords(patrolWords);
  const { boundaries } = useMessages();
  const format = useFormat();
  const texts = useFieldTexts();
  const info = useView('info');
  const hasSimulated = useViewValue(({ summary }) => (summary?.totalSimulated ?? 0) > 0);
  const link = useListLink(facts);
  const code = useMemo(() => (link === null ? null : makeQrCode(link)), [link]);
  const borders = useBorderPaths();
  const { route, team, post, stops } = facts;
  const posts = new Map(
    stops.flatMap(({ sides }) => sides.flatMap((side) => side.posts.map((each) => [each.id, { each, side }] as const))),
  );
  return (
    <Paper
      size="A4"
      orientation="portrait"
      className="gr-RouteSheet"
      isReady={link !== null && borders !== null}
      onDone={onDone}
    >
      <header>
        <div>
          <h1>{words.sheetTitle}</h1>
          <p className="gr-RouteSheet-who">{texts.title(facts)}</p>
          {hasSimulated && <Stamp>{words.simulated}</Stamp>}
          <p>
            {[
              words.teamSize(format.count(team.size), patrols.modes[team.mode].toLocaleLowerCase('vi')),
              words.leaves(texts.time(route.outMinute), post.name),
              words.comesBack(texts.time(route.backMinute)),
              patrols.stopCount(format.count(stops.length)),
              words.wayLength(format.distance(route.metres)),
            ].join(' · ')}
          </p>
        </div>
        {link !== null && (
          <div className="gr-RouteSheet-code">
            {code ? <QrPicture code={code} label={words.scanMe} /> : null}
            <p>
              <a href={link}>{code ? words.scanMe : words.tooLongForCode}</a>
            </p>
          </div>
        )}
      </header>
      <RouteMap
        course={course}
        post={{ name: post.name, at: [post.lng, post.lat] }}
        stops={stops.map(({ path }) => path)}
        borders={borders ?? []}
        units={info?.units.map(({ shortName, label }) => ({ name: shortName, at: label })) ?? []}
        widthPx={WIDTH_PX}
        heightPx={HEIGHT_PX}
      />
      <ul className="gr-RouteSheet-key">
        {(['course', 'stretch', 'border', 'stop', 'post'] as const).map((kind) => (
          <li key={kind}>
            <span className={`gr-RouteSheet-${kind}`} />
            {words.mapKey[kind]}
          </li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{patrols.task}</th>
            <th scope="col">{words.arrives}</th>
            <th scope="col">{words.dwells}</th>
            <th scope="col">{words.contacts}</th>
            <th scope="col">{words.visited}</th>
          </tr>
        </thead>
        <tbody>
          {stops.map((stop, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, for paper
            <tr key={i}>
              <td>{i + 1}</td>
              <th scope="row">
                {stop.piece && stop.name.startsWith(stop.piece.lineName) ? (
                  texts.piece(stop)
                ) : (
                  <>
                    {stop.name}
                    {stop.piece && <span className="gr-RouteSheet-small">{texts.piece(stop)}</span>}
                  </>
                )}
              </th>
              <td>{texts.time(stop.startMinute)}</td>
              <td>{words.minutes(format.count(stop.leaveMinute - stop.startMinute))}</td>
              <td className="gr-RouteSheet-small">
                {stop.sides.map(({ unitName, posts: own }) => (
                  <span key={unitName}>{`${unitName}: ${own.map(({ name }) => name).join(', ') || words.noPost}`}</span>
                ))}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {posts.size > 0 && (
        <section>
          <h2>{words.contactsTitle}</h2>
          <ul className="gr-RouteSheet-posts">
            {[...posts.values()].map(({ each, side }) => (
              <li
                key={each.id}
              >{`${each.name.includes(side.unitName) ? each.name : `${each.name} (${side.unitName})`}: ${each.contact || words.noContact}`}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="gr-RouteSheet-notes">
        <h2>{words.notes}</h2>
        {Array.from({ length: NOTE_LINES }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty lines to write on
          <div key={i} />
        ))}
        <p>{`${words.signed}: ……………………………………`}</p>
      </section>
      <footer>
        {[
          words.printed(format.date(today)),
          isStraight ? words.straightWay : '',
          info ? words.boundarySource(boundaries.editionName[info.edition.id] ?? info.edition.id) : '',
          info?.source.attribution ?? '',
        ]
          .filter(Boolean)
          .map((text) => text.replace(/\.$/, ''))
          .join(' · ')}
      </footer>
    </Paper>
  );
}
