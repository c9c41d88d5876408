import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startServices } from './services';
import { restoreFromAddress } from './wiring/useAddressBar';

restoreFromAddress();
const starting = startServices(() => {
  // Another tab holds an older database open; it has been asked to close, and this one goes on as soon as it does.
  console.warn('waiting for another tab');
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Suspense fallback={<p className="gr-Loading">Giáp Ranh…</p>}>
      <App starting={starting} />
    </Suspense>
  </StrictMode>,
);
