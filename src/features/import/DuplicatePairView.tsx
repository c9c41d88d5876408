import { DUPLICATE_DECISIONS, type DuplicateDecision, draftIncidents, type IncidentDraft } from '../../analysis/import';
import { MERGE_FIELDS, type MergeField, proposeMerge } from '../../analysis/mergeRecords';
import type { Incident } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import { RadioGroup } from '../../ui';
import type { RowDuplicate } from '../../workers/fileTasks';

interface Props {
  readonly duplicate: RowDuplicate;
  /** The record of the register that it looks like; null: it is a row, or gone. */
  readonly registered: Incident | null;
  readonly unitName: (code: string) => string;
  readonly onDecide: (decision: DuplicateDecision) => void;
}

const asIncident = (draft: IncidentDraft): Incident | null =>
  draftIncidents([draft], { ids: [`row ${draft.row}`], fileName: '' })[0] ?? null;

/** What a record says, field by field, in words. */
function useFacts(unitName: (code: string) => string): Readonly<Record<MergeField, (incident: Incident) => string>> {
  const { incidents } = useMessages();
  const terms = useTerms();
  const format = useFormat();
  return {
    occurred: ({ occurred }) => format.when(occurred),
    position: ({ lng, lat, positionAccuracyM }) =>
      lng === null || lat === null
        ? '–'
        : `${format.decimal(lat, 5)}; ${format.decimal(lng, 5)}${
            positionAccuracyM === null ? '' : ` ±${format.metres(positionAccuracyM)}`
          }`,
    category: ({ category }) => terms.name(category),
    kind: ({ kind }) => incidents.kindShort[kind],
    discovery: ({ discovery }) => incidents.discoveryName[discovery],
    personsInvolved: ({ personsInvolved }) => format.count(personsInvolved),
    unitCode: ({ unitCode }) => (unitCode ? unitName(unitCode) : '–'),
    status: ({ status }) => terms.name(status),
    reportedOn: ({ reportedOn }) => (reportedOn ? format.date(reportedOn) : '–'),
    summary: ({ summary }) => summary || '–',
    sourceId: ({ source }) => source.id ?? '–',
  };
}

/** A row and what it looks like, side by side: where they differ it is said which stays when they are merged. */
export function DuplicatePairView({ duplicate, registered, unitName, onDecide }: Props) {
  const { intake } = useMessages();
  const words = intake.duplicates;
  const format = useFormat();
  const facts = useFacts(unitName);
  const { row, draft, known, reason, strength, distanceM, isSame, decision } = duplicate;
  const fresh = asIncident(draft);
  const earlier = 'row' in known ? asIncident(known.draft) : registered;
  if (!fresh) return null;
  const title = words.row(format.count(row));
  if (!earlier) return <p className="gr-Import-hint">{`${title}: ${words.gone}`}</p>;
  const proposed = new Map(proposeMerge(earlier, fresh).map((each) => [each.field, each.proposed]));
  const mark = (field: MergeField, side: 'first' | 'second'): string => {
    const stays = proposed.get(field);
    if (stays === 'both') return ` (${words.both})`;
    return stays === side ? ` (${words.stays})` : '';
  };
  const why = [
    words.reason[reason],
    words.strength[strength],
    ...(distanceM === null ? [] : [words.distance(format.count(distanceM))]),
  ].join(', ');
  return (
    <article className="gr-Duplicate" aria-label={title} data-row={row}>
      <p className="gr-Import-hint">
        {why}
        {isSame ? `. ${words.same}` : ''}
      </p>
      {/* Wider than a phone: keys must be able to move it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="gr-Duplicate-scroll" aria-label={title} tabIndex={0}>
        <table>
          <caption className="gr-VisuallyHidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{'row' in known ? words.earlier(format.count(known.row)) : words.registered}</th>
              <th scope="col">{title}</th>
            </tr>
          </thead>
          <tbody>
            {MERGE_FIELDS.map((field) => {
              const differs = proposed.has(field);
              return (
                <tr key={field} data-differs={differs || undefined}>
                  <th scope="row">
                    {words.fields[field]}
                    {differs && <span className="gr-Duplicate-differs"> {words.differs}</span>}
                  </th>
                  <td>{facts[field](earlier) + mark(field, 'first')}</td>
                  <td>{facts[field](fresh) + mark(field, 'second')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <RadioGroup<DuplicateDecision | 'none'>
        label={words.decide(format.count(row))}
        options={DUPLICATE_DECISIONS.map((id) => ({ id, title: words.decision[id] }))}
        value={decision ?? 'none'}
        onChange={(id) => id !== 'none' && onDecide(id)}
      />
    </article>
  );
}
