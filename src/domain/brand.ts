declare const brandKey: unique symbol;

/** A value of type `T` that only the named constructor may make: two brands never mix by accident. */
export type Brand<T, Name extends string> = T & { readonly [brandKey]: Name };

/** Official code of an administrative unit, five digits as text: "07909". */
export type UnitCode = Brand<string, 'UnitCode'>;
/** A boundary edition: "2018", "2025". */
export type EditionId = Brand<string, 'EditionId'>;
/** `<edition>:<lower code>-<higher code>`, with `~2`, `~3` … for further separate parts of the same border. */
export type BorderLineId = Brand<string, 'BorderLineId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type ClusterId = Brand<string, 'ClusterId'>;
export type MemberId = Brand<string, 'MemberId'>;
/** A category or a status that a user made; the built-in ones are called by their own words. */
export type TermId = Brand<string, 'TermId'>;
export type ActivityId = Brand<string, 'ActivityId'>;
export type PlaceId = Brand<string, 'PlaceId'>;
export type LayerId = Brand<string, 'LayerId'>;
export type PostId = Brand<string, 'PostId'>;
export type ShiftId = Brand<string, 'ShiftId'>;
export type TeamId = Brand<string, 'TeamId'>;
export type DutyId = Brand<string, 'DutyId'>;
export type TaskId = Brand<string, 'TaskId'>;
export type PlanId = Brand<string, 'PlanId'>;
export type RouteId = Brand<string, 'RouteId'>;
export type VisitId = Brand<string, 'VisitId'>;
export type BriefingId = Brand<string, 'BriefingId'>;
export type SceneId = Brand<string, 'SceneId'>;
/** UUID v7 of a journal entry. */
export type JournalId = Brand<string, 'JournalId'>;
export type DeviceId = Brand<string, 'DeviceId'>;

/** Local wall clock to the minute, `YYYY-MM-DDTHH:mm`; never a moment in UTC. */
export type WallClock = Brand<string, 'WallClock'>;
/** A calendar day, `YYYY-MM-DD`. */
export type PlainDate = Brand<string, 'PlainDate'>;

/** WGS 84 degrees. */
export type LngLat = Brand<readonly [lng: number, lat: number], 'LngLat'>;

export const lngLat = (lng: number, lat: number): LngLat => [lng, lat] as unknown as LngLat;
