import type { ReactNode } from 'react';
import { say } from '../../lib/words/say';
import { hashOf, PLACE_WORDS, PLACES, type Place, type PlaceName } from './places';

/** Where a place without a link of its own belongs. */
const UNDER: Partial<Record<Place['name'], PlaceName>> = { case: 'handoffs', reading: 'desks', playbook: 'playbooks' };

type Props = {
  place: Place /** False where the company switched the welcome off. */;
  mayWelcome: boolean;
  children: ReactNode;
};

/** The page around the places: its name, and the way from one to the other. */
export function Frame({ place, mayWelcome, children }: Props) {
  const current = UNDER[place.name] ?? place.name;
  return (
    <>
      <header className="top">
        <h1 className="top-name">{say('dashboard_name')}</h1>
        <nav aria-label={say('dashboard_nav')}>
          <ul className="nav">
            {PLACES.map((name) => (
              <li key={name}>
                <a href={hashOf({ name })} aria-current={name === current ? 'page' : undefined}>
                  {say(PLACE_WORDS[name])}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>{children}</main>
      {mayWelcome && (
        <footer className="foot">
          <a href="/welcome.html">{say('welcome_again')}</a>
        </footer>
      )}
    </>
  );
}
