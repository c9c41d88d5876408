import './terms.css';
import { ArrowDown, ArrowUp, Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { CATEGORIES, type Category, STATUSES, TERM_LISTS, type Term, type TermList } from '../../domain';
import { useFormat, useTerms } from '../../i18n';
import { termsWords } from '../../i18n/termsWords';
import { useWords } from '../../i18n/useWords';
import { IncidentSymbol } from '../../map/IncidentSymbol';
import type { MapTheme } from '../../map/types';
import { Button, Dialog, IconButton, Menu, Tabs } from '../../ui';
import { MergeForm, type MergeFormProps } from './MergeForm';
import { TermForm } from './TermForm';

export interface TermsDialogProps {
  /** How many incidents of the register name each term; null until that is counted. */
  readonly uses: Readonly<Record<string, number>> | null;
  readonly theme: MapTheme;
  /** These give null when it was done, else what is wrong, in words. */
  readonly onAdd: (list: TermList, name: string, look: Category) => Promise<string | null>;
  readonly onChange: (
    id: Term['id'],
    set: { readonly name?: string; readonly look?: Category; readonly isRetired?: boolean },
  ) => Promise<string | null>;
  readonly onReorder: (list: TermList, ids: readonly Term['id'][]) => void;
  readonly onMerge: (from: Term['id'], ...rest: Parameters<MergeFormProps['onMerge']>) => Promise<string | null>;
  readonly onRemove: (id: Term['id']) => void;
  readonly onClose: () => void;
}

type Asking =
  | { readonly kind: 'add'; readonly list: TermList }
  | { readonly kind: 'edit' | 'merge'; readonly term: Term };

const BUILT_IN: ReadonlySet<string> = new Set([...CATEGORIES, ...STATUSES]);

/** The categories and statuses of the register: what they are called, how they look, which are in use. */
export function TermsDialog(props: TermsDialogProps) {
  const { uses, theme, onAdd, onChange, onReorder, onMerge, onRemove, onClose } = props;
  const words = useWords(termsWords);
  const terms = useTerms();
  const format = useFormat();
  const [asking, setAsking] = useState<Asking | null>(null);

  const row = (term: Term, list: readonly Term[], at: number) => {
    const name = terms.name(term.id);
    const count = uses?.[term.id];
    const active = list.filter(({ isRetired }) => !isRetired);
    const isLast = !term.isRetired && active.length === 1;
    const move = (by: number): void => {
      const ids = list.map(({ id }) => id);
      ids.splice(at, 1);
      ids.splice(at + by, 0, term.id);
      onReorder(term.list, ids);
    };
    const said = [
      count === undefined ? '…' : words.uses(count, format.count(count)),
      term.mergedInto !== null ? words.mergedInto(terms.name(term.mergedInto)) : term.isRetired ? words.retired : '',
    ].filter(Boolean);
    return (
      <li key={term.id} className="gr-Terms-row" data-retired={term.isRetired || undefined}>
        {term.list === 'category' && (
          <IncidentSymbol category={term.look} kind="administrative" isFlagged theme={theme} sizePx={22} />
        )}
        <span className="gr-Terms-name">
          <span>{name}</span>
          <span className="gr-muted gr-small">{said.join(' · ')}</span>
        </span>
        <IconButton icon={ArrowUp} size="small" label={words.up(name)} isDisabled={at === 0} onPress={() => move(-1)} />
        <IconButton
          icon={ArrowDown}
          size="small"
          label={words.down(name)}
          isDisabled={at === list.length - 1}
          onPress={() => move(1)}
        />
        <Menu
          label={words.actions(name)}
          trigger={<IconButton icon={Ellipsis} size="small" label={words.actions(name)} />}
          groups={[
            {
              id: 'term',
              entries: [
                {
                  id: 'edit',
                  title: term.list === 'category' ? words.edit : words.editStatus,
                  onAction: () => setAsking({ kind: 'edit', term }),
                },
                {
                  id: 'merge',
                  title: words.merge,
                  disabledReason: active.some(({ id }) => id !== term.id) ? null : words.lastOne,
                  onAction: () => setAsking({ kind: 'merge', term }),
                },
                term.isRetired
                  ? {
                      id: 'bringBack',
                      title: words.bringBack,
                      onAction: () => void onChange(term.id, { isRetired: false }),
                    }
                  : {
                      id: 'retire',
                      title: words.retire,
                      disabledReason: isLast ? words.lastOne : null,
                      onAction: () => void onChange(term.id, { isRetired: true }),
                    },
                {
                  id: 'remove',
                  title: words.remove,
                  isDanger: true,
                  disabledReason: BUILT_IN.has(term.id)
                    ? words.builtIn
                    : count !== 0
                      ? words.inUse
                      : isLast
                        ? words.lastOne
                        : null,
                  onAction: () => onRemove(term.id),
                },
              ],
            },
          ]}
        />
      </li>
    );
  };
  return (
    <>
      <Dialog title={words.title} isOpen onClose={onClose} size="medium">
        <p className="gr-muted">{words.note}</p>
        <Tabs
          label={words.title}
          items={TERM_LISTS.map((list) => ({
            id: list,
            title: words.lists[list],
            content: (
              <div className="gr-Terms">
                <ul className="gr-PlainList" aria-label={words.lists[list]}>
                  {terms.lists[list].map((term, at, all) => row(term, all, at))}
                </ul>
                <div>
                  <Button icon={Plus} onPress={() => setAsking({ kind: 'add', list })}>
                    {words.add[list]}
                  </Button>
                </div>
              </div>
            ),
          }))}
        />
      </Dialog>
      {asking?.kind === 'add' && (
        <TermForm
          title={words.add[asking.list]}
          list={asking.list}
          name=""
          look="other"
          theme={theme}
          onSave={(name, look) => onAdd(asking.list, name, look)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'edit' && (
        <TermForm
          title={words.editTitle(terms.name(asking.term.id))}
          list={asking.term.list}
          name={terms.name(asking.term.id)}
          look={asking.term.look}
          theme={theme}
          onSave={(name, look) => onChange(asking.term.id, { name, look })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'merge' && (
        <MergeForm
          term={asking.term}
          targets={terms.lists[asking.term.list].filter(({ id, isRetired }) => id !== asking.term.id && !isRetired)}
          uses={uses?.[asking.term.id] ?? 0}
          onMerge={(...rest) => onMerge(asking.term.id, ...rest)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
