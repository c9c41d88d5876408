import '../app.css';
import './field.css';
import { useEffect, useState } from 'react';
import type { Problem, Result } from '../../domain';
import { readStopList, type StopList } from '../../formats/patrols/stopList';
import { catalogues, LanguageProvider } from '../../i18n';
import { describeProblem } from '../../i18n/describeProblem';
import { patrolFieldWords } from '../../i18n/patrolFieldWords';
import { usePreference } from '../../store/preferences';
import { InlineMessage, ProgressBar, UiProvider } from '../../ui';
import { useAppearance } from '../appearance';
import { FieldList } from './FieldList';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

type Reading = { readonly text: string; readonly result: Result<StopList, Problem> | null };

/** The text behind `#`, also when another link is opened in the same page. */
function useReading(): Reading {
  const [reading, setReading] = useState<Reading>({ text: window.location.hash.slice(1), result: null });
  useEffect(() => {
    let isCurrent = true;
    const read = (): void => {
      const text = window.location.hash.slice(1);
      setReading({ text, result: null });
      if (text === '') return;
      void readStopList(text).then((result) => {
        // Another link may have been opened meanwhile.
        if (isCurrent && text === window.location.hash.slice(1)) setReading({ text, result });
      });
    };
    read();
    window.addEventListener('hashchange', read);
    return () => {
      isCurrent = false;
      window.removeEventListener('hashchange', read);
    };
  }, []);
  return reading;
}

/** The page of a list of stops, whole: it needs neither the register nor the map. */
export function FieldApp() {
  const language = usePreference('language');
  useAppearance(language, usePreference('theme'));
  const words = patrolFieldWords[language];
  const { text, result } = useReading();
  const told = result && !result.ok ? describeProblem(catalogues[language], result.problem) : null;
  return (
    <LanguageProvider language={language}>
      <UiProvider locale={LOCALES[language]} strings={catalogues[language].common.ui}>
        <main className="gr-Field-page">
          {text === '' ? (
            <>
              <h1>{words.listTitle}</h1>
              <InlineMessage tone="error" title={words.noList} remedy={words.noListHelp} />
            </>
          ) : told ? (
            <>
              <h1>{words.listTitle}</h1>
              <InlineMessage tone="error" title={told.title} detail={told.detail} remedy={told.remedy} isLive />
            </>
          ) : result?.ok ? (
            <FieldList key={text} list={result.value} />
          ) : (
            <ProgressBar label={words.reading} share={null} />
          )}
          <p>
            <a href="./">{words.openProgram}</a>
          </p>
        </main>
      </UiProvider>
    </LanguageProvider>
  );
}
