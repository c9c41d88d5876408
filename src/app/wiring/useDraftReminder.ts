import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n';
import { useSession } from '../../store';
import { showToast } from '../../ui';
import { useServices } from '../services';

/** Where on the desk the form for one incident keeps what is not saved. */
export const ENTRY_DRAFT = 'entry';

/** When the page opens and a form was left half-way, offers to go on with it. */
export function useDraftReminder(): void {
  const { store, toasts } = useServices();
  const { incidents } = useMessages();
  const words = useRef(incidents);
  useEffect(() => {
    words.current = incidents;
  });
  useEffect(() => {
    let isCurrent = true;
    void store.desk.read(ENTRY_DRAFT).then((kept) => {
      if (!isCurrent || kept === undefined) return;
      const resume = (): void => useSession.getState().openEntry({ kind: 'new', place: null, resume: true });
      const { draftWaiting, resumeDraft } = words.current;
      showToast(toasts, { title: draftWaiting, isLasting: true, action: { title: resumeDraft, onAction: resume } });
    });
    return () => {
      isCurrent = false;
    };
  }, [store, toasts]);
}
