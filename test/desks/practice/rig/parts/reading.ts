// A conversation that is hard to read: mail in a shadow root, notes that differ by a class alone, one text at a time, a sidebar that comes later.
import { choices } from '../../choices.ts';
import { page } from '../../http.ts';
import { html } from '../../pages/html.ts';
import { fact, time } from '../../pages/parts.ts';
import type { Case } from '../../records.ts';
import { caseOf } from '../../routes/context.ts';
import type { Part } from './part.ts';

export const reading: Part = {
  modes: [
    {
      id: 'articles',
      title: 'Articles opened one by one',
      says: 'Only the text of the opened article is on the page, mail stands in a shadow root, pieces of the sidebar come later.',
      control: 'own',
      send: 'fetch',
    },
  ],
  controls: () =>
    html`<p class="row">${choices.team.map(
      ({ value, label }) => html`<button type="button" data-team="${value}">${label}</button>`,
    )}</p>`,
  facts: () => html`<section class="card" aria-labelledby="more-heading">
    <h2 id="more-heading">Case facts</h2><dl class="facts stacked" id="case-facts"></dl></section>`,
  talk: ({ messages }) =>
    html`<ol class="conversation" id="articles" aria-label="Articles">${messages
      .filter(({ kind }) => kind !== 'change')
      .map(
        ({ id, kind, author, at, text }) =>
          html`<li class="article ${kind === 'note' && 'internal'}" id="article-${id}" data-from="${kind === 'customer' && 'customer'}">
            <button type="button" class="quiet" data-open="${id}"><span class="author">${author}</span> ${time(at)}</button>
            <template data-text="${text}"></template></li>`,
      )}</ol>`,
  routes: [
    {
      method: 'GET',
      path: /^\/rig\/later\/(\d+)$/,
      run: (context) => page(facts(caseOf(context))),
    },
  ],
};

/** What the sidebar fetches when the rest of the page is there. */
function facts({ requester, severity, environment, steps }: Case) {
  return html`${fact('requester', 'Requester', html`<bdi class="name">${requester.name}</bdi> <a class="mail" href="mailto:${requester.mail}">${requester.mail}</a>`)}
    ${fact('severity', 'Severity', severity)}
    ${fact('environment', 'Environment', environment)}
    ${fact('steps', 'Steps to reproduce', html`<ol dir="auto">${steps.map((step) => html`<li>${step}</li>`)}</ol>`)}`;
}
