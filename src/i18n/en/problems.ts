import type {
  DocumentTable,
  ForeignFormat,
  JournalFileFault,
  PatrolNumber,
  ProblemOf,
  ProblemPlace,
} from '../../domain';
import type { Messages } from '../messages';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const degrees = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 5, maximumFractionDigits: 5 });
const at = ({ lat, lng }: ProblemPlace): string => `latitude ${degrees.format(lat)}, longitude ${degrees.format(lng)}`;
const megabytes = (bytes: number): string => `${whole.format(bytes / 1_000_000)} MB`;
const list = (items: readonly string[]): string => items.map((item) => `“${item}”`).join(', ');

const CHECKED_TEXT = {
  summary: 'Summary',
  sourceId: 'Case number',
  note: 'The note',
  name: 'The name',
  contact: 'The telephone or channel',
  title: 'The title',
  text: 'The text',
  notes: 'The speaker’s notes',
} as const;

/** A wall clock as it is read. */
const moment = (wallClock: string): string =>
  `${wallClock.slice(0, 10).split('-').reverse().join('/')} ${wallClock.slice(11)}`;

const TABLE: Record<DocumentTable, string> = {
  clusters: 'cluster',
  members: 'member',
  incidents: 'incident',
  layers: 'layer',
  layerContents: "layer's contents",
  terms: 'entry of a list',
  activities: 'activity',
  places: 'place',
  posts: 'post',
  shifts: 'shift',
  teams: 'team',
  duties: 'duty',
  patrolTasks: 'patrol task',
  patrolPlans: 'patrol plan',
  patrolRoutes: 'route',
  patrolVisits: 'visit',
  briefings: 'briefing',
  scenes: 'scene',
};

const PATROL_NUMBER: Record<PatrolNumber, string> = {
  fromMinute: 'the start (minute of the day)',
  minutes: 'the duration (minutes)',
  size: 'the number of people',
  mostMinutes: 'the longest time out (minutes)',
  restMinutes: 'the rest (minutes)',
  weight: 'the weight',
  dwellMinutes: 'the dwell (minutes)',
  visitsPerWeek: 'the visits per week',
  kmh: 'the speed (km/h)',
  leastGapHours: 'the least gap (hours)',
  mostGapHours: 'the longest gap (hours)',
  points: 'the number of points of the stretch',
  windows: 'the number of hours in which it is open',
  days: 'the days of the plan',
  seed: 'the seed of the search',
  iterations: 'the rounds of the search',
  worth: 'the incidents expected of the plan',
  stops: 'the stops of a route',
  routeMinutes: 'a time of a route (minutes after midnight)',
  routeMetres: 'the length of a route (metres)',
};

const RING_FAULT: Record<ProblemOf<'invalidRing'>['reason'], string> = {
  tooFewPoints: 'the ring has fewer than four points',
  notClosed: 'the ring is not closed',
  notFinite: 'a coordinate is not a number',
  selfIntersecting: 'the ring crosses itself',
  outsideWorld: 'a coordinate lies outside the range of longitude and latitude',
};

const JOURNAL_FAULT: Record<JournalFileFault, string> = {
  notJson: 'is not JSON',
  noJournal: 'this is not a journal file of Giáp Ranh',
  newerSchema: 'was written by a newer version of the program',
  wrongShape: 'a field is missing or wrong',
  partMissing: 'a part of the entry is missing',
  partUnasked: 'a part belongs to no entry',
  tooLong: 'the line is too long',
  clockAhead: 'was written on a day that is still far ahead',
};

