import { maskPersonalNumbers } from '../../analysis/import/personalNumbers';
import { entryWords } from '../../i18n/entryWords';
import { useWords } from '../../i18n/useWords';
import { Button, InlineMessage } from '../../ui';

export interface MaskedSummaryProps {
  readonly text: string;
  readonly onMask: (masked: string) => void;
}

/** Pieces of a text, those that the mask would cover marked. */
function piecesOf(text: string, masked: string): { readonly from: number; readonly text: string; isMarked: boolean }[] {
  const pieces: { from: number; text: string; isMarked: boolean }[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const isMarked = text[i] !== masked[i];
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += text[i];
    else pieces.push({ from: i, text: text[i] ?? '', isMarked });
  }
  return pieces;
}

/** Says which part of a text may lead to a person, and offers to mask it; nothing where there is none. */
export function MaskedSummary({ text, onMask }: MaskedSummaryProps) {
  const words = useWords(entryWords);
  const clean = text.normalize('NFC');
  const { text: masked, count } = maskPersonalNumbers(clean);
  if (count === 0) return null;
  return (
    <InlineMessage
      tone="error"
      title={words.personal}
      isLive
      detail={
        <>
          <p>{words.personalDetail}</p>
          <p className="gr-Entry-marked">
            {piecesOf(clean, masked).map((piece) =>
              piece.isMarked ? <mark key={piece.from}>{piece.text}</mark> : <span key={piece.from}>{piece.text}</span>,
            )}
          </p>
        </>
      }
      remedy={
        <span className="gr-Entry-line">
          <Button onPress={() => onMask(masked)}>{words.mask}</Button>
          <span>{words.maskHint}</span>
        </span>
      }
    />
  );
}
