import type { Messages } from '../messages';

export const importing: Messages['importing'] = {
  title: 'Open your file',
  titleOf: (file) => `Open file: ${file}`,
  step: {
    reading: 'Reading the file',
    parsing: 'Splitting rows and columns',
    understanding: 'Understanding the data',
    committing: 'Writing to the register',
  },
  progressRows: (done, total) => `${done} / ${total} rows`,
  progressBytes: (done, total) => `${done} / ${total} MB`,

  openAs: 'Open as',
  openAsName: { incidents: 'Incidents', layer: 'Map layer' },

  legacy: {
    tcvn3: 'The texts were typed in a TCVN3 (ABC) font: convert them to Unicode',
    vni: 'The texts were typed in a VNI font: convert them to Unicode',
  },
  legacySample: (before, after) => `“${before}” becomes “${after}”.`,

  metricTitle: (n) => `Rows with VN-2000 coordinates in metres: ${n}. Of which zone?`,
  metricHint:
    'The wrong zone puts points about 26 km off. The one with more points in the mapped area is chosen to begin with.',
  metricTie:
    'The wrong zone puts points about 26 km off. Both fit equally: ask who made the file, or check a point that you know before importing.',
  metricInside: (n) => `${n} points in the mapped area`,
  meridian: {
    104.75: 'Phú Thọ: central meridian 104°45′, zone of 3°',
    105: 'Vĩnh Phúc: central meridian 105°00′, zone of 3°',
  },

  counts: 'What was understood',
  rows: 'Data rows',
  usable: 'Usable',
  rejected: 'Not usable',
  cases: 'Criminal cases',
  violations: 'Violations',
  persons: 'Persons involved',
  withUnit: 'Unit recognised',

  tabs: 'Preview',
  firstRows: 'First rows',
  firstRowsCaption: (shown, total) => `First ${shown} of ${total} usable rows`,
  columns: (n) => `Columns (${n})`,
  columnsCaption: 'Columns of the file and what they are taken for',
  rejectedCaption: (shown, total) =>
    shown === total ? `${total} rows cannot be used` : `First ${shown} of ${total} rows that cannot be used`,
  notesTab: (n) => `Notes (${n})`,
  noneUsableSwapped:
    'Latitude and longitude are swapped in the file. It need not be mended: turn on “Swap latitude and longitude for the whole file” right below.',
  noneUsable: 'No row can be used yet. See the reason for each and mend it below, or in the file and open it again.',

  row: 'Row',
  feature: 'Feature',
  column: 'Column',
  meaning: 'Taken for',
  samples: 'Examples',
  reason: 'Reason',
  text: 'Text',
  geometryColumn: '(geometry)',
  ignoredColumn: 'left out',
  ignoredHint:
    'Columns “left out” are neither stored nor shown. Personal data such as names and ID numbers are never taken in.',
  occurred: 'Occurred',
  position: 'Latitude, longitude',
  category: 'Category',
  kind: 'Kind',
  personsShort: 'Persons',
  unit: 'Unit',
  summary: 'Summary',

  downloadRejected: 'Download the rows that cannot be used',
  rejectedFile: (file) => `${file} - unusable rows.csv`,

  swap: 'Swap latitude and longitude for the whole file',
  swapHint: (n) =>
    `${n} rows lie in the area only when the two columns are swapped. Swapping is for every row of the file.`,
  swapOn: 'The two columns are swapped.',
  personalTitle: (n) => `${n} rows hold what looks like an ID, telephone or account number, or a vehicle’s plate`,
  personalHint: 'The register keeps no personal data; masked digits cannot be brought back.',
  personal: {
    mask: 'Import with these digits masked',
    skip: 'Leave these rows out',
  },
  personalTextsTitle: (n) =>
    `${n} features have attributes with what looks like an ID, telephone or account number, or a vehicle’s plate`,
  personalTextsHint: 'Keep them only if you are sure that they tell nothing about a person.',
  personalTexts: {
    drop: 'Leave those attributes out, keep the shapes',
    keep: 'Keep those attributes as they are',
  },
  replaceSimulated: 'Remove the simulated data with this import',
  replaceSimulatedHint: (n, activities) =>
    `${n} simulated incidents${activities === null ? '' : ` and ${activities} simulated records of outreach`} are in the register. Undone together, in one step.`,

  importButton: (n) => (n === '1' ? 'Import 1 incident' : `Import ${n} incidents`),
  importNothing: 'Import incidents',
  undoHint: 'Imported in one step that can be undone. Your real incidents in the register stay as they are.',
  pickAnother: 'Choose another file',
  reviewing: 'Looking through the whole file…',

  layerTitle: 'Layers that will be added',
  layerName: {
    polygon: 'Name of the area layer',
    line: 'Name of the line layer',
    point: 'Name of the point layer',
  },
  layerSuffix: { polygon: 'areas', line: 'lines', point: 'points' },
  layerFeatures: {
    polygon: (n) => (n === '1' ? '1 area' : `${n} areas`),
    line: (n) => (n === '1' ? '1 line' : `${n} lines`),
    point: (n) => (n === '1' ? '1 point' : `${n} points`),
  },
  layerNameMissing: 'Give the layer a name.',
  addLayers: (n) => (n === '1' ? 'Add layer' : `Add ${n} layers`),
  layerHint: 'The layer is kept on this device; style it and use it as a flagging zone in the legend.',
  featureFault: {
    noGeometry: 'no geometry',
    invalidGeometry: 'geometry is not valid',
    outsideWorld: 'coordinates outside the range of longitude and latitude',
  },
  rejectedFeatures: (n) => (n === '1' ? '1 feature cannot be used' : `${n} features cannot be used`),

  field: {
    lat: 'Latitude',
    lng: 'Longitude',
    position: 'Position',
    place: 'Place (in words)',
    date: 'Date',
    time: 'Time',
    dateTo: 'Until',
    timeTo: 'Until (time)',
    reportedOn: 'Reported on',
    category: 'Category',
    kind: 'Kind',
    discovery: 'Source of report',
    persons: 'Persons involved',
    unit: 'Handling unit',
    status: 'Status',
    summary: 'Summary',
    accuracy: 'Position accuracy (m)',
    sourceId: 'Number (only to find repeated rows)',
  },
  rejectReason: {
    missingPosition: 'position is missing',
    positionNotNumber: 'position is not a number',
    linkWithoutPlace:
      'the map link names no place (shortened, or only a view): open it, press and hold on the spot, and copy the coordinates',
    plusCodeWithoutPlace:
      'a short plus code without a known place nearby: give the full code (such as 7PH78C2P+XX) or add the name of the commune',
    placeAmbiguous: 'the place in words may be several: choose one',
    placeUnknown: 'the place in words is not known: add the name of the commune, or place it on the map',
    swappedPosition: 'latitude and longitude are swapped',
    outsideWorld: 'neither longitude and latitude nor VN-2000 coordinates in metres',
    outsideArea: 'more than 100 km from the mapped area',
    notAPoint: 'not a point',
    missingDate: 'date is missing',
    unreadableDate: 'date cannot be read (day/month/year is needed)',
    unreadableTime: 'time cannot be read (write 21:30)',
    futureDate: 'date lies in the future',
    endsBeforeStart: 'ends before it begins',
    unreadablePersons: 'number of persons is not a whole number',
    negativePersons: 'number of persons is negative',
    personalNumber:
      'holds what looks like an ID, telephone or account number, or a vehicle’s plate (you chose to leave it out)',
  },
  note: {
    placeTaken: (n) =>
      `Rows that name their place in words: ${n}. Placed in its middle; the accuracy is the radius that covers it. The words are not kept.`,
    accuracyByDigits: (n) =>
      `Rows whose coordinates have few digits: ${n}. The accuracy is that of the last digit; it may be worse.`,
    yearAssumed: (n) => `Rows with a day without a year: ${n}. Taken for the last such day before today.`,
    zoneConverted: (n) => `Rows with times in another time zone: ${n}. Carried to Vietnam's time (UTC+7).`,
    kindAssumed: (n) => `Rows that do not tell the kind: ${n}. Taken for administrative violations.`,
    categoryMissing: (n) => `Rows without a category: ${n}. Put under “Other”.`,
    categoryUnknown: (n) => `Rows with an unknown category: ${n}. Put under “Other”.`,
    discoveryAssumed: (n) => `Rows that do not tell the source of the report: ${n}. Taken for reported by people.`,
    personsAssumed: (n) => `Rows without a number of persons: ${n}. Taken for 0.`,
    statusAssumed: (n) => `Rows without a clear status: ${n}. Taken for open.`,
    unitUnknown: (n) => `Rows with a unit that the edition of that day does not have: ${n}. Left empty.`,
    unitAmbiguous: (n) => `Rows with a unit name that several units bear: ${n}. Left empty.`,
    reportedOnUnreadable: (n) => `Rows whose day of report cannot be read: ${n}. Left empty.`,
    accuracyUnreadable: (n) => `Rows whose position accuracy cannot be read: ${n}. Left empty.`,
    personalNumberMasked: (n) => `Rows with what looks like a person's number: ${n}. The digits are masked.`,
    summaryShortened: (n) => `Rows with too long a summary: ${n}. The first 10,000 characters are kept.`,
    duplicateSourceId: (n) => `Rows that repeat the number of an earlier row: ${n}. See Duplicates.`,
    blankRows: (n) => `Blank rows passed over: ${n}.`,
    positionsSwapped: () => 'Latitude and longitude of the whole file are swapped, from its first row of data.',
  },
  noteRows: (rows) => `rows ${rows}`,
  noteSamples: (samples) => `for example: ${samples}`,
};
