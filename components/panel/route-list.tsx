import { useCallback, useEffect, useState } from 'react';
import type { Route } from '../../lib/model/playbook';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';

/** Whether the page shows it already, has a control for it, or leaves it to the person. */
export type RouteState = 'set' | 'can' | 'cannot';

const FIELDS = {
  team: 'panel_field_team',
  owner: 'panel_field_owner',
  status: 'panel_field_status',
  stage: 'panel_field_stage',
  priority: 'panel_field_priority',
  tag: 'panel_field_tag',
  due: 'panel_field_due',
} as const;

/** The page is asked once the checklist stands: what is held is decided meanwhile, and comes first. In milliseconds. */
const LATER = 400;

type Props = {
  routes: readonly Route[];
  /** Asks the page how they stand; sets one first where it is named. */
  onRoutes(set?: number): Promise<readonly RouteState[]>;
  /** Asked again when it stands on the screen anew. */
  shown: number;
};

/** What should be set along with the handoff: one press where the page has a control for it, a line to do where not. */
export function RouteList({ routes, onRoutes, shown }: Props) {
  const [states, setStates] = useState<readonly RouteState[]>([]);
  const ask = useCallback(
    // Who does not answer for one leaves it to the person.
    (set?: number) => void onRoutes(set).then((told) => setStates(routes.map((_, n) => told[n] ?? 'cannot'))),
    [onRoutes, routes],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown anew, asked anew
  useEffect(() => {
    const timer = setTimeout(() => ask(), LATER);
    return () => clearTimeout(timer);
  }, [ask, shown]);
  return (
    <section className="part part-routes" aria-labelledby="routes-title">
      <h2 id="routes-title">{say('panel_routes_title')}</h2>
      <ul className="routes">
        {routes.map((route, n) => (
          <li key={`${route.field} ${route.to}`} className="route-line" data-state={states[n]}>
            <span dir="auto">{routeWords(route)}</span>
            {states[n] === 'set' && <span className="route-done">{say('panel_route_done')}</span>}
            {states[n] === 'can' && (
              <Button aria-label={say('panel_route_set_named', routeWords(route))} onClick={() => ask(n)}>
                {say('panel_route_set')}
              </Button>
            )}
            {states[n] === 'cannot' && <span className="route-todo">{say('panel_route_todo')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function routeWords({ field, to }: Route): string {
  return field === 'due' ? say('panel_route_due', to) : say('panel_route', say(FIELDS[field]), to);
}
