import type { ReactNode } from 'react';

export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values, one below the other. */
export function Facts({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  return (
    <dl className="gr-Facts">
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact.id}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
