import { useEffect } from 'react';
import { useMessages } from '../../i18n';
import { Button, InlineMessage } from '../../ui';
import { useServices } from '../services';
import { useActions } from '../wiring/useActions';
import { useObservable } from '../wiring/useObservable';

/** Across the top: a newer version, a database of a newer program, a connection lost, a worker that would not start. */
export function Notices() {
  const { store, crash, offline } = useServices();
  const { notices } = useMessages();
  const { say } = useActions();
  const status = useObservable(store.status);
  const crashDetail = useObservable(crash);
  const { isJustReady, reload: startNewer } = useObservable(offline);

  useEffect(() => {
    if (!isJustReady) return;
    offline.set({ ...offline.getSnapshot(), isJustReady: false });
    say(notices.offlineReady);
  }, [isJustReady, offline, say, notices]);

  const reload = <Button onPress={startNewer ?? (() => window.location.reload())}>{notices.reload}</Button>;
  return (
    <>
      {startNewer && <InlineMessage tone="info" title={notices.updateReady} remedy={reload} isLive />}
      {status.kind === 'readOnly' && (
        <InlineMessage tone="warn" title={notices.readOnly} detail={notices.readOnlyDetail} remedy={reload} isLive />
      )}
      {status.kind === 'outdated' && <InlineMessage tone="warn" title={notices.outdated} remedy={reload} isLive />}
      {status.kind === 'lost' && (
        <InlineMessage tone="error" title={notices.lost} detail={notices.lostDetail} remedy={reload} isLive />
      )}
      {status.kind === 'reopened' && <InlineMessage tone="warn" title={notices.reopened} isLive />}
      {crashDetail !== null && (
        <InlineMessage tone="error" title={notices.workerFailed} detail={crashDetail} remedy={reload} isLive />
      )}
    </>
  );
}