const FOREIGN: Record<ForeignFormat, readonly [what: string, remedy: string]> = {
  xls: [
    'an old Excel file (.xls)',
    'Open it in Excel, choose File › Save As, type “Excel Workbook (*.xlsx)”, then open the new file.',
  ],
  encryptedOffice: [
    'an Office file with a password',
    'Open it in Excel, remove the password (File › Info › Protect Workbook), save, then open the new file.',
  ],
  docx: ['a Word document', 'Copy the table into Excel, save as .xlsx, then open that file.'],
  pptx: ['a PowerPoint presentation', 'Copy the table into Excel, save as .xlsx, then open that file.'],
  ods: ['an OpenDocument spreadsheet (.ods)', 'Open it in LibreOffice or Excel and save as .xlsx.'],
  zip: [
    'an archive without a spreadsheet, KML or Shapefile in it',
    'Unpack it, then open the files inside one by one. Of a Shapefile, zip the .shp, .dbf and .prj together.',
  ],
  pdf: ['a PDF', 'Use the spreadsheet (.xlsx or .csv) from which this PDF was made.'],
  image: ['a picture', 'Choose a table (.xlsx, .csv) or a .geojson file.'],
  html: ['a web page', 'If another program exported it as a table: open it in Excel and save as .xlsx.'],
  xml: ['an XML file', 'Open it in Excel and save as .xlsx, or export CSV from the program it came from.'],
  shapefile: [
    'one part of a Shapefile (.shp)',
    'Zip it together with the .dbf, .prj and .shx files of the same name, then open that .zip.',
  ],
  json: ['JSON, but not GeoJSON', 'Export it again as GeoJSON (a FeatureCollection).'],
  text: [
    'text without columns',
    'A table needs a header row and columns separated by commas, semicolons or tabs. Easiest: save it from Excel as .xlsx.',
  ],
  binary: [
    'a binary file of an unknown kind',
    'Choose an .xlsx, .csv, .geojson, .kml or .gpx file, or a zipped Shapefile (.zip).',
  ],
};

const FIELD: Record<string, string> = { lat: 'latitude', lng: 'longitude', position: 'position', date: 'date' };

const UNREADABLE: Record<string, readonly [detail: string, remedy: string]> = {
  quote: [
    'a double quote (") opens and is not closed in its place, so it cannot be told where the cell ends',
    'Open the file in Excel or an editor, mend the quotes in that row, and open it again.',
  ],
  zip: [
    'the file is damaged or was not downloaded completely',
    'Open it in Excel and save it again, or fetch it anew.',
  ],
  encrypted: [
    'the archive has a password',
    'Unpack it with the password, zip it again without one, then open the new file.',
  ],
  shp: [
    'the .shp file inside is damaged, or is no Shapefile',
    'Export the Shapefile again from the program it came from (QGIS, MapInfo, ArcGIS), zip .shp, .dbf and .prj, then open that.',
  ],
  dbf: [
    'the table of attributes (.dbf) of the Shapefile is damaged',
    'Export the Shapefile again from the program it came from (QGIS, MapInfo, ArcGIS), zip .shp, .dbf and .prj, then open that.',
  ],
  depth: [
    'its contents nest too deep, as no common map program writes them',
    'Fetch the file anew, or export it again from Google Earth or QGIS.',
  ],
  entities: [
    'the file defines abbreviations of its own (ENTITY), the way in which harmful files fill the memory',
    'Do not open files from strangers. If you need it, export it again from Google Earth or QGIS.',
  ],
  cells: [
    'the sheet spans more than 20 million cells, most of them empty',
    'In Excel, delete the empty rows and columns at the end of the sheet, save, and open it again.',
  ],
};

const NO_DATA_LOST = 'Your data are unchanged.';

