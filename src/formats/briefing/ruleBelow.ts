import { BorderStyle, LineRuleType, Paragraph } from 'docx';

/** A drawn line below a heading, in the middle of so much breadth, both in twips: a border, since an underline would follow the letters. */
export function ruleBelow(lengthTwips: number, breadthTwips: number, after = 0): Paragraph {
  const side = Math.max(0, Math.round((breadthTwips - lengthTwips) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 50, after, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    run: { size: 2 },
  });
}
