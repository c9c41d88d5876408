import { ArrowDown, ArrowLeftRight, ArrowUp, Ellipsis, Lock, LockOpen, Scissors, Trash2 } from 'lucide-react';
import { handPlanWords } from '../../i18n/handPlanWords';
import { useWords } from '../../i18n/useWords';
import { IconButton, Menu } from '../../ui';

export interface StopMenuProps {
  readonly task: string;
  readonly isStretch: boolean;
  readonly isLocked: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Routes of the same day to which it can be moved. */
  readonly targets: readonly { readonly id: string; readonly title: string; readonly holdsTask: boolean }[];
  /** One place earlier (−1) or later (1). */
  readonly onShift: (by: -1 | 1) => void;
  readonly onTurn: () => void;
  readonly onLock: () => void;
  readonly onMove: (id: string) => void;
  readonly onSplit: () => void;
  readonly onTakeOut: () => void;
}

/** All that can be done with a stop of a route, without dragging it. */
export function StopMenu(props: StopMenuProps) {
  const words = useWords(handPlanWords);
  const { task, isStretch, isLocked, isFirst, isLast, targets } = props;
  return (
    <Menu
      label={words.stopActions(task)}
      trigger={<IconButton icon={Ellipsis} size="small" label={words.stopActions(task)} />}
      groups={[
        {
          id: 'order',
          entries: [
            {
              id: 'earlier',
              title: words.earlier,
              icon: ArrowUp,
              disabledReason: isFirst ? words.isFirst : null,
              onAction: () => props.onShift(-1),
            },
            {
              id: 'later',
              title: words.later,
              icon: ArrowDown,
              disabledReason: isLast ? words.isLast : null,
              onAction: () => props.onShift(1),
            },
            ...(isStretch
              ? [{ id: 'turn', title: words.turn, icon: ArrowLeftRight, onAction: () => props.onTurn() }]
              : []),
            {
              id: 'lock',
              title: isLocked ? words.unlock : words.lock,
              icon: isLocked ? LockOpen : Lock,
              onAction: () => props.onLock(),
            },
            ...(isStretch
              ? [{ id: 'split', title: words.split, icon: Scissors, onAction: () => props.onSplit() }]
              : []),
            { id: 'takeOut', title: words.takeOut, icon: Trash2, isDanger: true, onAction: () => props.onTakeOut() },
          ],
        },
        ...(targets.length > 0
          ? [
              {
                id: 'to',
                title: words.to,
                entries: targets.map(({ id, title, holdsTask }) => ({
                  id: `to ${id}`,
                  title,
                  disabledReason: holdsTask ? words.isThere : null,
                  onAction: () => props.onMove(id),
                })),
              },
            ]
          : []),
      ]}
    />
  );
}
