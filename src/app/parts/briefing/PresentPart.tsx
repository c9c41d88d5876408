import './briefing.css';
import {
  ChevronLeft,
  ChevronRight,
  CircleDot,
  CircleHelp,
  MonitorOff,
  NotebookText,
  Pause,
  Undo2,
  X,
} from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFormat } from '../../../i18n';
import { briefingWords } from '../../../i18n/briefingWords';
import { useWords } from '../../../i18n/useWords';
import type { MapHandle } from '../../../map/types';
import { useSession } from '../../../store';
import { Button, IconButton, Menu, showToast } from '../../../ui';
import { useServices } from '../../services';
import { presentationOfTab } from '../../speaker/speakerTalk';
import { StampPart } from '../StampPart';
import { PresentWords } from './PresentWords';
import { type Presenting, usePresenting } from './usePresenting';
import { useShownScene } from './useShownScene';

/** What lies over the live map while scenes are presented, or while a question is answered. */
export default function PresentPart({ mapRef }: { readonly mapRef: RefObject<MapHandle | null> }) {
  const show = useSession((session) => session.briefing.show);
  const presenting = usePresenting();
  if (presenting.scenes.length === 0) return null;
  return show === 'question' ? <QuestionBar /> : <Show presenting={presenting} mapRef={mapRef} />;
}

