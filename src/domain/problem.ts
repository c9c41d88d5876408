import type { DocumentTable } from './records';

/** A place that a message can point to, WGS 84 degrees. */
export interface ProblemPlace {
  readonly lng: number;
  readonly lat: number;
}

/** What a file was found to be that is none of the formats that can be opened; `text` and `binary` where nothing more is known. */
export type ForeignFormat =
  | 'xls'
  | 'encryptedOffice'
  | 'docx'
  | 'pptx'
  | 'ods'
  | 'zip'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'shapefile'
  | 'json'
  | 'text'
  | 'binary';

/** What is wrong with a line of a journal file. */
export type JournalFileFault =
  | 'notJson'
  | 'noJournal'
  | 'newerSchema'
  | 'wrongShape'
  | 'partMissing'
  | 'partUnasked'
  | 'tooLong'
  | 'clockAhead';

/** The free texts of an incident, of an activity, of what is used in patrols, and of a scene. */
type CheckedText = 'summary' | 'sourceId' | 'note' | 'name' | 'contact' | 'title' | 'text' | 'notes';

/** The numbers of teams, shifts, tasks and plans. */
export type PatrolNumber =
  | 'fromMinute'
  | 'minutes'
  | 'size'
  | 'mostMinutes'
  | 'restMinutes'
  | 'weight'
  | 'dwellMinutes'
  | 'visitsPerWeek'
  | 'kmh'
  | 'leastGapHours'
  | 'mostGapHours'
  | 'points'
  | 'windows'
  | 'days'
  | 'seed'
  | 'iterations'
  | 'worth'
  | 'stops'
  | 'routeMinutes'
  | 'routeMetres';

/**
 * Everything that may go wrong and is expected to: plain data, never a sentence. Each kind has its words in
 * `i18n/<language>/problems`, as a total record, so a new kind does not compile until it has words.
 */
