import { choices, personOf } from '../choices.ts';
import { HttpError, page, redirect } from '../http.ts';
import { allCasesPage, queuePage } from '../pages/list.ts';
import type { Context, Route } from './context.ts';

export const listRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/$/, run: (context) => page(allCasesPage(context.frame)) },
  { method: 'GET', path: /^\/queue\/([^/]+)$/, run: queue },
  { method: 'GET', path: /^\/as\/([^/]+)$/, run: signInAs },
];

function queue({ frame, params }: Context) {
  const team = params[0] ?? '';
  if (!choices.team.some((choice) => choice.value === team)) throw new HttpError(404, `There is no queue “${team}”.`);
  return page(queuePage(frame, team));
}

function signInAs({ params, cameFrom }: Context) {
  const person = personOf(params[0]);
  if (!person) throw new HttpError(404, `Nobody here has the login “${params[0]}”.`);
  return redirect(cameFrom ?? '/', [`desk_user=${person.value}; Path=/; SameSite=Lax`]);
}
