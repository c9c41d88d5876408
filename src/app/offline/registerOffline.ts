export interface OfflineCallbacks {
  /** A newer version is stored and waits; `reload` starts it and this tab anew. Nothing changes until then. */
  readonly onUpdateReady: (reload: () => void) => void;
  /** Another tab has started a newer version: what this tab has not loaded yet is no longer kept for it. */
  readonly onOutdated: () => void;
  /** The app cannot be kept on this device, as in a private window. */
  readonly onOfflineFailed: (error: unknown) => void;
}

/** How often a page that stays open asks whether there is a newer version. */
const UPDATE_INTERVAL_MS = 60 * 60 * 1000;

/** Keeps the app on this device, so that it opens without network, and watches for newer versions. Once per page. */
export async function registerOffline(callbacks: OfflineCallbacks): Promise<void> {
  // The development server has no service worker, and browsers have none where the address is not trusted.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
    watch(registration, callbacks);
    setInterval(() => {
      // Without network there is nothing newer to be had; the next time will do.
      registration.update().catch(() => undefined);
    }, UPDATE_INTERVAL_MS);
  } catch (error) {
    callbacks.onOfflineFailed(error);
  }
}

function watch(registration: ServiceWorkerRegistration, { onUpdateReady, onOutdated }: OfflineCallbacks): void {
  let hasAsked = false;
  // The first worker takes over a page that had none: that is no newer version.
  let hadWorker = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hasAsked) location.reload();
    else if (hadWorker) onOutdated();
    hadWorker = true;
  });
  const offerUpdate = (waiting: ServiceWorker): void =>
    onUpdateReady(() => {
      hasAsked = true;
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  // A browser may name the worker that installs both at once and by an event a moment later.
  const followed = new WeakSet<ServiceWorker>();
  const follow = (worker: ServiceWorker | null): void => {
    if (!worker || followed.has(worker)) return;
    followed.add(worker);
    const isFirst = registration.active === null;
    worker.addEventListener('statechange', () => {
      if (!isFirst && worker.state === 'installed') offerUpdate(worker);
    });
  };
  if (registration.waiting) offerUpdate(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
}