export type Problem =
  // the border network
  | { readonly kind: 'emptyCoverage' }
  | {
      readonly kind: 'invalidRing';
      readonly unit: string;
      readonly place: ProblemPlace | null;
      readonly reason: 'tooFewPoints' | 'notClosed' | 'notFinite' | 'selfIntersecting' | 'outsideWorld';
    }
  | { readonly kind: 'duplicateUnitCode'; readonly unit: string }
  | { readonly kind: 'missingUnitCode'; readonly featureIndex: number }
  | { readonly kind: 'overlappingUnits'; readonly units: readonly string[]; readonly place: ProblemPlace }
  | {
      readonly kind: 'unsharedBorder';
      readonly units: readonly string[];
      readonly place: ProblemPlace;
      readonly gapM: number;
    }
  | { readonly kind: 'emptyNetwork' }
  | { readonly kind: 'invalidDistance'; readonly valueM: number }
  | { readonly kind: 'incompatibleIndex'; readonly found: number; readonly expected: number }
  // writing
  | { readonly kind: 'staleRow'; readonly table: DocumentTable; readonly id: string }
  | { readonly kind: 'readOnlyDatabase'; readonly found: number; readonly known: number }
  | { readonly kind: 'storageUnavailable' }
  | { readonly kind: 'storageFull' }
  | { readonly kind: 'storageLost' }
  | { readonly kind: 'storageFailed'; readonly detail: string }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'nothingToRedo' }
  | { readonly kind: 'notFound'; readonly table: DocumentTable; readonly id: string }
  | { readonly kind: 'undoConflict'; readonly table: DocumentTable; readonly id: string; readonly command: string }
  | {
      readonly kind: 'invalidJournalFile';
      /** Line of the file, the first being 1. */
      readonly line: number;
      readonly reason: JournalFileFault;
      /** Where in the line, for whoever mends it; may be empty. */
      readonly detail: string;
    }
  // what a user sets
  | { readonly kind: 'tooManyZones'; readonly limit: number }
  | { readonly kind: 'distanceOutOfRange'; readonly valueM: number; readonly minM: number; readonly maxM: number }
  | { readonly kind: 'emptyName' }
  | { readonly kind: 'nameTaken'; readonly name: string }
  | { readonly kind: 'tooManyTerms'; readonly limit: number }
  | { readonly kind: 'badMerge'; readonly reason: 'itself' | 'otherList' | 'retired' }
  | { readonly kind: 'termInUse'; readonly uses: number }
  | { readonly kind: 'invalidCount'; readonly value: number; readonly limit: number }
  | { readonly kind: 'alreadyMember'; readonly name: string }
  | { readonly kind: 'invalidDay'; readonly text: string }
  | { readonly kind: 'membershipEndsBeforeStart' }
  // briefings
  | { readonly kind: 'periodEndsBeforeStart' }
  | { readonly kind: 'tooManyScenes'; readonly limit: number }
  | {
      readonly kind: 'invalidBriefingFile';
      readonly reason: 'notText' | 'notBriefing' | 'newer' | 'damaged';
      readonly scene: number | null;
    }
  // patrols
  | { readonly kind: 'noWeekdays' }
  | { readonly kind: 'stillUsed'; readonly table: DocumentTable; readonly uses: number }
  | {
      readonly kind: 'numberOutOfRange';
      readonly field: PatrolNumber;
      readonly value: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'numberNotWhole'; readonly field: PatrolNumber; readonly value: number }
  /** A link of a patrol's list was cut or changed, or needs a newer program. */
  | { readonly kind: 'brokenLink'; readonly reason: 'damaged' | 'newer' }
  | { readonly kind: 'nothingSimulated' }
  | { readonly kind: 'nothingToMend' }
  // what a user writes into an incident
  | { readonly kind: 'invalidMoment'; readonly text: string }
  | { readonly kind: 'endsBeforeStart'; readonly from: string; readonly to: string }
  | { readonly kind: 'beginsInFuture'; readonly text: string }
  | { readonly kind: 'invalidPersons'; readonly value: number; readonly limit: number }
  | { readonly kind: 'invalidPosition'; readonly reason: 'halfGiven' | 'outsideWorld' }
  | { readonly kind: 'invalidAccuracy'; readonly valueM: number }
  | { readonly kind: 'invalidUnitCode'; readonly text: string }
  | { readonly kind: 'unknownChoice'; readonly text: string }
  | { readonly kind: 'textTooLong'; readonly field: CheckedText; readonly length: number; readonly limit: number }
  | {
      /** The text holds what can lead to a person; `masked` is the same text without. */
      readonly kind: 'personalNumbers';
      readonly field: CheckedText;
      readonly masked: string;
      readonly count: number;
    }
  // a user's file
  | { readonly kind: 'emptyFile'; readonly file: string }
  | { readonly kind: 'fileTooLarge'; readonly file: string; readonly sizeBytes: number; readonly limitBytes: number }
  | {
      readonly kind: 'unknownFormat';
      readonly file: string;
      readonly expected: readonly string[];
      readonly detected: ForeignFormat;
    }
  | {
      readonly kind: 'unreadableFile';
      readonly file: string;
      readonly format: string;
      readonly detail: string;
      readonly row: number | null;
    }
  | { readonly kind: 'wrongEncoding'; readonly file: string; readonly row: number; readonly sample: string }
  | {
      readonly kind: 'missingColumns';
      readonly file: string;
      readonly missing: readonly string[];
      readonly found: readonly string[];
    }
  | {
      readonly kind: 'missingActivityColumns';
      readonly file: string;
      readonly missing: readonly ('day' | 'unit' | 'kind')[];
      readonly found: readonly string[];
    }
  | { readonly kind: 'noUsableRows'; readonly file: string; readonly rows: number }
  | { readonly kind: 'tooManyRows'; readonly file: string; readonly rows: number; readonly limit: number }
  | { readonly kind: 'noFeatures'; readonly file: string }
  | { readonly kind: 'unsupportedCrs'; readonly file: string; readonly crs: string }
  | { readonly kind: 'cancelled' };

export type ProblemKind = Problem['kind'];
export type ProblemOf<K extends ProblemKind> = Extract<Problem, { readonly kind: K }>;