function QuestionBar() {
  const words = useWords(briefingWords);
  const setBriefing = useSession((session) => session.setBriefing);
  useEffect(() => {
    document.getElementById('panel')?.querySelector('.gr-Panel-body')?.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[data-blocks-commands]')) return;
      const { selection, select, mode, setMode } = useSession.getState();
      if (mode !== 'browse') setMode('browse');
      else if (selection) select(null);
      else setBriefing({ show: 'on' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [setBriefing]);
  return (
    <section className="gr-QuestionBar" aria-label={words.question}>
      <p>{words.questionBar}</p>
      <Button icon={Undo2} variant="primary" onPress={() => setBriefing({ show: 'on' })}>
        {words.backToScene}
      </Button>
    </section>
  );
}

type Ask = 'next' | 'previous' | 'first' | 'last' | 'blank' | 'freeze' | 'laser' | 'question' | 'notes' | 'end';
/** Clickers send Page Up and Down, a full stop for blank, and F5 and Escape for the beginning and the end. */
const KEYS: Readonly<Record<string, Ask>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  f: 'freeze',
  l: 'laser',
  q: 'question',
  n: 'notes',
  Escape: 'end',
};
const NOTES_WINDOW = 'popup,width=960,height=720';

interface ShowProps {
  readonly presenting: Presenting;
  readonly mapRef: RefObject<MapHandle | null>;
}

function Show({ presenting, mapRef }: ShowProps) {
  const { toasts } = useServices();
  const words = useWords(briefingWords);
  const format = useFormat();
  const showsInternal = useSession((session) => session.briefing.showsInternal);
  const [hasLaser, setLaser] = useState(false);
  const typed = useRef('');
  const { scenes, scene, at, isBlank, pending } = presenting;
  useShownScene(scene, mapRef);

  const openNotes = (): void => {
    const opened = window.open(
      new URL(`speaker.html#${presentationOfTab()}`, document.baseURI),
      'giap-ranh-speaker',
      NOTES_WINDOW,
    );
    if (!opened) showToast(toasts, { tone: 'error', title: words.notesBlocked });
  };
  const acts: Readonly<Record<Ask, () => void>> = {
    next: () => presenting.step(1),
    previous: () => presenting.step(-1),
    first: () => presenting.goTo(0),
    last: () => presenting.goTo(scenes.length - 1),
    blank: presenting.toggleBlank,
    freeze: presenting.toggleFreeze,
    laser: () => setLaser((before) => !before),
    question: presenting.ask,
    notes: openNotes,
    end: presenting.end,
  };
  const press = useRef<(event: KeyboardEvent) => void>(() => undefined);
  press.current = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    // An open menu has its own keys.
    if (target instanceof Element && target.closest('[role=menu], [role=listbox]')) return;
    // Words that are longer than the screen are scrolled where they have the focus.
    if (target instanceof Element && target.matches('.gr-Present-words') && /^Arrow(Up|Down)$/.test(key)) return;
    const isButton = target instanceof HTMLElement && target.closest('button') !== null;
    if (isButton && (key === ' ' || (key === 'Enter' && typed.current === ''))) return;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (/^\d$/.test(key)) {
      typed.current = `${typed.current}${key}`.slice(-3);
      done();
      return;
    }
    if (key === 'Enter') {
      const number = Number(typed.current);
      typed.current = '';
      if (number > 0) presenting.goTo(number - 1);
      else presenting.step(1);
      done();
      return;
    }
    typed.current = '';
    // A clicker's key for the beginning would load the page anew.
    if (key === 'F5') {
      done();
      return;
    }
    const ask = KEYS[key.length === 1 ? key.toLowerCase() : key];
    if (ask) {
      if (isBlank && ask !== 'end') presenting.toggleBlank();
      else acts[ask]();
      done();
      return;
    }
    // No key of the rest of the program works behind the projector.
    if (key.length === 1) done();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => press.current(event);
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  if (!scene) return null;
  const place = words.place(format.count(at + 1), format.count(scenes.length));
  const hasFigures = scene.aside !== 'none' && scene.aside !== 'charts';
  const hasWords = scene.title !== '' || scene.text.trim() !== '' || hasFigures;
  return (
    <>
      <section
        className="gr-Present"
        data-bare={hasWords ? undefined : ''}
        data-figures={hasFigures ? '' : undefined}
        aria-label={words.presenting}
      >
        <PresentWords scene={scene} briefing={presenting.briefing} />
        <div className="gr-Present-bar">
          <IconButton
            label={words.previous}
            icon={ChevronLeft}
            keys="←"
            isDisabled={(pending ?? at) <= 0}
            onPress={acts.previous}
          />
          <Menu
            label={words.jump}
            current={scene.id}
            trigger={
              <Button variant="quiet" aria-label={`${words.jump} ${place}`}>
                {place}
              </Button>
            }
            groups={[
              {
                id: 'scenes',
                entries: scenes.map(({ id, title }, i) => ({
                  id,
                  title: `${format.count(i + 1)}. ${title || words.untitled}`,
                  onAction: () => presenting.goTo(i),
                })),
              },
            ]}
          />
          <IconButton
            label={words.next}
            icon={ChevronRight}
            keys="→"
            isDisabled={(pending ?? at) >= scenes.length - 1}
            onPress={acts.next}
          />
          <IconButton label={words.question} icon={CircleHelp} keys="Q" onPress={acts.question} />
          <IconButton
            label={words.laser}
            icon={CircleDot}
            keys="L"
            variant={hasLaser ? 'primary' : 'quiet'}
            onPress={acts.laser}
          />
          <IconButton
            label={words.freeze}
            icon={Pause}
            keys="F"
            variant={pending === null ? 'quiet' : 'primary'}
            onPress={acts.freeze}
          />
          <IconButton label={words.blankScreen} icon={MonitorOff} keys="B" onPress={acts.blank} />
          <IconButton label={words.notesWindow} icon={NotebookText} keys="N" onPress={acts.notes} />
          <IconButton label={words.end} icon={X} keys="Esc" onPress={acts.end} />
          <StampPart />
          <span role="status" className="gr-muted">
            {pending !== null ? words.frozenAt(format.count(pending + 1)) : showsInternal ? '' : words.hiddenIncidents}
          </span>
        </div>
      </section>
      {hasLaser && <Laser />}
      {isBlank && (
        <button
          type="button"
          className="gr-Present-blank"
          onClick={presenting.toggleBlank}
          aria-label={words.blanked}
        />
      )}
    </>
  );
}

/** The dot that follows the pointer, over everything. */
function Laser() {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      if (!dot.current) return;
      dot.current.style.translate = `${clientX}px ${clientY}px`;
      dot.current.hidden = false;
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, []);
  return <div ref={dot} className="gr-Laser" hidden aria-hidden />;
}
