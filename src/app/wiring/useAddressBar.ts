import { useEffect } from 'react';
import { encodeAddress, useSession } from '../../store';
import { readAddress, showAddress } from './showAddress';

/** So soon the address says what is shown; browsers refuse to have it written in every frame. */
const WITHIN_MS = 250;

/** Takes what the address says into the session; to be called before anything is drawn. */
export function restoreFromAddress(): void {
  useSession.getState().restore(readAddress(window.location.hash));
}

/** Keeps the address saying what is shown, and follows it when the user changes it. */
export function useAddressBar(onCamera: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      timer = undefined;
      const hash = `#${encodeAddress(useSession.getState())}`;
      if (hash !== window.location.hash) window.history.replaceState(null, '', hash);
    };
    const end = useSession.subscribe(() => {
      // Not put off by what comes meanwhile: while time plays, something changes in every frame.
      timer ??= setTimeout(write, WITHIN_MS);
    });
    const follow = (): void => {
      showAddress(window.location.hash);
      onCamera();
    };
    window.addEventListener('hashchange', follow);
    return () => {
      end();
      clearTimeout(timer);
      window.removeEventListener('hashchange', follow);
    };
  }, [onCamera]);
}
