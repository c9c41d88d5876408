/** A file larger than this is refused before it is read: 100 MB holds half a million rows. */
export const MOST_FILE_BYTES = 100_000_000;
/** Rows or features of one file. */
export const MOST_ROWS = 500_000;
/** What a compressed workbook may hold once unpacked, and how many cells its largest sheet may span. */
export const MOST_UNPACKED_BYTES = 400_000_000;
export const MOST_CELLS = 20_000_000;
/** Vertices of a user's layer. */
export const MOST_POSITIONS = 3_000_000;
/** Properties in the text of a user's layers, within what a string can hold: each member of a collection carries the properties of its feature. */
export const MOST_LAYER_CHARS = 200_000_000;

/** What files can be opened, by the ending that users know them by. */
export const OPENABLE = ['csv', 'xlsx', 'geojson', 'kml', 'kmz', 'gpx', 'zip'] as const;
