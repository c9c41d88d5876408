import { nameLine } from '../../analysis/nameLine';
import type { EditionInfo } from '../../analysis/openEdition';
import { type Incident, MAX_ZONE_M } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import { Button, SimpleTable, Stamp } from '../../ui';
import type { LineHit, PositionFlags } from '../../workers/borderAnswers';
import { sideName } from './sideName';

export interface IncidentDetailsProps {
  readonly info: EditionInfo;
  readonly incident: Incident;
  /** Null while they are found. */
  readonly flags: PositionFlags | null;
  readonly unitName: (code: string) => string;
  readonly zoneLayerNames: readonly string[];
  readonly theme: MapTheme;
  readonly onChooseLine: (line: number) => void;
}

/** An incident's record, and every line in whose zone it lies: distance, side and chainage. */
export function IncidentDetails(props: IncidentDetailsProps) {
  const { info, incident, flags, unitName, zoneLayerNames, theme, onChooseLine } = props;
  const { incidents, boundaries, common } = useMessages();
  const format = useFormat();
  const terms = useTerms();
  const { occurred, source } = incident;
  const when =
    occurred.from === occurred.to
      ? format.dateTime(occurred.from)
      : incidents.occurredSpan(format.dateTime(occurred.from), format.dateTime(occurred.to));
  const sourceText = {
    file: incidents.sourceFile(source.name, source.row === null ? incidents.unknown : format.count(source.row)),
    manual: incidents.sourceManual,
    simulated: incidents.sourceSimulated(source.name),
  }[source.kind];
  const facts: readonly (readonly [string, string])[] = [
    [incidents.occurred, when],
    [incidents.kind, incidents.kindName[incident.kind]],
    [incidents.discovery, incidents.discoveryName[incident.discovery]],
    [incidents.persons, format.count(incident.personsInvolved)],
    [incidents.handlingUnit, incident.unitCode ? unitName(incident.unitCode) : incidents.unknown],
    [
      incidents.locatedUnit,
      incident.lng === null
        ? incidents.unknown
        : flags === null
          ? '…'
          : flags.unit < 0
            ? incidents.outsideUnits
            : info.units[flags.unit]!.name,
    ],
    [incidents.status, terms.name(incident.status)],
    ...(incident.reportedOn ? ([[incidents.reportedOn, format.date(incident.reportedOn)]] as const) : []),
    [
      incidents.position,
      incident.lng === null || incident.lat === null
        ? incidents.noPosition
        : `${format.decimal(incident.lat, 5)}, ${format.decimal(incident.lng, 5)}${
            incident.positionAccuracyM === null
              ? ''
              : ` (${incidents.positionAccuracy(format.distance(incident.positionAccuracyM))})`
          }`,
    ],
    [incidents.source, sourceText],
  ];
  const { validFrom, validTo } = info.edition;
  const otherEdition =
    validFrom !== null && occurred.to.slice(0, 10) < validFrom
      ? incidents.beforeEdition(format.date(validFrom))
      : validTo !== null && occurred.from.slice(0, 10) > validTo
        ? incidents.afterEdition(format.date(validTo))
        : null;
  const isApproximate = (hit: LineHit): boolean => info.lines[hit.line]!.exactness === 'approximate';
  /** Beyond a line's end another unit may lie nearest to it. */
  const isOutsideBoth = ({ line }: LineHit): boolean => {
    const { leftUnit, rightUnit } = info.lines[line]!;
    return flags !== null && flags.unit >= 0 && flags.unit !== leftUnit && flags.unit !== rightUnit;
  };
  return (
    <section className="gr-Section" aria-labelledby="incident-title">
      <div className="gr-Incident-head">
        <IncidentSymbol
          category={terms.look(incident.category)}
          kind={incident.kind}
          isFlagged={flags?.isFlagged ?? false}
          theme={theme}
          sizePx={28}
        />
        <h2 id="incident-title">{terms.name(incident.category)}</h2>
        {source.kind === 'simulated' && <Stamp>{common.simulated}</Stamp>}
      </div>
      {incident.summary && <p>{incident.summary}</p>}
      <dl className="gr-Facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {otherEdition && <p className="gr-muted gr-small">{otherEdition}</p>}
      {flags && flags.zones.length > 0 && (
        <>
          <SimpleTable
            caption={incidents.flags}
            columns={[
              {
                id: 'line',
                title: boundaries.neighbourLine,
                isRowHeader: true,
                text: (hit) => nameLine(info, hit.line),
                cell: (hit) => (
                  <Button variant="quiet" onPress={() => onChooseLine(hit.line)}>
                    {nameLine(info, hit.line)}
                  </Button>
                ),
              },
              {
                id: 'distance',
                title: incidents.distance,
                align: 'end',
                text: (hit) =>
                  `${isApproximate(hit) ? boundaries.approximateMark : ''}${format.distance(hit.distanceM)}`,
              },
              {
                id: 'side',
                title: incidents.side,
                text: (hit) =>
                  `${sideName(info, hit, incident.unitCode) ?? boundaries.onLine}${isOutsideBoth(hit) ? '\u00a0*' : ''}`,
              },
              {
                id: 'chainage',
                title: incidents.chainage,
                align: 'end',
                text: (hit) => format.distance(hit.chainageM),
              },
            ]}
            rows={flags.zones}
            rowKey={(hit) => String(hit.line)}
          />
          {flags.zones.some(isOutsideBoth) && <p className="gr-muted gr-small">* {incidents.sideNote}</p>}
          {flags.zones.some(isApproximate) && (
            <p className="gr-muted gr-small">
              {boundaries.approximateMark} {boundaries.exactnessLong.approximate}
            </p>
          )}
        </>
      )}
      {flags && incident.lng !== null && flags.zones.length === 0 && (
        <>
          <p>{incidents.flagsNone}</p>
          <p className="gr-muted">
            {incidents.nearestLine}:{' '}
            {flags.nearest
              ? `${nameLine(info, flags.nearest.line)}, ${isApproximate(flags.nearest) ? boundaries.approximateMark : ''}${format.distance(flags.nearest.distanceM)}`
              : incidents.nearestBeyond(format.distance(MAX_ZONE_M))}
          </p>
        </>
      )}
      {flags && flags.zoneLayers.length > 0 && (
        <p>
          {incidents.zoneLayers}: {flags.zoneLayers.map((number) => zoneLayerNames[number] ?? '').join(', ')}
        </p>
      )}
    </section>
  );
}
