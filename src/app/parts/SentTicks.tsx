import { lazy, Suspense, useEffect, useState } from 'react';
import { ticksIn } from '../field/fieldLinks';

const SentTicksDialog = lazy(() => import('./SentTicksDialog'));

/** Shows what a team has sent back when its link is opened. */
export function SentTicks() {
  const [text, setText] = useState(() => ticksIn(window.location.hash));
  useEffect(() => {
    const look = (): void => {
      const sent = ticksIn(window.location.hash);
      if (sent !== null) setText(sent);
    };
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return text === null ? null : (
    <Suspense>
      <SentTicksDialog key={text} text={text} onClose={() => setText(null)} />
    </Suspense>
  );
}
