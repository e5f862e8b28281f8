import type { ReactNode } from 'react';

/** A part of the dashboard with its heading and, in a line, what it is for. */
export function Section({ title, why, children }: { title: string; why?: string; children: ReactNode }) {
  return (
    <section className="section">
      <h2 className="section-title">{title}</h2>
      {why && <p className="section-why">{why}</p>}
      {children}
    </section>
  );
}
