/** The words that the controls say by themselves. The application passes them in, in the language of the screen. */
export interface UiStrings {
  readonly close: string;
  readonly cancel: string;
  readonly clear: string;
  readonly copyTable: string;
  readonly copiedRows: (count: number) => string;
  readonly copyFailed: string;
  readonly copyMissingRows: (count: number) => string;
  readonly columnWidth: (column: string) => string;
  readonly loadingRow: string;
  readonly editCell: (column: string, row: number) => string;
  readonly editedCells: (count: number) => string;
  readonly pastedNowhere: string;
  readonly pastedNoText: string;
  readonly tooManyCells: (limit: number) => string;
  readonly useSuggestion: string;
  readonly increase: (field: string) => string;
  readonly decrease: (field: string) => string;
  readonly numberField: string;
  readonly emptyValue: string;
  readonly suggestions: string;
  readonly showSuggestions: string;
  readonly suggestionCount: (count: number) => string;
  readonly selected: (text: string) => string;
  readonly notifications: (count: number) => string;
  readonly longPressMenu: string;
  readonly selectPlaceholder: string;
  readonly dropHere: string;
  readonly dropByKeyboard: string;
  readonly dropByTouch: string;
  readonly dropByClick: string;
  readonly sheetHandle: string;
  readonly sheetHeights: Readonly<Record<'low' | 'half' | 'full', string>>;
}
