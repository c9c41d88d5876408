import type { SeamLine } from '../../../analysis/hotspots/makeSeam';
import { nameLine } from '../../../analysis/nameLine';
import { useFormat } from '../../../i18n';
import { hotspotWords } from '../../../i18n/hotspotWords';
import { useWords } from '../../../i18n/useWords';
import { SimpleTable } from '../../../ui';
import type { HotspotOutcome } from '../../wiring/useHotspots';
import { shownOf } from './shownOf';

/** Line by line what is seen together, alone, and what each side does not see. */
export function SeamView({ outcome }: { readonly outcome: HotspotOutcome<'seam'> }) {
  const words = useWords(hotspotWords);
  const format = useFormat();
  const shown = shownOf(outcome);
  if (!shown) return null;
  const { value: seam, info } = shown;
  const percent = (share: number | null): string => (share === null ? words.fewCounts : format.percent(share));
  const unitOf = (line: number, side: 'leftUnit' | 'rightUnit'): string =>
    info.units[info.lines[line]![side]]!.shortName;
  const both = ({ line, leftCount, rightCount }: SeamLine): string =>
    `${unitOf(line, 'leftUnit')} ${format.count(leftCount)} · ${unitOf(line, 'rightUnit')} ${format.count(rightCount)}`;
  const unseenOf = ({ line, leftUnseen, rightUnseen, shareUnseen }: SeamLine): string =>
    shareUnseen === null
      ? words.fewCounts
      : `${unitOf(line, 'leftUnit')} ${percent(leftUnseen)} · ${unitOf(line, 'rightUnit')} ${percent(rightUnseen)}`;
  return (
    <SimpleTable
      caption={`${words.seamTable} (${words.seamUnit})`}
      rowKey={({ line }) => String(line)}
      rows={seam.lines}
      columns={[
        { id: 'line', title: words.line, isRowHeader: true, text: ({ line }) => nameLine(info, line) },
        { id: 'counts', title: words.counts, text: both },
        {
          id: 'together',
          title: words.seamTogetherShort,
          align: 'end',
          text: (row) => format.decimal(row.together, 1),
        },
        { id: 'alone', title: words.seamAloneShort, align: 'end', text: (row) => format.decimal(row.alone, 1) },
        { id: 'unseenCount', title: words.unseen, align: 'end', text: (row) => format.decimal(row.unseen, 1) },
        { id: 'unseen', title: `${words.unseen} (%)`, align: 'end', text: (row) => percent(row.shareUnseen) },
        { id: 'sides', title: words.unseenOn, text: unseenOf },
      ]}
    />
  );
}
