import { useRef, useState } from 'react';
import { shortUnitName } from '../../../analysis/openEdition';
import { type Briefing, checkReportForm, type ReportTemplateProblem, type Scene } from '../../../domain';
import { ReportFormFields } from '../../../features/briefing/ReportFormFields';
import { useLanguage, useMessages } from '../../../i18n';
import { briefingFileWords } from '../../../i18n/briefingFileWords';
import { useWords } from '../../../i18n/useWords';
import { useSession } from '../../../store';
import { Button, Dialog, Disclosure, InlineMessage, ProgressBar, Select, Switch, showToast } from '../../../ui';
import { useServices } from '../../services';
import { saveBlob } from '../../wiring/saveBlob';
import type { WritingStep } from './filesWish';
import { ProblemList, TemplateChoice } from './TemplateChoice';
import { useReportSetup } from './useReportSetup';
import { type BriefingFormat, type WantedFile, writeBriefingFiles } from './writeFiles';

const FORMATS = ['pptx', 'docx', 'xlsx'] as const satisfies readonly BriefingFormat[];

export interface FilesDialogProps {
  readonly briefing: Briefing;
  readonly scenes: readonly Scene[];
  readonly onClose: () => void;
}

/** What hinders a file: in words, or the template's own problems. */
type Wrong =
  | { readonly title: string; readonly detail: string }
  | { readonly problems: readonly ReportTemplateProblem[] };

/** Which file a briefing becomes, and how far its writing is. */
export function FilesDialog({ briefing, scenes, onClose }: FilesDialogProps) {
  const services = useServices();
  const { common } = useMessages();
  const words = useWords(briefingFileWords);
  const language = useLanguage();
  const [format, setFormat] = useState<BriefingFormat>('pptx');
  const showsInternal = useSession((session) => session.briefing.showsInternal);
  const setBriefing = useSession((session) => session.setBriefing);
  const { form, setForm, template, setTemplate } = useReportSetup(briefing);
  const [isAsked, setIsAsked] = useState(false);
  const [opensForm, setOpensForm] = useState<boolean | null>(null);
  const [work, setWork] = useState<{ readonly step: WritingStep; readonly share: number } | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const abort = useRef<AbortController | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const isFormWhole = form !== null && checkReportForm(form).length === 0;
  const isWorking = work !== null;
  const stop = (): void => {
    abort.current?.abort();
    abort.current = null;
  };
  const close = (): void => {
    stop();
    onClose();
  };
  const cancelButton = () =>
    content.current?.closest('[role=dialog]')?.querySelector<HTMLElement>('.gr-Dialog-footer button');
  const wantedFile = (): WantedFile | null => {
    if (format !== 'docx') return { format };
    return form && isFormWhole ? { format, form, template: template?.bytes ?? null } : null;
  };
  const write = async (): Promise<void> => {
    setWrong(null);
    const wanted = wantedFile();
    if (!wanted) {
      setIsAsked(true);
      setOpensForm(true);
      setWrong({ title: words.incomplete, detail: words.incompleteRemedy });
      // The fields have their faults after the next drawing.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => content.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()),
      );
      return;
    }
    const aborting = new AbortController();
    abort.current = aborting;
    // A button that is disabled loses the focus, and the keyboard with it; the one beside it ends the work.
    cancelButton()?.focus();
    setWork({ step: 'figures', share: 0 });
    const made = await writeBriefingFiles(services, wanted, {
      briefing,
      scenes,
      language,
      tier: showsInternal ? 'internal' : 'partner',
      signal: aborting.signal,
      onProgress: (step, share) => !aborting.signal.aborted && setWork({ step, share }),
    });
    setWork(null);
    if (made.kind === 'notReady') setWrong({ title: words.notReady, detail: '' });
    if (made.kind === 'templateRefused') setWrong({ problems: made.problems });
    if (made.kind === 'failed') {
      console.error(made.detail);
      setWrong({ title: words.failed, detail: words.failedRemedy });
    }
    if (made.kind !== 'done') return;
    saveBlob(made.blob, made.name);
    showToast(services.toasts, { title: made.isWhole ? words.done(made.name) : words.unfinished(made.name) });
    onClose();
  };
  // An organisation is named, a place is not.
  const member = services.store.members.getSnapshot().find(({ kind }) => kind === 'unit');
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={close}
      size={format === 'docx' ? 'medium' : 'small'}
      footer={
        <>
          <Button onPress={close}>{common.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={isWorking || (format === 'docx' && form === null)}
            onPress={() => void write()}
          >
            {words.write}
          </Button>
        </>
      }
    >
      <div className="gr-Stack" ref={content}>
        <Select
          label={words.format}
          hint={words.formatHints[format]}
          options={FORMATS.map((id) => ({ id, title: words.formats[id] }))}
          value={format}
          onChange={(chosen) => {
            setFormat(chosen);
            setWrong(null);
          }}
          isDisabled={isWorking}
        />
        {work && <ProgressBar label={words.steps[work.step]} share={work.share} onCancel={stop} />}
        {wrong && 'problems' in wrong && <ProblemList problems={wrong.problems} isUsable={false} />}
        {wrong && 'title' in wrong && <InlineMessage tone="error" title={wrong.title} detail={wrong.detail} isLive />}
        {format !== 'xlsx' && (
          <Switch
            isSelected={showsInternal}
            isDisabled={isWorking}
            hint={words.tierHint}
            onChange={(isOn) => setBriefing({ showsInternal: isOn })}
          >
            {words.tierInternal}
          </Switch>
        )}
        {format === 'docx' && form && !isWorking && (
          <>
            <TemplateChoice template={template} onTemplate={setTemplate} isDisabled={isWorking} />
            <Disclosure title={words.report} isOpen={opensForm ?? !isFormWhole} onOpenChange={setOpensForm}>
              <div className="gr-Stack">
                <p className="gr-muted">{words.reportKept}</p>
                <ReportFormFields
                  form={form}
                  onForm={(next) => {
                    // What is being filled in does not fold away when it is whole.
                    setOpensForm(opensForm ?? !isFormWhole);
                    setForm(next);
                  }}
                  suggested={{ place: member ? shortUnitName(member.name) : '', day: services.today }}
                  isAsked={isAsked}
                />
              </div>
            </Disclosure>
          </>
        )}
      </div>
    </Dialog>
  );
}
