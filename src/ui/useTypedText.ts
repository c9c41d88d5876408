import { useEffect, useRef, useState } from 'react';

const SETTLE_MS = 120;

/**
 * A text that is typed here and used elsewhere: shown at once, told a moment after the last key, and followed where it is
 * changed from outside.
 * @returns the text of the field, what a change of it calls, and whether the last one is still to be told
 */
export function useTypedText(value: string, onSettled: (text: string) => void) {
  const [typed, setTyped] = useState(value);
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const told = useRef(value);
  const tell = useRef(onSettled);
  useEffect(() => {
    tell.current = onSettled;
  });
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    clearTimeout(pending.current?.timer);
    pending.current = null;
    setTyped(value);
  }, [value]);
  const settle = useRef(() => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    told.current = pending.current.text;
    pending.current = null;
    tell.current(told.current);
  }).current;
  // What was typed last is not lost where the field goes away.
  useEffect(() => settle, [settle]);
  const type = (text: string): void => {
    clearTimeout(pending.current?.timer);
    pending.current = { text, timer: setTimeout(settle, SETTLE_MS) };
    setTyped(text);
    if (text === '') settle();
  };
  return { typed, type, isSettled: typed === value };
}
