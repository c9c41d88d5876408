import { foldVietnamese } from '../../../../domain';

/** A text as a file's name: small letters without signs, joined by hyphens. */
export const fileName = (text: string, ending: string): string =>
  `${
    foldVietnamese(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'tuan-tra'
  }.${ending}`;
