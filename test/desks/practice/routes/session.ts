import { HttpError, json, page, type Reply, redirect } from '../http.ts';
import { loginPage } from '../pages/login.ts';
import type { Lasting, State } from '../state.ts';
import { type Context, type Route, text } from './context.ts';

/** Signing in, which needs no session. */
export const sessionRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/login$/, run: ({ query }) => page(loginPage(query.get('back') ?? '/')) },
  { method: 'POST', path: /^\/login$/, run: signIn },
];

function signIn({ state, body }: Context): Reply {
  state.lasting = { ...state.lasting, session: 'open' };
  const back = text(body, 'back');
  // A path of two slashes would lead to another host.
  return redirect(/^\/(?!\/)/.test(back) ? back : '/');
}

/** What is answered in place of everything else once the session has ended; undefined while it is open. `back`: the page that the person was on. */
export function withoutSession({ lasting: { session } }: State, back: string): Reply | undefined {
  if (session === 'login') return redirect(`/login?back=${encodeURIComponent(back)}`);
  if (session === 'forbidden') throw new HttpError(403, 'Your session has ended. Sign in again.');
  return undefined;
}

const CHOICES: { readonly [N in keyof Lasting]: readonly Lasting[N][] } = {
  session: ['open', 'login', 'forbidden'],
  lock: ['held', 'expired'],
  after: ['case', 'next', 'list', 'other'],
};

/** For tests: sets what the desk is like from now on, by name. */
export function setLasting({ state, body }: Context): Reply {
  const given = Object.entries(body.fields);
  for (const [name, value] of given) {
    const known: readonly unknown[] | undefined = Object.hasOwn(CHOICES, name)
      ? CHOICES[name as keyof Lasting]
      : undefined;
    if (!known?.includes(value)) throw new HttpError(400, `“${name}” cannot be “${String(value)}” here.`);
  }
  state.lasting = { ...state.lasting, ...Object.fromEntries(given) };
  return json(state.lasting);
}
