import { useRef, useState } from 'react';
import type { ReportTemplateProblem } from '../../../domain';
import { useFormat } from '../../../i18n';
import { briefingFileWords } from '../../../i18n/briefingFileWords';
import { describeTemplateProblem } from '../../../i18n/describeTemplateProblem';
import { officialReportWords } from '../../../i18n/officialReportWords';
import { useWords } from '../../../i18n/useWords';
import { reviewReport } from '../../../i18n/vi/reviewReport';
import { Button, InlineMessage, ProgressBar } from '../../../ui';
import { withOffice } from '../../briefing/withOffice';
import { useServices } from '../../services';
import { saveBlob } from '../../wiring/saveBlob';
import { dropTemplate, type KeptTemplate, keepTemplate } from './reportDesk';
import { REPORT_OUTLINE } from './reportOutline';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Of a file that is no template at all the first problems tell enough. */
const MOST_SHOWN = 6;

interface ProblemListProps {
  readonly problems: readonly ReportTemplateProblem[];
  /** A report can be filled in all the same. */
  readonly isUsable: boolean;
}

/** What is wrong with a template: what, where, how to mend. */
export function ProblemList({ problems, isUsable }: ProblemListProps) {
  const words = useWords(officialReportWords);
  const files = useWords(briefingFileWords);
  const format = useFormat();
  const more = problems.length - MOST_SHOWN;
  return (
    <>
      {problems.slice(0, MOST_SHOWN).map((problem, i) => {
        const { title, detail, remedy } = describeTemplateProblem(problem, words, format);
        return (
          <InlineMessage
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be wrong in several places
            key={i}
            tone={isUsable ? 'info' : 'error'}
            title={title}
            detail={detail}
            remedy={remedy}
            isLive={i === 0}
          />
        );
      })}
      {more > 0 && <p className="gr-muted">{files.moreProblems(format.count(more))}</p>}
    </>
  );
}

export interface TemplateChoiceProps {
  readonly template: KeptTemplate | null;
  readonly onTemplate: (template: KeptTemplate | null) => void;
  readonly isDisabled: boolean;
}

/** The unit's own template: to get one to adapt, to use one, to let it go. */
export function TemplateChoice({ template, onTemplate, isDisabled }: TemplateChoiceProps) {
  const { store } = useServices();
  const words = useWords(briefingFileWords);
  const input = useRef<HTMLInputElement>(null);
  const [isChecking, setIsChecking] = useState(false);
  const [told, setTold] = useState<ProblemListProps | null>(null);
  const [wrong, setWrong] = useState<{ readonly title: string; readonly remedy: string } | null>(null);
  const work = async (run: () => Promise<void>): Promise<void> => {
    setIsChecking(true);
    setTold(null);
    setWrong(null);
    try {
      await run();
    } catch (error) {
      console.error(error);
      setWrong({ title: words.failed, remedy: words.failedRemedy });
    }
    setIsChecking(false);
  };
  const take = (file: File): Promise<void> =>
    work(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const looks = await withOffice(async (office) => office.checkTemplate(bytes));
      if (!looks) return;
      const isUsable = looks.hindering.length === 0;
      setTold({ problems: isUsable ? looks.lacking : looks.hindering, isUsable });
      if (!isUsable) return;
      const kept = { name: file.name, bytes };
      const result = await keepTemplate(store, kept);
      if (result.ok) onTemplate(kept);
      else setWrong({ title: words.templateNotKept, remedy: words.templateNotKeptRemedy });
    });
  const download = (): Promise<void> =>
    work(async () => {
      const made = await withOffice(async (office) =>
        office.reportTemplate(REPORT_OUTLINE, reviewReport.templateTitle),
      );
      if (!made?.ok) throw new Error(made?.problem.detail);
      saveBlob(new Blob([made.value], { type: DOCX }), reviewReport.templateFile);
    });
  const isBusy = isDisabled || isChecking;
  return (
    <section className="gr-Stack" aria-label={words.template}>
      <input
        ref={input}
        type="file"
        accept={`.docx,${DOCX}`}
        hidden
        data-file="template"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      <p className={template ? undefined : 'gr-muted'}>
        {template ? words.templateUsed(template.name) : words.templateHint}
      </p>
      <div className="gr-Files-buttons">
        <Button isDisabled={isBusy} onPress={() => input.current?.click()}>
          {words.useTemplate}
        </Button>
        {template && (
          <Button
            isDisabled={isBusy}
            onPress={() => {
              setTold(null);
              onTemplate(null);
              void dropTemplate(store);
            }}
          >
            {words.dropTemplate}
          </Button>
        )}
        <Button isDisabled={isBusy} onPress={() => void download()}>
          {words.downloadTemplate}
        </Button>
      </div>
      {isChecking && <ProgressBar label={words.checking} share={null} />}
      {told && <ProblemList {...told} />}
      {wrong && <InlineMessage tone="error" title={wrong.title} remedy={wrong.remedy} isLive />}
    </section>
  );
}
