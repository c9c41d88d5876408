import { useEffect } from 'react';
import { decodeAddress, encodeAddress, FIRST_SESSION, useSession } from '../../store';
import { EDITIONS } from './referenceFiles';

const SETTLE_MS = 250;

/** Takes what the address says into the session; to be called before anything is drawn. */
export function restoreFromAddress(): void {
  const { editionId, ...said } = decodeAddress(window.location.hash);
  const isKnown = EDITIONS.some(({ id }) => id === editionId);
  useSession.getState().restore(isKnown && editionId ? { ...said, editionId } : said);
}

/** Keeps the address saying what is shown, and follows it when the user changes it. */
export function useAddressBar(onCamera: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      const hash = `#${encodeAddress(useSession.getState())}`;
      if (hash !== window.location.hash) window.history.replaceState(null, '', hash);
    };
    const end = useSession.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(write, SETTLE_MS);
    });
    const follow = (): void => {
      // What a link does not say is as it comes, not as it was before.
      const { filter, hiddenLayers, selection, scope, sort } = FIRST_SESSION;
      useSession.getState().restore({ filter, hiddenLayers, selection, scope, sort });
      restoreFromAddress();
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
