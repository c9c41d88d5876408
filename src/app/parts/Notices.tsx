import { useMessages } from '../../i18n';
import { Button, InlineMessage } from '../../ui';
import { useServices } from '../services';
import { useObservable } from '../wiring/useObservable';

/** Across the top: a newer version, a database of a newer program, a connection lost, a worker that would not start. */
export function Notices() {
  const { store, crash, offline } = useServices();
  const { notices } = useMessages();
  const status = useObservable(store.status);
  const crashDetail = useObservable(crash);
  const { reload: startNewer, isOutdated } = useObservable(offline);
  const reload = <Button onPress={startNewer ?? (() => window.location.reload())}>{notices.reload}</Button>;
  return (
    <>
      {startNewer && <InlineMessage tone="info" title={notices.updateReady} remedy={reload} isLive />}
      {status.kind === 'readOnly' && (
        <InlineMessage tone="info" title={notices.readOnly} detail={notices.readOnlyDetail} remedy={reload} isLive />
      )}
      {(status.kind === 'outdated' || isOutdated) && (
        <InlineMessage tone="info" title={notices.outdated} remedy={reload} isLive />
      )}
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
