import Dexie from 'dexie';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { v7 } from 'uuid';
import { draftIncidents } from '../../../src/analysis/import/draftIncidents';
import { startBorderService } from '../../../src/app/wiring/borderService';
import type { BorderView } from '../../../src/app/wiring/borderView';
import { EDITIONS, readReferenceFile } from '../../../src/app/wiring/referenceFiles';
import { importIncidents } from '../../../src/commands';
import type { Incident, PlainDate, WallClock } from '../../../src/domain';
import { openStore } from '../../../src/store';
import { VERSIONS } from '../../../src/store/versions';
import { startWorker } from '../../../src/workers/client';

const PIECE = 1_000;
const NOW = '2026-11-23T12:00' as WallClock;
const crash = (detail: string): never => {
  throw new Error(detail);
};
const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Milliseconds of each step, and the longest task that the page had meanwhile. */
interface Product {
  readonly openMs: number;
  readonly reviewMs: number;
  readonly takeMs: number;
  readonly commitMs: number;
  readonly flagMs: number;
  readonly totalMs: number;
  readonly longestTaskMs: number;
}

/** From a file to flagged incidents in the register, as the app does it; gives the incidents for the bare write. */
async function runProduct(file: File): Promise<{ product: Product; incidents: readonly Incident[] }> {
  const opened = await openStore({ name: `bench-${v7()}` });
  if (!opened.ok) throw new Error(opened.problem.kind);
  const store = opened.value;
  const service = startBorderService(store, { today: '2026-11-23' as PlainDate, onCrash: crash });
  const until = (fits: (view: BorderView) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const end = service.view.subscribe(look);
      function look(): void {
        if (!fits(service.view.getSnapshot())) return;
        end();
        resolve();
      }
      look();
    });
  // Reading the editions and drawing the zones is not part of an import.
  await until(({ summary, zones, reading }) => summary !== null && zones !== null && reading === null);
  const before = service.view.getSnapshot().summary?.total ?? 0;
  const texts = await Promise.all(EDITIONS.map((edition) => readReferenceFile(store, edition.file)));
  const editions = await Promise.all(texts.map((text) => service.worker.api.border.namesOf(text)));
  const areaBbox = service.view.getSnapshot().info?.bbox ?? [0, 0, 0, 0];
  const { api, end } = startWorker(crash);
  await api.files.closeFile();
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ type: 'longtask' });

  const incidents: Incident[] = [];
  const openMs = await elapsed(async () => {
    const read = await api.files.openFile(file, file.name);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
  });
  let usable = 0;
  const reviewMs = await elapsed(async () => {
    const options = { now: NOW, areaBbox, editions, swapPositions: false, meridian: null, places: [] } as const;
    const preview = await api.files.reviewIncidents({ ...options, personalNumbers: 'mask', convertLegacy: true });
    if (!preview.ok) throw new Error(JSON.stringify(preview.problem));
    usable = preview.value.counts.usable;
  });
  const takeMs = await elapsed(async () => {
    while (incidents.length < usable) {
      const drafts = await api.files.takeIncidents(incidents.length, PIECE);
      incidents.push(...draftIncidents(drafts, { ids: drafts.map(() => v7()), fileName: file.name }));
    }
  });
  const planned = importIncidents({ simulated: [] }, { file: file.name, incidents, removeSimulated: false });
  if (!planned.ok) throw new Error(planned.problem.kind);
  const commitMs = await elapsed(async () => {
    const committed = await store.commit(planned.value, { command: 'importIncidents', params: { rows: usable } });
    if (!committed.ok) throw new Error(committed.problem.kind);
  });
  const flagMs = await elapsed(() => until(({ summary }) => summary?.total === before + usable));
  observer.disconnect();
  end();
  service.end();
  store.close();
  const totalMs = openMs + reviewMs + takeMs + commitMs + flagMs;
  return { product: { openMs, reviewMs, takeMs, commitMs, flagMs, totalMs, longestTaskMs }, incidents };
}

/** The library alone on the same file: papaparse on its text, read-excel-file on its bytes. */
function parseAlone(file: File): Promise<number> {
  return elapsed(async () => {
    if (file.name.endsWith('.csv')) Papa.parse(await file.text());
    else await readWorkbook(await file.arrayBuffer());
  });
}

/** The bare write: one bulk, one transaction, the same table and indexes, as strictly durable as the register's. */
async function writeAlone(incidents: readonly Incident[]): Promise<number> {
  const name = `bare-${v7()}`;
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ incidents: VERSIONS[0]?.stores.incidents ?? 'id' });
  await db.open();
  const writeMs = await elapsed(() => db.table('incidents').bulkAdd(incidents));
  db.close();
  await Dexie.delete(name);
  return writeMs;
}

async function measure(name: string): Promise<Product & { readonly parseMs: number; readonly writeMs: number }> {
  const file = new File([await (await fetch(`./${name}`)).blob()], name);
  const { product, incidents } = await runProduct(file);
  const parseMs = await parseAlone(file);
  const writeMs = await writeAlone(incidents);
  return { ...product, parseMs, writeMs };
}

Object.assign(window, { measure });
