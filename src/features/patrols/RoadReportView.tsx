import type { RoadReport } from '../../domain';
import { useFormat } from '../../i18n';
import { roadsWords } from '../../i18n/roadsWords';
import { useWords } from '../../i18n/useWords';
import { Disclosure, InlineMessage, SimpleTable } from '../../ui';

/** With less of the length in one piece a network is told to be scattered. */
const SOUND_SHARE = 0.9;
/** Whom data of OpenStreetMap must name. */
export const OSM_ATTRIBUTION = '© OpenStreetMap contributors (ODbL)';

/** What was made of a file of roads. */
export function RoadReportView({ report }: { readonly report: RoadReport }) {
  const words = useWords(roadsWords);
  const format = useFormat();
  const { components, joined } = report;
  const km = (value: number): string => format.decimal(value, 1);
  const dropped = Object.entries(report.dropped).filter(([, count]) => count > 0) as [
    keyof RoadReport['dropped'],
    number,
  ][];
  const notes = [
    words.pieces(format.count(components.count), format.percent(components.largestShare)),
    report.date ? words.dataDay(format.date(report.date.slice(0, 10))) : words.noDataDay,
    report.attribution ? words.source(OSM_ATTRIBUTION) : '',
    joined.merged + joined.inserted > 0 ? words.joined(format.count(joined.merged), format.count(joined.inserted)) : '',
    joined.crossings + joined.repeated > 0
      ? words.crossings(format.count(joined.crossings), format.count(joined.repeated))
      : '',
    report.cutWays > 0 ? words.cut(format.count(report.cutWays)) : '',
    report.barriers > 0 ? words.barriers(format.count(report.barriers)) : '',
  ].filter(Boolean);
  return (
    <div className="gr-Stack">
      <p>
        <strong>{words.ways(format.count(report.ways), km(report.lengthKm))}</strong>
        <br />
        {words.from(words.formatName[report.format])}
      </p>
      {components.largestShare < SOUND_SHARE && <InlineMessage tone="warn" title={words.scattered} />}
      {report.remark && <InlineMessage tone="warn" title={words.remark(report.remark)} />}
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Disclosure title={words.classes} level={3}>
        <SimpleTable
          caption={words.classes}
          isCaptionHidden
          rows={report.classes}
          rowKey={({ roadClass }) => roadClass}
          columns={[
            {
              id: 'class',
              title: words.class,
              isRowHeader: true,
              text: ({ roadClass }) => words.className[roadClass],
            },
            { id: 'ways', title: words.waysHead, align: 'end', text: ({ ways }) => format.count(ways) },
            { id: 'km', title: words.kmHead, align: 'end', text: ({ lengthKm }) => km(lengthKm) },
          ]}
        />
      </Disclosure>
      {dropped.length === 0 ? (
        <p className="gr-muted">{words.droppedNone}</p>
      ) : (
        <Disclosure title={words.dropped} level={3}>
          <SimpleTable
            caption={words.dropped}
            isCaptionHidden
            rows={dropped}
            rowKey={([reason]) => reason}
            columns={[
              { id: 'reason', title: words.reason, isRowHeader: true, text: ([reason]) => words.dropReason[reason] },
              { id: 'count', title: words.count, align: 'end', text: ([, count]) => format.count(count) },
            ]}
          />
        </Disclosure>
      )}
    </div>
  );
}
