import { useFormat, useTerms } from '../../i18n';
import { entryWords } from '../../i18n/entryWords';
import { useWords } from '../../i18n/useWords';
import { Button, InlineMessage } from '../../ui';
import type { KeptDraft } from './keptDraft';

export interface DraftOfferProps {
  readonly kept: KeptDraft;
  readonly onResume: () => void;
  readonly onDiscard: () => void;
}

/** A form that was left half-way is offered again, and only the user decides what becomes of it. */
export function DraftOffer({ kept: { keptAt, draft }, onResume, onDiscard }: DraftOfferProps) {
  const words = useWords(entryWords);
  const format = useFormat();
  const terms = useTerms();
  return (
    <InlineMessage
      tone="info"
      title={words.draftFound(format.dateTime(keptAt))}
      detail={words.draftDetail(draft.category === null ? '' : terms.name(draft.category), draft.summary)}
      remedy={
        <span className="gr-Entry-line">
          <Button onPress={onResume}>{words.resume}</Button>
          <Button variant="quiet" onPress={onDiscard}>
            {words.discard}
          </Button>
        </span>
      }
    />
  );
}
