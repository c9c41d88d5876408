import { Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StopList } from '../../formats/patrols/stopList';
import { packTicks, type Tick } from '../../formats/patrols/tickReport';
import { patrolFieldWords } from '../../i18n/patrolFieldWords';
import { useWords } from '../../i18n/useWords';
import { Button, InlineMessage, TextField } from '../../ui';
import { ticksAddress } from './fieldLinks';

/** What was ticked off as a link, for the coordinator. */
export function SendBack({ list, ticks }: { readonly list: StopList; readonly ticks: readonly Tick[] }) {
  const words = useWords(patrolFieldWords);
  const [link, setLink] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setTold(null);
    const { routeId, team, shift, on, stops } = list;
    void packTicks({ routeId, team, shift, on, stops: stops.length, ticks }).then(
      (packed) => isCurrent && setLink(ticksAddress(packed)),
    );
    return () => {
      isCurrent = false;
    };
  }, [list, ticks]);
  const send = async (url: string): Promise<void> => {
    try {
      if (navigator.share) {
        await navigator.share({ title: `${list.team} · ${list.shift}`, url });
        return;
      }
    } catch (error) {
      // Whoever closes the phone's own choice of ways has changed their mind.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
    try {
      await navigator.clipboard.writeText(url);
      setTold(words.copied);
    } catch {
      setTold(words.notCopied);
    }
  };
  return (
    <section className="gr-Stack" aria-labelledby="send">
      <h2 id="send">{words.sendBack}</h2>
      {ticks.length === 0 || link === null ? (
        <p className="gr-muted">{words.sendNothing}</p>
      ) : (
        <>
          <p className="gr-muted">{words.sendBackNote}</p>
          <Button icon={Send} isWide onPress={() => void send(link)}>
            {words.sendBack}
          </Button>
          {told && <InlineMessage tone="info" title={told} isLive />}
          <TextField label={words.sendLink} value={link} onChange={() => undefined} isReadOnly />
          <p>
            <a href={link}>{words.takeHere}</a>
          </p>
        </>
      )}
    </section>
  );
}
