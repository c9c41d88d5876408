import '../app.css';
import './speaker.css';
import { ArrowLeft, ArrowRight, MonitorOff, Pause, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { catalogues, LanguageProvider, useFormat } from '../../i18n';
import { briefingWords } from '../../i18n/briefingWords';
import { useWords } from '../../i18n/useWords';
import { usePreference } from '../../store/preferences';
import { Button, UiProvider } from '../../ui';
import { useAppearance } from '../appearance';
import { type SpeakerAct, type SpeakerMessage, type SpeakerState, speakerChannel } from './speakerTalk';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
const SECOND_MS = 1_000;
/** What a key asks for here; the same as at the projector. */
const KEYS: Readonly<Record<string, SpeakerAct>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  b: 'blank',
  '.': 'blank',
  f: 'freeze',
};

export interface SpeakerAppProps {
  readonly presentation: string;
}

/** The window with notes: what is on screen, what comes, the clock, and how long it has taken. */
export function SpeakerApp({ presentation }: SpeakerAppProps) {
  const language = usePreference('language');
  const theme = usePreference('theme');
  useAppearance(language, theme);
  const { common } = catalogues[language];
  return (
    <LanguageProvider language={language}>
      <UiProvider locale={LOCALES[language]} strings={common.ui}>
        <Notes presentation={presentation} />
      </UiProvider>
    </LanguageProvider>
  );
}

function Notes({ presentation }: SpeakerAppProps) {
  const words = useWords(briefingWords);
  const format = useFormat();
  const [state, setState] = useState<SpeakerState | null>(null);
  const [hasEnded, setEnded] = useState(false);
  const [since, setSince] = useState<number | null>(null);
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const talk = speakerChannel(presentation);
    channel.current = talk;
    talk.onmessage = ({ data }: MessageEvent<SpeakerMessage>) => {
      if (data.kind === 'state') {
        setState(data);
        setEnded(false);
        setSince((before) => before ?? data.sinceMs);
      }
      if (data.kind === 'ended') {
        setEnded(true);
        setSince(null);
      }
    };
    talk.postMessage({ kind: 'hello' } satisfies SpeakerMessage);
    return () => talk.close();
  }, [presentation]);
  const ask = (act: SpeakerAct): void => channel.current?.postMessage({ kind: 'do', act } satisfies SpeakerMessage);
  const askRef = useRef(ask);
  askRef.current = ask;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isOnButton = event.target instanceof HTMLButtonElement && event.key === ' ';
      const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act || isOnButton || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      askRef.current(act);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const { speaker } = words;
  if (!state || hasEnded)
    return (
      <main className="gr-Speaker">
        <h1>{speaker.title}</h1>
        <p role="status">{hasEnded ? speaker.ended : speaker.waiting}</p>
      </main>
    );
  const { number, count, title, text, notes, next, isBlank, pending } = state;
  return (
    <main className="gr-Speaker">
      <header>
        <h1>{speaker.title}</h1>
        <Clock since={since} onRestart={() => setSince(Date.now())} />
      </header>
      <section aria-label={speaker.now}>
        <h2>
          {speaker.now} · {words.place(format.count(number), format.count(count))}
        </h2>
        <p className="gr-Speaker-title">{title || words.untitled}</p>
        {text !== '' && <p className="gr-Speaker-text">{text}</p>}
        <p role="status">
          {[isBlank ? words.blanked : null, pending === null ? null : words.frozenAt(format.count(pending))]
            .filter(Boolean)
            .join(' ')}
        </p>
      </section>
      <section aria-label={words.notes} className="gr-Speaker-notes">
        <h2>{words.notes}</h2>
        <p className="gr-Speaker-text">{notes === '' ? speaker.noNotes : notes}</p>
      </section>
      <section aria-label={speaker.upcoming}>
        <h2>{speaker.upcoming}</h2>
        {next ? (
          <>
            <p className="gr-Speaker-title">{next.title || words.untitled}</p>
            <p className="gr-Speaker-text gr-muted">{next.text}</p>
          </>
        ) : (
          <p>{speaker.last}</p>
        )}
      </section>
      <footer className="gr-Actions">
        <Button icon={ArrowLeft} onPress={() => ask('previous')}>
          {words.previous}
        </Button>
        <Button icon={ArrowRight} variant="primary" onPress={() => ask('next')}>
          {words.next}
        </Button>
        <Button icon={MonitorOff} onPress={() => ask('blank')}>
          {words.blankScreen}
        </Button>
        <Button icon={Pause} onPress={() => ask('freeze')}>
          {words.freeze}
        </Button>
      </footer>
    </main>
  );
}

interface ClockProps {
  readonly since: number | null;
  readonly onRestart: () => void;
}

/** Minutes and seconds, hours where there are any. */
function lasted(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}

function Clock({ since, onRestart }: ClockProps) {
  const { speaker } = useWords(briefingWords);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const clock = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return (
    <div className="gr-Speaker-clock gr-tabular">
      <p>
        <span>{speaker.clock}</span> {two(clock.getHours())}:{two(clock.getMinutes())}
      </p>
      <p>
        <span>{speaker.elapsed}</span> {lasted(since === null ? 0 : now - since)}
      </p>
      <Button icon={RotateCcw} variant="quiet" onPress={onRestart}>
        {speaker.restart}
      </Button>
    </div>
  );
}
