// A desk on which people choose first and save later, as one page of the test's own: the practice desk takes what it sends.
import type { Page } from '@playwright/test';
import { openCase, PRACTICE_URL } from '../practice.ts';

/** How the page saves: by a request alone, or by a button that Baton holds by what the page shows. */
export type Saves = 'by request' | 'at the button';

const TEAMS = { 'support-l1': 'Support L1', engineering: 'Engineering', sales: 'Sales' };
const options = (chosen = '') =>
  Object.entries(TEAMS)
    .map(([id, name]) => `<option value="${id}"${id === chosen ? ' selected' : ''}>${name}</option>`)
    .join('');

/** The form of a case's details with this team, as if it had always been so. */
export const detailsForm = (team: string) =>
  `<form id="details-form" method="post" action="/case/1/details"><select name="team" id="team">${options(team)}</select>
   <select name="priority" id="priority"><option>normal</option><option>high</option></select><button id="save">Save</button></form>`;

const around = (content: string, script = '') =>
  `<!doctype html><title>Case 1</title><span id="signed-in-user" hidden>Amara Okafor</span>
   <div id="case" data-case-id="1"><h1 id="case-subject">The export is blank</h1>${content}</div><script>${script}</script>`;

/** What the checklist is filled in with. */
const facts = `<dl id="case-facts"><div data-field="severity"><dd>S2 – Major</dd></div><div data-field="environment"><dd>Chromium 156 on Linux</dd></div>
  <div data-field="steps"><dd><ol><li>Open the report</li><li>Export it</li></ol></dd></div></dl>`;
const shown = `${facts}<dl id="details-shown"><div data-field="team"><dd class="value">Support L1</dd></div></dl>`;

/** Choices stand at once; Save sends all of them. */
const choosing = (saves: Saves) =>
  around(
    `${shown}<ul role="listbox">${Object.entries(TEAMS)
      .map(([id, name]) => `<li role="option" data-team="${id}">${name}</li>`)
      .join('')}</ul>
     <textarea id="note"></textarea><button id="save"${saves === 'at the button' ? ' data-saves' : ''}>Save</button><p id="said"></p>`,
    `const value = document.querySelector('.value');
     let team = 'support-l1';
     for (const one of document.querySelectorAll('[data-team]'))
       one.addEventListener('click', () => { team = one.dataset.team; value.textContent = one.textContent; });
     save.addEventListener('click', async () => {
       const body = JSON.stringify({ team, reply: note.value });
       const answer = await fetch('/rig/cases/1', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body }).catch(() => null);
       said.textContent = answer?.ok ? 'saved' : 'not saved';
     });`,
  );

/** A form that the desk draws again after each choice, and as it was sent where it is refused, all in one document. */
const drawing = around(
  `${shown}<div id="place">${detailsForm('support-l1')}</div><p id="said"></p>`,
  `const draw = (html) => { place.innerHTML = html; listen(); };
   const ask = (how) => fetch('/rig/drawn?team=' + team.value + how).then((answer) => answer.text()).then(draw);
   const listen = () => {
     priority.addEventListener('change', () => void ask(''));
     document.querySelector('form').addEventListener('submit', async (event) => {
       event.preventDefault();
       const answer = await fetch('/case/1/details', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
       if (answer.status === 422) draw(await answer.text());
       said.textContent = answer.ok ? 'saved' : 'refused';
     });
   };
   listen();`,
);

async function serve(page: Page, path: string, html: string): Promise<void> {
  await page.route(`${PRACTICE_URL}${path}`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
}

/** Opens a page on which people choose first. Without `read`, Baton may not have looked at it yet. */
export async function openChoosing(page: Page, saves: Saves, { read = true } = {}): Promise<void> {
  await serve(page, '/rig/unsaved/1', choosing(saves));
  if (read) await openCase(page, '/rig/unsaved/1');
  else await page.goto(`${PRACTICE_URL}/rig/unsaved/1`, { waitUntil: 'commit' });
}

/** Opens a page whose form is drawn again. */
export async function openDrawing(page: Page): Promise<void> {
  await serve(page, '/rig/unsaved/1', drawing);
  await page.route(`${PRACTICE_URL}/rig/drawn?*`, (route) => {
    const team = new URL(route.request().url()).searchParams.get('team') ?? '';
    return route.fulfill({ contentType: 'text/html', body: detailsForm(team) });
  });
  await openCase(page, '/rig/unsaved/1');
}

/** The next save of the case's details is refused, and its form comes back as it was sent: with this team. */
export async function refuseNext(page: Page, team: keyof typeof TEAMS = 'engineering'): Promise<void> {
  await page.route(
    `${PRACTICE_URL}/case/1/details`,
    (route) => {
      const script = route.request().resourceType() !== 'document';
      const body = script ? detailsForm(team) : around(`<p role="alert">Not saved.</p>${detailsForm(team)}`);
      return route.fulfill({ status: 422, contentType: 'text/html', body });
    },
    { times: 1 },
  );
}

export const choose = (page: Page, team: string) => page.getByRole('option', { name: team }).click();
/** Chosen in a list of the browser's own. */
export const chooseInForm = (page: Page, team: string) => page.selectOption('#team', { label: team });
export const save = (page: Page) => page.click('#save', { noWaitAfter: true });
