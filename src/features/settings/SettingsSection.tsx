import type { ReactNode } from 'react';

/** A title at the left and its settings at the right; below each other on a phone. */
export function SettingsSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="gr-Settings-section">
      <h3>{title}</h3>
      <div className="gr-Settings-body">{children}</div>
    </section>
  );
}
