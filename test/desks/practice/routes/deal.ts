import { HttpError, json, page } from '../http.ts';
import { dealPage } from '../pages/deal.ts';
import { type Context, chosen, dealOf, type Route, redirectWith, text } from './context.ts';

export const dealRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/deal\/(\d+)$/,
    run: (context) => page(dealPage(context.frame, dealOf(context), context.query.get('edit') === 'details')),
  },
  { method: 'POST', path: /^\/deal\/(\d+)\/details$/, run: saveDetails },
  { method: 'POST', path: /^\/deal\/(\d+)\/notes$/, run: addNote },
  { method: 'GET', path: /^\/api\/deals\/(\d+)$/, run: (context) => json(dealOf(context)) },
  { method: 'POST', path: /^\/api\/deals\/(\d+)\/stage$/, run: saveStage },
];

async function saveDetails(context: Context) {
  const record = dealOf(context);
  const fields = chosen(context.body, ['team', 'owner']);
  return redirectWith(`/deal/${record.id}`, (await context.write(record, { fields })) ? 'saved' : 'unchanged');
}

async function addNote(context: Context) {
  const record = dealOf(context);
  const words = text(context.body, 'body');
  if (words === '') throw new HttpError(422, 'The note is empty. Write something before you add it.');
  await context.write(record, { message: { kind: 'note', text: words } });
  return redirectWith(`/deal/${record.id}`, 'noted');
}

async function saveStage(context: Context) {
  const record = dealOf(context);
  const fields = chosen(context.body, ['stage']);
  if (fields.stage === undefined) throw new HttpError(400, 'Send the new stage as “stage”.');
  await context.write(record, { fields });
  return json(record);
}
