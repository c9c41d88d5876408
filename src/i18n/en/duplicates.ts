import type { Messages } from '../messages';

export const duplicates: Messages['duplicates'] = {
  reason: {
    number: 'same case number',
    place: 'near in place, time and category',
    text: 'same day, category and words',
  },
  strength: { strong: 'very alike', fair: 'quite alike', weak: 'somewhat alike' },
  field: {
    occurred: 'Time',
    position: 'Position',
    category: 'Category',
    kind: 'Kind',
    discovery: 'How it was learnt',
    personsInvolved: 'Persons involved',
    unitCode: 'Handling unit',
    status: 'Status',
    reportedOn: 'Reported on',
    summary: 'Summary',
    sourceId: 'Case number',
  },
  takeBoth: { personsInvolved: (total) => `Add up: ${total}`, summary: 'Join both' },
  noPosition: 'no position yet',
  crowds: (count) =>
    `${count} groups of many incidents share one point and day (or one number or text): such a point stands for many places, so they are not held against each other.`,
  isCut: 'There are too many pairs; the most alike are shown.',
};
