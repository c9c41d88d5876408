import { type ReactNode, use, useMemo, useSyncExternalStore } from 'react';
import type { Problem, Result, Term } from '../domain';
import { catalogues, LanguageProvider, TermsProvider, useMessages } from '../i18n';
import { describeProblem } from '../i18n/describeProblem';
import { type Observable, usePreference } from '../store';
import { InlineMessage, UiProvider } from '../ui';
import { resolveTheme, type Theme, useAppearance, watchSystemTheme } from './appearance';
import { type Services, ServicesContext } from './services';
import { ErrorBoundary } from './shell/ErrorBoundary';
import { Workspace } from './Workspace';
import { saveBlob } from './wiring/saveBlob';
import { useObservable } from './wiring/useObservable';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** The whole application: its frame for whatever may happen, and in it what needs the services. */
export function App({ starting }: { readonly starting: Promise<Result<Services, Problem>> }) {
  const language = usePreference('language');
  const backup = async (): Promise<void> => {
    const services = await starting;
    if (!services.ok) throw new Error(services.problem.kind);
    const journal = await services.value.store.exportJournal();
    if (!journal.ok) throw new Error(journal.problem.kind);
    saveBlob(journal.value, 'giap-ranh-nhat-ky.jsonl');
  };
  return (
    <LanguageProvider language={language}>
      <UiProvider locale={LOCALES[language]} strings={catalogues[language].common.ui}>
        <ErrorBoundary onBackup={backup}>
          <Started starting={starting} />
        </ErrorBoundary>
      </UiProvider>
    </LanguageProvider>
  );
}

/** Inside the boundary, so that a start which throws is told like anything else that breaks. */
function Started({ starting }: { readonly starting: Promise<Result<Services, Problem>> }) {
  const services = use(starting);
  return services.ok ? (
    <ServicesContext value={services.value}>
      <Termed terms={services.value.store.terms}>
        <Themed />
      </Termed>
    </ServicesContext>
  ) : (
    <NoStore problem={services.problem} />
  );
}

/** Below it, categories and statuses are called as the register calls them. */
function Termed({ terms, children }: { readonly terms: Observable<readonly Term[]>; readonly children: ReactNode }) {
  return <TermsProvider terms={useObservable(terms)}>{children}</TermsProvider>;
}

function Themed() {
  const choice = usePreference('theme');
  const readTheme = useMemo(() => (): Theme => resolveTheme(choice), [choice]);
  const theme = useSyncExternalStore(watchSystemTheme, readTheme);
  return <Workspace theme={theme} />;
}

/** The browser gives no database: nothing can be kept, so nothing is begun. */
function NoStore({ problem }: { readonly problem: Problem }) {
  const messages = useMessages();
  useAppearance(usePreference('language'), usePreference('theme'));
  const { title, detail, remedy } = describeProblem(messages, problem);
  return (
    <main className="gr-NoStore">
      <h1>{messages.common.appName}</h1>
      <InlineMessage tone="error" title={title} detail={detail} remedy={remedy} isLive />
    </main>
  );
}
