// The board of deals: a card per deal, a column per stage.
import { type Html, html } from '../../practice/pages/html.ts';
import { document, value } from '../markup.ts';
import type { Asked } from '../mirror.ts';

const STAGES = ['17915773', '97b2bcc6-fb34-4b56-8e62-c349c88ef3d5', '20551187', 'closedwon'];

export function board(asked: Asked): Html {
  const { mirror } = asked;
  const deals = asked.all('deal');
  return document(
    mirror,
    'Deals',
    html`<button data-test-id="pipeline-switcher">Sales pipeline</button>
<div>${STAGES.map(
      (
        stage,
      ) => html`<div data-test-id="cdb-column"><div data-test-id="cdb-column-name">${mirror.words['stage']?.[stage]}</div>
<div data-test-id="cdb-column-body" data-rbd-droppable-id="${stage}" data-column="${JSON.stringify({ name: 'property', fields: { stage } })}">
${deals
  .filter(({ fields }) => fields['stage'] === stage)
  .map(
    (
      deal,
    ) => html`<div data-test-id="cdb-column-item" data-selenium-id="${deal.id}" data-rbd-draggable-id="${deal.id}" data-card="${deal.id}">
<div data-test-id="cdb-card"><a data-test-id="cdbc-title">${value(mirror, deal, 'subject')}</a>
<span data-test-id="cdbc-property-label">Deal owner:</span> <span data-test-id="cdbc-property-value">${value(mirror, deal, 'owner')}</span></div></div>`,
  )}</div></div>`,
    )}</div>`,
  );
}
