import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SpeakerApp } from './SpeakerApp';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SpeakerApp presentation={window.location.hash.slice(1)} />
  </StrictMode>,
);
