import * as v from 'valibot';
import { DOCUMENT_TABLES } from '../domain';
import { MAX_PART_ROWS, MOST_COUNTED } from './journal';
import { anyChange, recordChange } from './recordSchema';

/** The first line of a journal file. */
export const FILE_MARK = { format: 'giap-ranh-journal', version: 1 } as const;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const uuid = v.pipe(v.string(), v.uuid());
/** Unix milliseconds that a `Date` can hold. */
const milliseconds = v.pipe(whole, v.maxValue(8.64e15));
const param = v.union([v.pipe(v.string(), v.maxLength(1_000)), v.pipe(v.number(), v.finite()), v.boolean(), v.null()]);
const counts = v.strictObject({ added: whole, updated: whole, removed: whole });

export const fileMark = v.strictObject({
  format: v.literal(FILE_MARK.format),
  version: v.literal(FILE_MARK.version),
});

export const headerLine = v.strictObject({
  header: v.strictObject({
    id: uuid,
    schema: v.pipe(whole, v.minValue(1)),
    device: uuid,
    user: v.pipe(v.string(), v.maxLength(200)),
    clock: v.strictObject({ wallMs: milliseconds, counter: v.pipe(whole, v.maxValue(MOST_COUNTED)) }),
    writtenMs: milliseconds,
    command: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    params: v.record(v.pipe(v.string(), v.maxLength(100)), param),
    counts: v.record(v.picklist(DOCUMENT_TABLES), counts),
    undoes: v.nullable(uuid),
    redoes: v.nullable(uuid),
    parts: v.pipe(whole, v.minValue(1)),
  }),
});

const partOf = (change: v.GenericSchema) =>
  v.strictObject({
    part: v.strictObject({
      journalId: uuid,
      index: whole,
      changes: v.pipe(v.array(change), v.minLength(1), v.maxLength(MAX_PART_ROWS)),
    }),
  });

/** A line of changes in the present schema. */
export const partLine = partOf(recordChange);
/** A line of changes in an older schema: to be upgraded, then checked against `presentChanges`. */
export const olderPartLine = partOf(anyChange);
export const presentChanges = v.array(recordChange);
