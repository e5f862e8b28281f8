import { say } from '../../lib/words/say';

/** How a case is opened: only where the address belongs to a desk that the person allowed. */
export type Opener = { canOpen(url: string): boolean; open(url: string): void };

type Props = { title: string; id: string; url: string; opener: Opener };

/** A case by its title; a link where it can be opened. A title is text of the desk: it is shown, never read as markup. */
export function CaseTitle({ title, id, url, opener }: Props) {
  const words = title || say('audit_untitled', id);
  if (!opener.canOpen(url)) {
    return (
      <span className="case-title" dir="auto">
        {words}
      </span>
    );
  }
  return (
    <a
      className="case-title"
      dir="auto"
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      onClick={(press) => {
        press.preventDefault();
        opener.open(url);
      }}
    >
      {words}
    </a>
  );
}