export const problems: Messages['problems'] = {
  emptyCoverage: () => ({
    title: 'No units',
    detail: 'The boundaries hold no administrative unit.',
    remedy: 'Choose other boundaries.',
  }),
  invalidRing: ({ unit, place, reason }) => ({
    title: `The boundary of unit ${unit} is not valid`,
    detail: `At ${place ? at(place) : 'an unknown place'}: ${RING_FAULT[reason]}.`,
    remedy: "Mend the unit's shape in QGIS (Vector › Check Validity) and build again.",
  }),
  duplicateUnitCode: ({ unit }) => ({
    title: `Unit code ${unit} is there twice`,
    detail: 'Each unit of an edition needs a code of its own.',
    remedy: 'Join the two shapes or correct the code.',
  }),
  missingUnitCode: ({ featureIndex }) => ({
    title: 'A unit has no code',
    detail: `Feature ${whole.format(featureIndex + 1)} has no unit code.`,
    remedy: 'Put the five-digit code into the property “code”.',
  }),
  overlappingUnits: ({ units, place }) => ({
    title: 'Units overlap',
    detail: `${list(units)} overlap at ${at(place)}.`,
    remedy: 'Correct their common boundary so that they only touch.',
  }),
  unsharedBorder: ({ units, place, gapM }) => ({
    title: 'A common boundary does not match',
    detail: `${list(units)} are ${fine.format(gapM)} m apart at ${at(place)}, beyond the tolerance.`,
    remedy: 'Snap the two boundaries together in QGIS and build again.',
  }),
  emptyNetwork: () => ({
    title: 'No border lines',
    detail: 'No two units share a boundary.',
    remedy: 'Choose another edition.',
  }),
  invalidDistance: ({ valueM }) => ({
    title: 'Not a usable distance',
    detail: `${fine.format(valueM)} m cannot be used as a distance.`,
    remedy: 'Enter a number of metres above 0.',
  }),
  incompatibleIndex: ({ found, expected }) => ({
    title: 'The border index is of another version',
    detail: `Version ${found}, needed ${expected}.`,
    remedy: 'Reload the page to build it anew.',
  }),
  staleRow: ({ table }) => ({
    title: 'Changed elsewhere in the meantime',
    detail: `A record (${TABLE[table]}) changed after you opened it, so this change was not written.`,
    remedy: 'Look at the newest state and change it again.',
  }),
  readOnlyDatabase: ({ found, known }) => ({
    title: 'The register is open for reading only',
    detail: `The data on this device were written by a newer version (schema ${found}, this version knows ${known}).`,
    remedy: 'Close all tabs of Giáp Ranh and open it again to get the newer version. Nothing is lost.',
  }),
  storageUnavailable: () => ({
    title: 'The browser does not let data be stored',
    detail: 'Giáp Ranh keeps the register in the browser (IndexedDB), which is switched off or blocked in this window.',
    remedy:
      'Use a normal window (not a private one), allow the page to store data in the browser’s settings, then reload.',
  }),
  storageFull: () => ({
    title: 'No space left on this device',
    detail: `The browser does not let more be written; this change was not written. ${NO_DATA_LOST}`,
    remedy:
      'Free some disk space (files you do not need, the recycle bin), then try again. Under Settings you can save the journal as a backup.',
  }),
  storageLost: () => ({
    title: "Lost the browser's database",
    detail: 'The last change may not have been written.',
    remedy: 'Reload the page, check the last record and enter it again if it is missing.',
  }),
  storageFailed: ({ detail }) => ({
    title: 'Could not write',
    detail: `The browser's database says: ${detail}. ${NO_DATA_LOST}`,
    remedy: 'Try again; if it fails again, make a backup and reload the page.',
  }),
  nothingToUndo: () => ({ title: 'Nothing to undo', detail: '', remedy: '' }),
  nothingToRedo: () => ({ title: 'Nothing to redo', detail: '', remedy: '' }),
  notFound: ({ table }) => ({
    title: 'Record not found',
    detail: `The record (${TABLE[table]}) is no longer in the register; it may have been removed.`,
    remedy: 'Undo its removal if needed.',
  }),
  undoConflict: ({ table }) => ({
    title: 'This step cannot be undone',
    detail: `The record (${TABLE[table]}) was changed again after it.`,
    remedy: 'Change the record itself to what you want.',
  }),
  invalidJournalFile: ({ line, reason, detail }) => ({
    title: 'Not a valid journal file',
    detail: `Line ${whole.format(line)}: ${JOURNAL_FAULT[reason]}${detail ? ` (${detail})` : ''}. Nothing was taken in.`,
    remedy:
      reason === 'newerSchema'
        ? 'Update the program and open the file again.'
        : reason === 'clockAhead'
          ? 'Check date and time of this device and of the one that wrote the file.'
          : 'Fetch the file again from the device that wrote it; do not edit it.',
  }),
  tooManyZones: ({ limit }) => ({
    title: 'Too many zones',
    detail: `At most ${whole.format(limit)} layers can serve as zones at once.`,
    remedy: 'Stop using another layer as a zone and try again.',
  }),
  distanceOutOfRange: ({ valueM, minM, maxM }) => ({
    title: 'Distance out of range',
    detail: `${fine.format(valueM)} m is not between ${whole.format(minM)} and ${whole.format(maxM)} m.`,
    remedy: `Enter ${whole.format(minM)} to ${whole.format(maxM)} m.`,
  }),
  nameTaken: ({ name }) => ({
    title: 'This name is taken',
    detail: `“${name}” is in the list already (marks and capitals do not count).`,
    remedy: 'Give another name, or merge the two.',
  }),
  tooManyTerms: ({ limit }) => ({
    title: 'The list is full',
    detail: `A list holds at most ${whole.format(limit)} entries.`,
    remedy: 'Merge or remove entries that are no longer used.',
  }),
  badMerge: ({ reason }) => ({
    title: 'These cannot be merged',
    detail: {
      itself: 'An entry cannot be merged into itself.',
      otherList: 'A category can only be merged into a category, a status into a status.',
      retired: 'The entry that would receive it is retired.',
    }[reason],
    remedy: 'Choose another entry of the same list that is in use.',
  }),
  termInUse: ({ uses }) => ({
    title: 'This entry is in use',
    detail:
      uses === 0
        ? 'Another entry was merged into it.'
        : uses === 1
          ? '1 incident has it.'
          : `${whole.format(uses)} incidents have it.`,
    remedy: 'Merge it into another, or retire it: incidents that have it keep it.',
  }),
  invalidCount: ({ value, limit }) => ({
    title: 'This count cannot be used',
    detail: `${fine.format(value)} is not a count.`,
    remedy: `Enter a whole number from 1 to ${whole.format(limit)}.`,
  }),
  alreadyMember: ({ name }) => ({
    title: 'Already a member',
    detail: `“${name}” is a member of the cluster in this time.`,
    remedy: 'Change the days of the member that is there, or choose another unit.',
  }),
  emptyName: () => ({ title: 'No name', detail: 'The name cannot be empty.', remedy: 'Enter a name and save again.' }),
  invalidDay: ({ text }) => ({
    title: 'Not a valid day',
    detail: `“${text}” is no day of the calendar.`,
    remedy: 'Enter day/month/year, for example 05/03/2019.',
  }),
  membershipEndsBeforeStart: () => ({
    title: 'The last day is before the first',
    detail: 'A membership must end after it begins.',
    remedy: 'Correct one of the two days.',
  }),
  periodEndsBeforeStart: () => ({
    title: 'The last day is before the first',
    detail: 'The period of the figures must end after it begins.',
    remedy: 'Correct one of the two days.',
  }),
  tooManyScenes: ({ limit }) => ({
    title: 'The briefing is full',
    detail: `A briefing has at most ${whole.format(limit)} scenes.`,
    remedy: 'Remove scenes that are not used, or make two briefings of it.',
  }),
  invalidBriefingFile: ({ reason, scene }) => ({
    title: 'The briefing cannot be read',
    detail: {
      notText: 'The file is no text in JSON.',
      notBriefing: 'The file was not written by the briefings of this program.',
      newer: 'The file was written by a newer version of this program.',
      damaged: scene === null ? 'The name or the period is damaged.' : `Scene ${whole.format(scene)} is damaged.`,
    }[reason],
    remedy:
      reason === 'newer'
        ? 'Open it with the newer version.'
        : 'Export the file again where it came from. The briefings that are here stay as they are.',
  }),
  noWeekdays: () => ({
    title: 'No day of the week is chosen',
    detail: '',
    remedy: 'Choose at least one day.',
  }),
  stillUsed: ({ table, uses }) => ({
    title: 'Still in use',
    detail: `Used by ${whole.format(uses)} × ${TABLE[table]}.`,
    remedy: 'Change or remove those first.',
  }),
  numberOutOfRange: ({ field, value, min, max }) => ({
    title: `Not accepted: ${PATROL_NUMBER[field]}`,
    detail: Number.isFinite(value) ? `The value given: ${fine.format(value)}.` : 'No value was given.',
    remedy: `Enter a number from ${fine.format(min)} to ${fine.format(max)}.`,
  }),
  numberNotWhole: ({ field, value }) => ({
    title: `Not accepted: ${PATROL_NUMBER[field]}`,
    detail: `The value given: ${fine.format(value)}.`,
    remedy: 'Enter a whole number.',
  }),
  brokenLink: ({ reason }) => ({
    title: 'The link cannot be read',
    detail:
      reason === 'newer'
        ? 'A newer version of the program wrote it.'
        : 'A part of the link is missing, or it was changed.',
    remedy:
      reason === 'newer'
        ? 'Open the program with network so that it is renewed, then open the link again.'
        : 'Scan the QR code again, or copy the whole link from its beginning to its end.',
  }),
  nothingSimulated: () => ({
    title: 'No simulated data',
    detail: 'The register holds no simulated incidents to remove.',
    remedy: '',
  }),
  nothingToMend: () => ({
    title: 'Nothing to mend in this way',
    detail: 'None of the chosen incidents can be mended in this way.',
    remedy: 'Choose another way, or open them one by one in the register.',
  }),
  invalidMoment: ({ text }) => ({
    title: 'Not a valid time',
    detail: `“${text}” is no day and time of the calendar.`,
    remedy: 'Enter day and time, for example 05/03/2019 21:30.',
  }),
  endsBeforeStart: ({ from, to }) => ({
    title: 'The end is before the beginning',
    detail: `It begins ${moment(from)} and ends ${moment(to)}.`,
    remedy: 'Correct one of the two.',
  }),
  beginsInFuture: ({ text }) => ({
    title: 'A time in the future',
    detail: `By this computer’s clock ${moment(text)} is yet to come.`,
    remedy: 'Check day, month, year and time.',
  }),
  invalidPersons: ({ value, limit }) => ({
    title: 'Not a number of persons',
    detail: Number.isNaN(value)
      ? 'The number of persons must be a whole number.'
      : `${fine.format(value)} is not a whole number from 0 to ${whole.format(limit)}.`,
    remedy: 'Enter a whole number, 0 where it is not known.',
  }),
  invalidPosition: ({ reason }) => ({
    title: 'Not a valid position',
    detail:
      reason === 'halfGiven'
        ? 'Only one of latitude and longitude is given.'
        : 'Latitude must be from −90 to 90, longitude from −180 to 180.',
    remedy: reason === 'halfGiven' ? 'Enter both, or leave both empty.' : 'Check whether the two have changed places.',
  }),
  invalidAccuracy: ({ valueM }) => ({
    title: 'Not a valid accuracy',
    detail: Number.isNaN(valueM)
      ? 'The accuracy must be a number of metres.'
      : `${fine.format(valueM)} m is no accuracy.`,
    remedy: 'Enter metres from 0 up, or leave it empty where it is not known.',
  }),
  invalidUnitCode: ({ text }) => ({
    title: 'No such unit',
    detail: `“${text}” is neither the name nor the code of a unit.`,
    remedy: 'Choose a unit from the list.',
  }),
  unknownChoice: ({ text }) => ({
    title: 'Not in the list',
    detail: `“${text}” is not one of this column’s choices.`,
    remedy: 'Choose from the list, or type its name (marks are not needed).',
  }),
  textTooLong: ({ field, length, limit }) => ({
    title: `${CHECKED_TEXT[field]} too long`,
    detail: `It has ${whole.format(length)} characters; at most ${whole.format(limit)} are kept.`,
    remedy: 'Shorten it and save again.',
  }),
  personalNumbers: ({ field, masked, count }) => ({
    title: `${CHECKED_TEXT[field]} holds personal numbers`,
    detail: `${whole.format(count)} ${count === 1 ? 'number looks' : 'numbers look'} like an ID card, telephone, account or number plate, so it was not saved: “${masked.slice(0, 200)}”.`,
    remedy: 'Take them out, or mask them and save.',
  }),
  emptyFile: ({ file }) => ({
    title: 'Empty file',
    detail: `“${file}” holds nothing.`,
    remedy: 'See whether it was saved, or choose another file.',
  }),
  fileTooLarge: ({ file, sizeBytes, limitBytes }) => ({
    title: 'File too large',
    detail: `“${file}” has ${megabytes(sizeBytes)}; up to ${megabytes(limitBytes)} can be opened at once. It was not read. ${NO_DATA_LOST}`,
    remedy: 'Split the file, for example by year, and open the parts one by one.',
  }),
  unknownFormat: ({ file, detected }) => ({
    title: 'This kind of file cannot be opened',
    detail: `“${file}” is ${FOREIGN[detected][0]}. What can be opened: Excel (.xlsx), CSV, GeoJSON, KML, KMZ, GPX and zipped Shapefiles (.zip).`,
    remedy: FOREIGN[detected][1],
  }),
  unreadableFile: ({ file, format, detail, row }) => {
    const known = UNREADABLE[detail];
    const where = row === null ? '' : `, row ${whole.format(row)}`;
    return {
      title: 'The file cannot be read',
      detail: `“${file}”${where}: ${known?.[0] ?? `its ${format} content is broken (${detail})`}. ${NO_DATA_LOST}`,
      remedy: known?.[1] ?? 'Save it again from the program that made it, and open it again.',
    };
  },
  wrongEncoding: ({ file, row, sample }) => ({
    title: 'The letters of the file are in a wrong encoding',
    detail: `“${file}”, row ${whole.format(row)}: “${sample}”. ${NO_DATA_LOST}`,
    remedy:
      'Open the original, where the letters are right, in Excel; choose File › Save As, type “CSV UTF-8 (Comma delimited)” or .xlsx. Text in TCVN3 or VNI must first be converted to Unicode, for example with Unikey.',
  }),
  missingColumns: ({ file, missing, found }) => ({
    title: 'Columns are missing',
    detail: `“${file}” has no column for ${missing.map((field) => FIELD[field] ?? field).join(', ')}. ${
      found.length > 0 ? `Columns found: ${list(found)}.` : 'No header row was found.'
    }`,
    remedy:
      'Put a header row above the data with columns such as “Date”, “Latitude”, “Longitude” (or one column “Position”), and open it again.',
  }),
  missingActivityColumns: ({ file, missing, found }) => ({
    title: 'A needed column is missing',
    detail: `“${file}” has no column for the ${missing.map((field) => ({ day: 'day', unit: 'unit', kind: 'kind of activity' })[field]).join(', ')}. ${
      found.length > 0 ? `Columns that were read: ${list(found)}.` : 'No header row was found.'
    }`,
    remedy:
      'Put a header row with “Ngày” (day), “Đơn vị” (unit), then “Loại hoạt động” (kind) and “Số lượng” (count), or a column per kind: “Hội nghị”, “Phát thanh”, “Tuần tra”.',
  }),
  noUsableRows: ({ file, rows }) => ({
    title: 'No row can be used',
    detail:
      rows === 0
        ? `“${file}” has no rows below the header.`
        : `None of the ${whole.format(rows)} rows of “${file}” can be used.`,
    remedy:
      rows === 0
        ? 'Enter the data below the header, save, and open it again.'
        : 'See the reason for each row, mend them in the file, and open it again.',
  }),
  tooManyRows: ({ file, rows, limit }) => ({
    title: 'Too many rows',
    detail: `“${file}” has more than ${whole.format(Math.min(rows, limit))} rows or points; up to ${whole.format(limit)} can be opened at once. ${NO_DATA_LOST}`,
    remedy: 'Split the file and open the parts one by one.',
  }),
  noFeatures: ({ file }) => ({
    title: 'The file has no features',
    detail: `“${file}” holds no point, line or area that can be used.`,
    remedy: 'When exporting from QGIS, choose the right layer and the reference system EPSG:4326.',
  }),
  unsupportedCrs: ({ file, crs }) => ({
    title: 'Coordinates are not in WGS 84',
    detail: `“${file}” uses “${crs}”. WGS 84 (EPSG:4326) can be read; of a Shapefile with its .prj, UTM and VN-2000 too. ${NO_DATA_LOST}`,
    remedy: 'In QGIS: Export › Save Features As, GeoJSON, CRS “EPSG:4326 – WGS 84”, then open the new file.',
  }),
  cancelled: () => ({ title: 'Cancelled', detail: NO_DATA_LOST, remedy: '' }),
};
