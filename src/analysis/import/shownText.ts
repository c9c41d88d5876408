import { maskAddress } from './maskAddress';
import { maskPersonalNumbers } from './personalNumbers';
import type { Field, RejectReason } from './types';

/** Where a long number is a coordinate, not that of a person. */
const NUMERIC_FIELDS: ReadonlySet<Field> = new Set<Field>(['lat', 'lng', 'position']);
const NUMERIC_REASONS: ReadonlySet<RejectReason> = new Set<RejectReason>([
  'swappedPosition',
  'outsideWorld',
  'outsideArea',
]);

const shown = (text: string, isNumeric: boolean): string => (isNumeric ? text : maskPersonalNumbers(text).text);

/** The text that a row was stumbled over, as it may be shown. */
export const shownText = (text: string, reason: RejectReason): string => shown(text, NUMERIC_REASONS.has(reason));

/** The text of a column as it may be shown. */
export const sampleText = (text: string, field: Field): string =>
  field === 'place' || field === 'position'
    ? maskAddress(shown(text, field === 'position'))
    : shown(text, NUMERIC_FIELDS.has(field));
