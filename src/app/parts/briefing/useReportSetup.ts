import { useEffect, useRef, useState } from 'react';
import type { Briefing, ReportForm } from '../../../domain';
import { formatters } from '../../../i18n';
import { briefingDraftWords } from '../../../i18n/briefingDraftWords';
import { reviewReport } from '../../../i18n/vi/reviewReport';
import { useServices } from '../../services';
import { periodText } from '../../wiring/briefingDrafts/speech';
import { type KeptTemplate, keepReportForm, readReportForm, readTemplate } from './reportDesk';

export interface ReportSetup {
  /** Null while it is read from the desk. */
  readonly form: ReportForm | null;
  readonly setForm: (form: ReportForm) => void;
  readonly template: KeptTemplate | null;
  readonly setTemplate: (template: KeptTemplate | null) => void;
}

/** What the desk keeps of reports: the form, and the unit's own template. */
export function useReportSetup({ id, from, to }: Briefing): ReportSetup {
  const { store } = useServices();
  const [form, setShown] = useState<ReportForm | null>(null);
  const [template, setTemplate] = useState<KeptTemplate | null>(null);
  const written = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    let isWanted = true;
    const speech = { words: briefingDraftWords.vi, format: formatters.vi, categoryName: String };
    const period = periodText({ from, to }, speech);
    void Promise.all([readReportForm(store, id, reviewReport.abstract(period)), readTemplate(store)]).then(
      ([kept, own]) => {
        if (!isWanted) return;
        setShown(kept);
        setTemplate(own);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [store, id, from, to]);
  const setForm = (next: ReportForm): void => {
    setShown(next);
    // One after the other, so that the last one stays.
    written.current = written.current.then(() => keepReportForm(store, id, next));
  };
  return { form, setForm, template, setTemplate };
}
