import type { TemplatePlace } from '../../domain';
import { readXml } from '../readXml';
import type { TemplateParts } from './templateParts';

/** A paragraph of a template, its text put together from all its runs: Word splits words wherever they were once touched. */
export interface TemplateParagraph {
  readonly text: string;
  readonly part: TemplatePlace['part'];
  /** In the text itself, not in a table, a field or a box. */
  readonly isTop: boolean;
}

const PARTS: readonly (readonly [pattern: RegExp, part: TemplatePlace['part']])[] = [
  [/^word\/document\.xml$/, 'body'],
  [/^word\/header\d*\.xml$/, 'header'],
  [/^word\/footer\d*\.xml$/, 'footer'],
  [/^word\/(?:foot|end)notes\.xml$/, 'note'],
];

interface OpenParagraph {
  text: string;
  readonly part: TemplatePlace['part'];
  readonly isTop: boolean;
  readonly at: number;
}

function paragraphsOf(xml: string, part: TemplatePlace['part']): TemplateParagraph[] {
  const done: OpenParagraph[] = [];
  const open: OpenParagraph[] = [];
  const path: string[] = [];
  let boxes = 0;
  let count = 0;
  readXml(xml, {
    open: (name) => {
      if (name === 'txbxContent') boxes += 1;
      if (name === 'p') {
        const isTop = path.at(-1) === 'body';
        open.push({ text: '', part: boxes > 0 ? 'box' : part, isTop, at: count });
        count += 1;
      }
      path.push(name);
    },
    close: (name) => {
      path.pop();
      if (name === 'txbxContent') boxes -= 1;
      if (name === 'p') {
        const paragraph = open.pop();
        if (paragraph) done.push(paragraph);
      }
    },
    text: (text) => {
      const paragraph = open.at(-1);
      if (paragraph && path.at(-1) === 't' && path.at(-2) === 'r') paragraph.text += text;
    },
  });
  return done.sort((a, b) => a.at - b.at);
}

/**
 * The paragraphs of a template in the order in which they are read, those of the text first.
 * @throws XmlFault  where a part is not well-formed
 */
export function templateParagraphs(parts: TemplateParts): readonly TemplateParagraph[] {
  const decoder = new TextDecoder();
  return PARTS.flatMap(([pattern, part]) =>
    [...parts].flatMap(([path, bytes]) => (pattern.test(path) ? paragraphsOf(decoder.decode(bytes), part) : [])),
  );
}
