/** On Windows everywhere, with all Vietnamese letters. */
export const FONT = 'Arial';
/** Dark on white, for weak projectors. */
export const COLOUR = { ink: '17211F', muted: '4C5958', accent: '0F5C5C', soft: 'E1EFEE', line: 'B9C6C4' } as const;
export const LANGUAGE = { vi: 'vi-VN', en: 'en-GB' } as const;
/** Names by which shapes are told apart until they are placeholders. */
export const SHAPE = { title: 'Title', text: 'Text', footer: 'Footer', number: 'Slide Number' } as const;
/** Stands for the number of a slide. */
export const NUMBER_SIGN = '‹#›';
