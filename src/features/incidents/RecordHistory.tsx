import { RotateCcw } from 'lucide-react';
import type { Incident } from '../../domain';
import { useFormat, useMessages, useTerms } from '../../i18n';
import type { JournalHeader, RecordVersion } from '../../store';
import { Button } from '../../ui';

export interface RecordHistoryProps {
  /** The newest first. */
  readonly versions: readonly RecordVersion<Incident>[];
  readonly device: string;
  readonly unitName: (code: string) => string;
  readonly onRestore: (version: Incident) => void;
}

/** This computer's own clock: an entry says when it was written, not where. */
function wallClock(ms: number): string {
  const at = new Date(ms);
  return new Date(ms - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What became of an incident: who, when, and each field from what to what. Any earlier version can be restored. */
export function RecordHistory({ versions, device, unitName, onRestore }: RecordHistoryProps) {
  const { register } = useMessages();
  const format = useFormat();
  const say = useFieldWords(unitName);
  const whoWrote = ({ user, device: by, command }: JournalHeader): string => {
    if (command.startsWith('seed')) return '';
    return ` · ${user || (by === device ? register.thisComputer : register.otherComputer)}`;
  };
  const commandName = ({ command, undoes, redoes }: JournalHeader): string => {
    const known: Readonly<Record<string, string>> = register.commandName;
    const name = known[command] ?? register.commandOther;
    return undoes ? register.undid(name) : redoes ? register.redid(name) : name;
  };
  return (
    <ol className="gr-History" reversed>
      {versions.map(({ header, change, row }, i) => (
        <li key={header.id}>
          <p className="gr-History-head">
            <strong>{commandName(header)}</strong>{' '}
            <span className="gr-muted">
              {format.dateTime(wallClock(header.writtenMs))}
              {whoWrote(header)}
            </span>
          </p>
          {change.from && change.to && (
            <ul className="gr-History-fields">
              {say(change.from as Partial<Incident>, change.to as Partial<Incident>).map(([title, before, after]) => (
                <li key={title}>{register.fromTo(title, before, after)}</li>
              ))}
            </ul>
          )}
          {row && i > 0 && (
            <Button variant="quiet" icon={RotateCcw} onPress={() => onRestore(row)}>
              {register.restore}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

type Said = readonly [title: string, before: string, after: string];

/** The fields that differ, in the words of the screen. */
function useFieldWords(unitName: (code: string) => string) {
  const { incidents, register } = useMessages();
  const format = useFormat();
  const terms = useTerms();
  const texts: readonly (readonly [
    title: string,
    text: (fields: Partial<Incident>) => string | false | null | undefined,
  ])[] = [
    [incidents.occurred, ({ occurred }) => occurred && format.when(occurred)],
    [incidents.category, ({ category }) => category && terms.name(category)],
    [incidents.kind, ({ kind }) => kind && incidents.kindName[kind]],
    [incidents.discovery, ({ discovery }) => discovery && incidents.discoveryName[discovery]],
    [incidents.status, ({ status }) => status && terms.name(status)],
    [incidents.persons, ({ personsInvolved }) => personsInvolved !== undefined && format.count(personsInvolved)],
    [incidents.handlingUnit, ({ unitCode }) => unitCode && unitName(unitCode)],
    [register.latitude, ({ lat }) => typeof lat === 'number' && format.decimal(lat, 5)],
    [register.longitude, ({ lng }) => typeof lng === 'number' && format.decimal(lng, 5)],
    [
      register.columnTitles.accuracy,
      ({ positionAccuracyM }) => typeof positionAccuracyM === 'number' && format.distance(positionAccuracyM),
    ],
    [register.columnTitles.method, ({ positionMethod }) => positionMethod && register.methodName[positionMethod]],
    [incidents.reportedOn, ({ reportedOn }) => reportedOn && format.date(reportedOn)],
    [register.columnTitles.caseNumber, ({ source }) => source?.id],
    [incidents.summary, ({ summary }) => summary],
  ];
  return (from: Partial<Incident>, to: Partial<Incident>): readonly Said[] =>
    texts.flatMap(([title, text]): Said[] => {
      const [before, after] = [text(from) || register.nothing, text(to) || register.nothing];
      return before === after ? [] : [[title, before, after]];
    });
}
