import './import.css';
import { useFormat, useMessages } from '../../i18n';
import { Dialog, SimpleTable } from '../../ui';

/** An import as the journal tells it; null: an older program did not say. */
export interface FinishedImport {
  readonly id: string;
  readonly file: string;
  /** Wall clock. */
  readonly when: string;
  /** Empty: no name was given. */
  readonly user: string;
  readonly hash: string | null;
  readonly rowsInFile: number | null;
  readonly added: number;
  readonly repaired: number | null;
  readonly merged: number | null;
  readonly skipped: number | null;
  readonly isUndone: boolean;
}

interface Props {
  /** The newest first. */
  readonly imports: readonly FinishedImport[];
  readonly onClose: () => void;
}

/** The report of all imports: which file, how much of it, by whom and when, and whether it still stands. */
export function ImportList({ imports, onClose }: Props) {
  const { intake } = useMessages();
  const words = intake.report;
  const format = useFormat();
  const count = (value: number | null): string => (value === null ? words.unknown : format.count(value));
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="large">
      {imports.length === 0 ? (
        <p className="gr-Import-hint">{words.none}</p>
      ) : (
        <>
          <div className="gr-Import-rows">
            <SimpleTable
              caption={words.title}
              isCaptionHidden
              rows={imports}
              rowKey={({ id }) => id}
              columns={[
                { id: 'file', title: words.file, text: ({ file }) => file, isRowHeader: true },
                { id: 'when', title: words.when, text: ({ when }) => format.dateTime(when) },
                { id: 'by', title: words.by, text: ({ user }) => user || words.nobody },
                { id: 'rows', title: words.rows, text: ({ rowsInFile }) => count(rowsInFile), align: 'end' },
                { id: 'added', title: words.added, text: ({ added }) => count(added), align: 'end' },
                { id: 'repaired', title: words.repaired, text: ({ repaired }) => count(repaired), align: 'end' },
                { id: 'merged', title: words.merged, text: ({ merged }) => count(merged), align: 'end' },
                { id: 'skipped', title: words.skipped, text: ({ skipped }) => count(skipped), align: 'end' },
                {
                  id: 'state',
                  title: words.state,
                  text: ({ isUndone }) => (isUndone ? words.undone : words.stands),
                },
                {
                  id: 'hash',
                  title: words.hash,
                  text: ({ hash }) => hash ?? words.unknown,
                  cell: ({ hash }) => <code title={hash ?? ''}>{hash ? hash.slice(0, 12) : words.unknown}</code>,
                },
              ]}
            />
          </div>
          <p className="gr-Import-hint">{words.hint}</p>
        </>
      )}
    </Dialog>
  );
}
