import type { Incident } from '../../../src/domain';
import { STANDARD_CSV } from '../../../src/formats/csvWriter';
import type { ExportFacts, ExportWords, FlaggedIncidentRow } from '../../../src/formats/out/incidentRows';
import { catalogues, type Language } from '../../../src/i18n';
import { exportWords } from '../../../src/i18n/exportWords';
import { createExportTasks, type ExportChoice } from '../../../src/workers/exportTasks';

export const NOTES = [
  { label: 'Cấp tệp', text: 'Nội bộ cụm' },
  { label: 'Lưu ý', text: 'dữ liệu mô phỏng: 1 <trong> 2 "vụ việc"' },
];

const FACTS: ExportFacts = {
  editionId: '2018' as never,
  zoneM: { commune: 500, district: 1_000, province: 1_500 },
  exportedOn: '2026-11-23' as never,
  isInternal: true,
  tier: 'Nội bộ cụm',
  selection: 'tất cả vụ việc trong sổ',
  vn2000: null,
};

export const incident = (change: Partial<Incident> = {}): Incident => ({
  id: '01612576-d400-7000-8000-000000000abc' as never,
  occurred: { from: '2018-03-05T21:30' as never, to: '2018-03-05T21:30' as never },
  reportedOn: '2018-03-06' as never,
  lng: 105.412,
  lat: 21.296512345,
  positionAccuracyM: 12.5,
  positionMethod: 'coordinates',
  category: 'landDispute',
  kind: 'criminal',
  discovery: 'discovered',
  personsInvolved: 2,
  unitCode: '07912' as never,
  status: 'transferred',
  summary: 'Tranh chấp; "ranh đất",\nhai bên',
  source: { kind: 'file', name: 'a.csv', row: 5, id: 'HS-07' },
  rev: 3,
  ...change,
});

const bare = { unitName: null, locatedUnitCode: null, locatedUnitName: null, doubt: null, lines: [], userZones: [] };
export const rowOf = (change: Partial<Incident>): FlaggedIncidentRow => {
  const record = incident(change);
  return { incident: record, reference: record.id, ...bare };
};

/** One with all that a row can have, one with as little as it can, and one without a position. */
export const ROWS: readonly FlaggedIncidentRow[] = [
  {
    incident: incident(),
    reference: incident().id,
    unitName: 'Phường Bạch Hạc',
    locatedUnitCode: '09097' as never,
    locatedUnitName: 'Xã Bồ Sao',
    doubt: 'unsure',
    lines: [
      {
        id: '2018:07912-09097' as never,
        name: 'Bạch Hạc – Bồ Sao',
        level: 'province',
        exactness: 'exact',
        distanceM: 350.126,
        chainageM: 1_234.5678,
        sideCode: '09097' as never,
        sideName: 'Xã Bồ Sao',
      },
      {
        id: '2018:07909-07912' as never,
        name: 'Thanh Miếu – Bạch Hạc',
        level: 'commune',
        exactness: 'approximate',
        distanceM: 499.96,
        chainageM: 0,
        sideCode: '07912' as never,
        sideName: 'Phường Bạch Hạc',
      },
    ],
    userZones: ['Đê tả Lô'],
  },
  rowOf({
    summary: '=HYPERLINK("x");=1\n- a & <b>\u0001',
    unitCode: null,
    reportedOn: null,
    positionAccuracyM: null,
    source: { kind: 'simulated', name: 'seed 1', row: null, id: null },
  }),
];
export const UNPLACED = rowOf({ lng: null, lat: null, positionMethod: 'none', summary: 'ở đâu đó' });

function wordsOf(language: Language): ExportWords {
  const { incidents, boundaries } = catalogues[language];
  const words = exportWords[language];
  return {
    columns: words.columns,
    hasOwnProperties: language === 'vi',
    category: incidents.categoryName,
    kind: incidents.kindName,
    discovery: incidents.discoveryName,
    status: incidents.statusName,
    level: boundaries.level,
    positionMethod: words.positionMethod,
    caveat: words.caveat,
    doubt: words.doubt,
    simulated: words.simulated,
    real: words.real,
    yes: words.yes,
    no: words.no,
  };
}

export interface FileChoice extends Partial<Omit<ExportChoice, 'facts'>> {
  readonly language?: Language;
  readonly facts?: Partial<ExportFacts>;
  readonly rows?: readonly FlaggedIncidentRow[];
}

/** A file as the worker writes it, a row at a time. */
export async function writeFile({ language = 'vi', facts, rows = ROWS, ...choice }: FileChoice): Promise<Blob> {
  const tasks = createExportTasks();
  await tasks.beginExport({
    format: 'xlsx',
    dialect: STANDARD_CSV,
    frame: {
      name: 'vu-viec',
      sheetTitle: exportWords[language].sheet,
      dictionaryTitle: exportWords[language].dictionary,
      dictionaryHeadings: exportWords[language].dictionaryHeadings,
    },
    words: wordsOf(language),
    ...choice,
    facts: { ...FACTS, ...facts },
  });
  for (const row of rows) await tasks.addToExport([row]);
  return tasks.finishExport(NOTES);
}
