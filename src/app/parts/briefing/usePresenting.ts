import { useEffect, useMemo, useRef, useState } from 'react';
import type { Briefing, Scene } from '../../../domain';
import { useSession } from '../../../store';
import { presentationOfTab, type SpeakerAct, type SpeakerMessage, speakerChannel } from '../../speaker/speakerTalk';
import { useBriefings } from './useBriefings';

export interface Presenting {
  readonly briefing: Briefing | null;
  readonly scenes: readonly Scene[];
  readonly scene: Scene | null;
  /** Place of the scene that is shown, from 0; −1: none. */
  readonly at: number;
  readonly isBlank: boolean;
  /** Place of the scene that comes when the picture is let go; null: it is not held. */
  readonly pending: number | null;
  readonly goTo: (at: number) => void;
  readonly step: (by: 1 | -1) => void;
  readonly toggleBlank: () => void;
  readonly toggleFreeze: () => void;
  readonly ask: () => void;
  readonly end: () => void;
}

/** What happens at the projector, told to the window with notes, and what that window asks for. */
export function usePresenting(): Presenting {
  const { chosen, own, scene } = useBriefings();
  const setBriefing = useSession((session) => session.setBriefing);
  const [isBlank, setBlank] = useState(false);
  const [pending, setPending] = useState<number | null>(null);
  const [sinceMs] = useState(Date.now);
  const at = scene ? own.indexOf(scene) : -1;
  const count = own.length;

  const acts = useMemo(() => {
    const goTo = (to: number): void => {
      const place = Math.min(count - 1, Math.max(0, to));
      if (pending !== null) setPending(place);
      else if (own[place]) setBriefing({ sceneId: own[place].id });
    };
    return {
      goTo,
      step: (by: 1 | -1): void => goTo((pending ?? at) + by),
      toggleBlank: (): void => setBlank((before) => !before),
      toggleFreeze: (): void => {
        setPending(pending === null ? at : null);
        if (pending !== null && own[pending]) setBriefing({ sceneId: own[pending].id });
      },
      ask: (): void => setBriefing({ show: 'question' }),
      end: (): void => {
        if (document.fullscreenElement) void document.exitFullscreen();
        setBriefing({ show: 'off' });
        // The panel comes back, and with it the button that began.
        setTimeout(() => document.querySelector<HTMLElement>('#panel .gr-Actions .gr-Button-primary')?.focus());
      },
    };
  }, [own, count, at, pending, setBriefing]);

  // A scene that was removed in another tab gives way to the one in its place; a briefing that was, to the panel.
  const lastAt = useRef(0);
  useEffect(() => {
    if (at >= 0) lastAt.current = at;
    else {
      const wanted = useSession.getState().briefing.briefingId;
      const next = own[Math.min(lastAt.current, own.length - 1)];
      if (chosen && next && (wanted === null || wanted === chosen.id))
        setBriefing({ briefingId: chosen.id, sceneId: next.id });
      else acts.end();
    }
  }, [at, own, chosen, acts, setBriefing]);

  const act = useRef<(name: SpeakerAct) => void>(() => undefined);
  act.current = (name) => {
    if (name === 'next') acts.step(1);
    if (name === 'previous') acts.step(-1);
    if (name === 'blank') acts.toggleBlank();
    if (name === 'freeze') acts.toggleFreeze();
  };
  const state = useMemo((): SpeakerMessage | null => {
    if (!scene) return null;
    const coming = own[(pending ?? at) + (pending === null ? 1 : 0)];
    return {
      kind: 'state',
      number: at + 1,
      count,
      sinceMs,
      title: scene.title,
      text: scene.text,
      notes: scene.notes,
      next: coming ? { title: coming.title, text: coming.text } : null,
      isBlank,
      pending: pending === null ? null : pending + 1,
    };
  }, [scene, own, at, count, sinceMs, isBlank, pending]);
  const told = useRef(state);
  const talk = useRef<BroadcastChannel | null>(null);
  const briefingId = chosen?.id ?? null;
  useEffect(() => {
    if (briefingId === null) return undefined;
    const channel = speakerChannel(presentationOfTab());
    talk.current = channel;
    const say = (message: SpeakerMessage): void => channel.postMessage(message);
    channel.onmessage = ({ data }: MessageEvent<SpeakerMessage>) => {
      if (data.kind === 'hello' && told.current) say(told.current);
      if (data.kind === 'do') act.current(data.act);
    };
    if (told.current) say(told.current);
    return () => {
      // A question leaves the projector for a moment only.
      if (useSession.getState().briefing.show === 'off') say({ kind: 'ended' });
      channel.close();
      talk.current = null;
    };
  }, [briefingId]);
  useEffect(() => {
    told.current = state;
    if (state) talk.current?.postMessage(state);
  }, [state]);
  return { briefing: chosen, scenes: own, scene, at, isBlank, pending, ...acts };
}
