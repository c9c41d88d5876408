import { hotspotWords } from '../../i18n/hotspotWords';
import { useWords } from '../../i18n/useWords';
import type { HotspotView } from '../../store';
import { Disclosure } from '../../ui';

const PARTS = ['computes', 'assumes', 'source', 'avoid'] as const;

/** What a method says in one line, and what it means when somebody asks. */
export function MethodNote({ view }: { readonly view: HotspotView }) {
  const words = useWords(hotspotWords);
  return (
    <div className="gr-MethodNote">
      <p>{words.lead[view]}</p>
      <Disclosure key={view} title={words.meaning} level={2}>
        <dl className="gr-MethodNote-parts">
          {PARTS.map((part) => (
            <div key={part}>
              <dt>{words.meaningParts[part]}</dt>
              <dd>{words.meanings[view][part]}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
