import { type KeyboardEvent, useRef, useState } from 'react';

export interface TableSelectionOptions {
  readonly rowCount: number;
  readonly rowKey: (index: number) => string;
  readonly selectedKeys: ReadonlySet<string>;
  readonly onSelect: ((keys: ReadonlySet<string>) => void) | undefined;
  readonly mode: 'single' | 'multiple';
  readonly pageRows: () => number;
  readonly reveal: (index: number) => void;
  readonly onOpenRow: ((index: number) => void) | undefined;
}

interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** The row that the keyboard is on, and what is selected from there: as in a spreadsheet's row headers. */
export function useTableSelection(options: TableSelectionOptions) {
  const { rowCount, rowKey, selectedKeys, onSelect, mode, pageRows, reveal, onOpenRow } = options;
  const [wanted, setWanted] = useState(0);
  const anchor = useRef(0);
  const active = Math.max(0, Math.min(wanted, rowCount - 1));

  const keysBetween = (a: number, b: number): Set<string> => {
    const keys = new Set<string>();
    for (let index = Math.min(a, b); index <= Math.max(a, b); index++) keys.add(rowKey(index));
    return keys;
  };

  const choose = (index: number, { shiftKey, ctrlKey, metaKey }: Modifiers): void => {
    setWanted(index);
    if (shiftKey && mode === 'multiple') {
      onSelect?.(keysBetween(Math.min(anchor.current, rowCount - 1), index));
      return;
    }
    anchor.current = index;
    const key = rowKey(index);
    if (!ctrlKey && !metaKey) {
      onSelect?.(new Set([key]));
      return;
    }
    const next = new Set(mode === 'multiple' ? selectedKeys : NO_KEYS);
    if (selectedKeys.has(key)) next.delete(key);
    else next.add(key);
    onSelect?.(next);
  };

  const moveTo = (index: number, event: KeyboardEvent): void => {
    const next = Math.max(0, Math.min(rowCount - 1, index));
    reveal(next);
    // With Ctrl the cursor moves alone; Ctrl+Space then adds the row.
    if (event.ctrlKey || event.metaKey) setWanted(next);
    else choose(next, event);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (rowCount === 0 || event.defaultPrevented) return;
    const target = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows(),
      PageUp: active - pageRows(),
      Home: 0,
      End: rowCount - 1,
    }[event.key];
    const isModified = event.ctrlKey || event.metaKey;
    if (target !== undefined) moveTo(target, event);
    else if (event.key === ' ') choose(active, { shiftKey: event.shiftKey, ctrlKey: true, metaKey: false });
    else if (event.key === 'Enter' && onOpenRow) onOpenRow(active);
    else if (isModified && event.code === 'KeyA' && mode === 'multiple' && onSelect)
      onSelect(keysBetween(0, rowCount - 1));
    else if (event.key === 'Escape' && selectedKeys.size > 0 && onSelect) onSelect(NO_KEYS);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { active, setActive: setWanted, choose, onKeyDown };
}
