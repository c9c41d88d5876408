import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerOffline } from '../../../src/app/offline/registerOffline';

class FakeWorker extends EventTarget {
  state = 'installing';
  readonly posted: unknown[] = [];
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  async update(): Promise<void> {}
}

class FakeContainer extends EventTarget {
  registered: string[] = [];
  failure: Error | null = null;
  controller: FakeWorker | null = null;
  constructor(readonly registration: FakeRegistration) {
    super();
  }
  async register(url: URL): Promise<FakeRegistration> {
    if (this.failure) throw this.failure;
    this.registered.push(String(url));
    return this.registration;
  }
}

let registration: FakeRegistration;
let container: FakeContainer;
const reload = vi.fn();
const callbacks = { onOutdated: vi.fn(), onUpdateReady: vi.fn(), onOfflineFailed: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  registration = new FakeRegistration();
  container = new FakeContainer(registration);
  vi.stubEnv('PROD', true);
  vi.stubGlobal('navigator', { serviceWorker: container });
  vi.stubGlobal('document', { baseURI: 'https://office.example/map/#here' });
  vi.stubGlobal('location', { reload });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('keeping the app on the device', () => {
  it('registers beside the page, wherever it is served', async () => {
    await registerOffline(callbacks);
    expect(container.registered).toEqual(['https://office.example/map/sw.js']);
  });

  it('takes the first visit as it is: no newer version, nothing outdated', async () => {
    const worker = new FakeWorker();
    registration.installing = worker;
    await registerOffline(callbacks);
    registration.dispatchEvent(new Event('updatefound'));
    worker.become('installed');
    worker.become('activated');
    container.dispatchEvent(new Event('controllerchange'));
    expect(callbacks.onUpdateReady).not.toHaveBeenCalled();
    expect(callbacks.onOutdated).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  it('says so when another tab has started a newer version, and does not reload what is being worked on', async () => {
    registration.active = new FakeWorker();
    container.controller = registration.active;
    await registerOffline(callbacks);
    container.dispatchEvent(new Event('controllerchange'));
    expect(callbacks.onOutdated).toHaveBeenCalledTimes(1);
    expect(reload).not.toHaveBeenCalled();
  });

  it('offers a newer version when it is stored, and starts it only when told', async () => {
    registration.active = new FakeWorker();
    await registerOffline(callbacks);
    const newer = new FakeWorker();
    registration.installing = newer;
    registration.dispatchEvent(new Event('updatefound'));
    newer.become('installed');
    expect(callbacks.onUpdateReady).toHaveBeenCalledTimes(1);
    expect(newer.posted).toEqual([]);

    const start: () => void = callbacks.onUpdateReady.mock.calls[0]?.[0];
    start();
    expect(newer.posted).toEqual([{ type: 'SKIP_WAITING' }]);
    expect(reload).not.toHaveBeenCalled();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledTimes(1);
    expect(callbacks.onOutdated).not.toHaveBeenCalled();
  });

  it('offers a version that already waits', async () => {
    registration.active = new FakeWorker();
    registration.waiting = new FakeWorker();
    await registerOffline(callbacks);
    expect(callbacks.onUpdateReady).toHaveBeenCalledTimes(1);
  });

  it('says so where the app cannot be kept', async () => {
    container.failure = new Error('private window');
    await registerOffline(callbacks);
    expect(callbacks.onOfflineFailed).toHaveBeenCalledWith(container.failure);
  });

  it('goes on asking for newer versions, and is not troubled without network', async () => {
    const update = vi.spyOn(registration, 'update').mockRejectedValue(new Error('offline'));
    await registerOffline(callbacks);
    await vi.advanceTimersByTimeAsync(2 * 60 * 60 * 1000);
    expect(update).toHaveBeenCalledTimes(2);
    expect(callbacks.onOfflineFailed).not.toHaveBeenCalled();
  });

  it('stays quiet in development', async () => {
    vi.stubEnv('PROD', false);
    await registerOffline(callbacks);
    expect(container.registered).toEqual([]);
  });
});
