import { choices, type Person, people } from '../choices.ts';
import type { State } from '../state.ts';
import { type Html, html, type Value } from './html.ts';

/** What every page shows around its content. */
export interface Frame {
  readonly state: State;
  readonly user: Person;
  /** The line that tells what the last form did, if there was one. */
  readonly flash: string | undefined;
  readonly path: string;
}

/** The style sheets of every page, in order. */
export const STYLES = ['base', 'controls', 'list', 'record', 'conversation'];

/** A whole page: header with the signed-in person, queues at the side, and the content. */
export function layout(frame: Frame, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Practice desk</title>
<link rel="icon" href="/icon.svg">
${STYLES.map(
  (name) => html`<link rel="stylesheet" href="/style/${name}.css">
`,
)}<script src="/desk.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top">
  <a class="brand" href="/">Practice desk</a>
  <a class="button" href="/new">New case</a>
  ${account(frame.user)}
</header>
<div class="frame">
  ${queues(frame)}
  <main id="main" tabindex="-1">
    ${frame.flash && html`<p class="flash" id="flash" role="status">${frame.flash}</p>`}
    ${content}
  </main>
</div>
<div id="toasts" class="toasts" aria-live="polite"></div>
</body>
</html>`;
}

function account(user: Person): Html {
  const others = people.filter((person) => person.value !== user.value);
  return html`<details class="account">
    <summary>Signed in as <strong id="signed-in-user" data-login="${user.value}" data-mail="${user.mail}">${user.label}</strong></summary>
    <ul aria-label="Switch person">
      ${others.map((person) => html`<li><a href="/as/${person.value}">Continue as ${person.label}</a></li>`)}
    </ul>
  </details>`;
}

function queues({ state, path }: Frame): Html {
  const records = [...state.cases.values(), ...state.deals.values()];
  return html`<nav class="queues" aria-label="Queues">
    <h2>Queues</h2>
    <ul>
      ${queueLink('/', 'All cases', state.cases.size, path)}
      ${choices.team.map(({ value, label }) =>
        queueLink(`/queue/${value}`, label, records.filter((record) => record.team === value).length, path),
      )}
    </ul>
  </nav>`;
}

function queueLink(href: string, label: string, count: number, path: string): Html {
  const current: Value = path === href && html` aria-current="page"`;
  return html`<li><a href="${href}"${current}>${label} <span class="count">${count}</span></a></li>`;
}
