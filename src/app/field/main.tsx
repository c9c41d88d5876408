import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { registerOffline } from '../offline/registerOffline';
import { FieldApp } from './FieldApp';

// A telephone that only ever opens lists keeps the program for use without network all the same.
void registerOffline({
  // It starts when all pages are closed: whoever is on the way is not disturbed.
  onUpdateReady: () => undefined,
  onOutdated: () => undefined,
  onOfflineFailed: (error) => console.warn('not kept for use without network', error),
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <FieldApp />
  </StrictMode>,
);
