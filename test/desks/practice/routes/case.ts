import { NOBODY } from '../choices.ts';
import { HttpError, json, page } from '../http.ts';
import { casePage } from '../pages/case.ts';
import { newCasePage } from '../pages/new.ts';
import { addCase } from '../state.ts';
import { afterCase, type Context, caseOf, chosen, orAgain, type Route, redirectWith, text } from './context.ts';

export const caseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/case\/(\d+)$/,
    run: (context) => page(casePage(context.frame, caseOf(context), context.query.get('edit') === 'details')),
  },
  { method: 'POST', path: /^\/case\/(\d+)\/details$/, run: saveDetails },
  { method: 'POST', path: /^\/case\/(\d+)\/reply$/, run: reply },
  { method: 'PUT', path: /^\/case\/(\d+)\/reply-draft$/, run: autosave },
  { method: 'POST', path: /^\/case\/(\d+)\/preview$/, run: preview },
  { method: 'GET', path: /^\/case\/(\d+)\/take$/, run: (context) => giveTo(context, context.user.value) },
  { method: 'GET', path: /^\/case\/(\d+)\/release$/, run: (context) => giveTo(context, NOBODY) },
  { method: 'GET', path: /^\/new$/, run: (context) => page(newCasePage(context.frame)) },
  { method: 'POST', path: /^\/new$/, run: create },
];

async function saveDetails(context: Context) {
  const record = caseOf(context);
  const fields = chosen(context.body, ['team', 'owner', 'status', 'priority']);
  return orAgain(
    async () =>
      redirectWith(afterCase(context, record), (await context.write(record, { fields })) ? 'saved' : 'unchanged'),
    (problem, status) => page(casePage(context.frame, record, true, { fields, problem }), status),
  );
}

async function reply(context: Context) {
  const record = caseOf(context);
  const { body } = context;
  if ('draft' in body.fields) {
    keepDraft(context);
    return redirectWith(`/case/${record.id}`, 'draft');
  }
  const words = text(body, 'body');
  const internal = isInternal(context);
  const fields = chosen(body, ['owner', 'status']);
  if (words === '') throw new HttpError(422, 'The reply is empty. Write something before you send it.');
  await context.write(record, {
    fields,
    message: { kind: internal ? 'note' : 'reply', text: words },
    attachments: body.files.map(({ name, size }) => ({ name, size })),
  });
  context.state.drafts.delete(draftKey(context));
  return redirectWith(afterCase(context, record), internal ? 'noted' : 'sent');
}

function autosave(context: Context) {
  caseOf(context);
  keepDraft(context);
  return json({ saved: true });
}

// Answers with text, not markup: the page script shows it as text.
function preview(context: Context) {
  caseOf(context);
  return json({ text: text(context.body, 'body'), visibility: isInternal(context) ? 'internal' : 'public' });
}

async function giveTo(context: Context, owner: string) {
  const record = caseOf(context);
  const changed = await context.write(record, { fields: { owner } });
  return redirectWith(`/case/${record.id}`, !changed ? 'unchanged' : owner === NOBODY ? 'released' : 'taken');
}

async function create(context: Context) {
  const { body } = context;
  const subject = text(body, 'subject');
  const mail = text(body, 'requester_mail');
  const words = text(body, 'body');
  if (subject === '' || mail === '' || words === '')
    throw new HttpError(422, 'A case needs a subject, the requester’s mail, and what happened.');
  const { team = 'support-l1', owner = NOBODY, priority = 'normal' } = chosen(body, ['team', 'owner', 'priority']);
  const content = {
    subject,
    requester: { name: text(body, 'requester_name'), mail },
    team,
    owner,
    status: 'new',
    priority,
    severity: text(body, 'severity'),
    environment: text(body, 'environment'),
    steps: parts(text(body, 'steps'), '\n'),
    tags: parts(text(body, 'tags'), ','),
  };
  const record = await context.create(() => addCase(context.state, content, words));
  return redirectWith(`/case/${record.id}`, 'created');
}

function isInternal({ body }: Context): boolean {
  const visibility = text(body, 'visibility') || 'public';
  if (visibility !== 'public' && visibility !== 'internal')
    throw new HttpError(422, `“${visibility}” is not a known visibility. Choose public or internal.`);
  return visibility === 'internal';
}

function keepDraft(context: Context): void {
  const { fields } = context.body;
  const visibility = isInternal(context) ? 'internal' : 'public';
  context.state.drafts.set(draftKey(context), { body: String(fields.body ?? ''), visibility });
}

function draftKey({ user, params }: Context): string {
  return `${user.value}/${Number(params[0])}`;
}

function parts(value: string, separator: string): string[] {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}
