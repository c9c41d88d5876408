import type { UiStrings } from './strings';

/*
 * React Aria brings its own words in thirty languages, none of them Vietnamese, and injects a style element, which our
 * content security policy forbids. Both are replaced here, once, before the first control is drawn: its words by ours
 * (through the global dictionary that it reads first), its style by the rule in base.css (it injects nothing where an
 * element of that id exists).
 */

type Args = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<string, (args: Args) => string>>;

let current: UiStrings | null = null;

/** The strings that React Aria speaks from now on. Called by UiProvider before its children are drawn. */
export function speak(strings: UiStrings): void {
  current = strings;
}

function say(pick: (strings: UiStrings, args: Args) => string): (args: Args) => string {
  return (args) => (current ? pick(current, args) : ' ');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** By React Aria's package and key. A control from a package that is not listed throws when it is first drawn: add its words then. */
const DICTIONARY: Readonly<Record<string, Words>> = {
  '@react-aria/overlays': { dismiss: say((s) => s.close) },
  '@react-aria/combobox': {
    focusAnnouncement: say((s, args) => {
      const option = text(args.optionText);
      const group = args.isGroupChange === true ? `${text(args.groupTitle)}: ` : '';
      return `${group}${args.isSelected === true ? s.selected(option) : option}`;
    }),
    countAnnouncement: say((s, args) => s.suggestionCount(number(args.optionCount))),
    selectedAnnouncement: say((s, args) => s.selected(text(args.optionText))),
    buttonLabel: say((s) => s.showSuggestions),
    listboxLabel: say((s) => s.suggestions),
  },
  '@react-aria/autocomplete': { collectionLabel: say((s) => s.suggestions) },
  '@react-aria/searchfield': { 'Clear search': say((s) => s.clear) },
  '@react-aria/numberfield': {
    increase: say((s, args) => s.increase(text(args.fieldLabel))),
    decrease: say((s, args) => s.decrease(text(args.fieldLabel))),
    numberField: say((s) => s.numberField),
  },
  '@react-aria/spinbutton': { Empty: say((s) => s.emptyValue) },
  '@react-aria/toast': {
    close: say((s) => s.close),
    notifications: say((s, args) => s.notifications(number(args.count))),
  },
  '@react-aria/menu': { longPressMessage: say((s) => s.longPressMenu) },
  '@react-aria/dnd': {
    dropDescriptionKeyboard: say((s) => s.dropByKeyboard),
    dropDescriptionTouch: say((s) => s.dropByTouch),
    dropDescriptionVirtual: say((s) => s.dropByClick),
  },
  'react-aria-components': {
    selectPlaceholder: say((s) => s.selectPlaceholder),
    dropzoneLabel: say((s) => s.dropHere),
  },
};

const STYLE_ID = 'react-aria-pressable-style';

function prepare(): void {
  if (typeof window === 'undefined') return;
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: 'vi-VN',
    [Symbol.for('react-aria.i18n.strings')]: DICTIONARY,
  });
  if (document.getElementById(STYLE_ID)) return;
  const standIn = document.createElement('meta');
  standIn.id = STYLE_ID;
  standIn.name = STYLE_ID;
  standIn.content = 'base.css';
  document.head.append(standIn);
}

prepare();
