import { useEffect, useRef } from 'react';
import { areCells } from '../../features/import';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Takes what is pasted anywhere but into a field: a copied file, or cells of a sheet.
 * @param isListening  no dialog is open that would be in the way
 */
export function usePastedFile(
  isListening: boolean,
  onFile: (file: File) => void,
  onCells: (text: string) => void,
): void {
  const told = useRef({ onFile, onCells });
  useEffect(() => {
    told.current = { onFile, onCells };
  });
  useEffect(() => {
    if (!isListening) return;
    const take = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!data || event.defaultPrevented || isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const text = data.getData('text/plain');
      const [file] = data.files;
      // Excel puts a picture of the cells beside them.
      if (areCells(text)) told.current.onCells(text);
      else if (file && !file.type.startsWith('image/')) told.current.onFile(file);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, [isListening]);
}
