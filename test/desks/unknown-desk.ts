// A small desk that nobody described to Baton: requests of a harbour, whose crews are known to it by number. It saves by script, by form, at
// once from a menu, or by a request that nobody can read.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  body: string;
}

export interface UnknownDesk {
  origin: string;
  /** What changed a request, oldest first. */
  received: Received[];
  close(): Promise<void>;
}

const CREWS: Record<string, string> = { '3': 'Support', '4': 'Engineering', '5': 'Billing' };
const REQUESTS = [
  { id: '118', title: 'Crane 4 stops in rain', crew: '3', by: 'Tom Vega', state: 'Waiting for parts' },
  { id: '119', title: 'Gate 2 does not open at night', crew: '3', by: 'Ines Duarte', state: 'In work' },
  { id: '120', title: 'Scale shows four tons too much', crew: '5', by: 'Tom Vega', state: 'In work' },
  { id: '121', title: 'Lamp at quay 7 is out', crew: '3', by: 'Ines Duarte', state: '' },
];

type How = {
  /** `menu`: what is chosen from a menu is saved at once, by a number for which the page has no word. */
  saves: 'script' | 'form' | 'menu' | 'opaque';
  /** A script of the page's own, at its very beginning. */
  script?: string;
};

/** Serves the desk on a port of its own. */
export async function startUnknownDesk({ saves, script = '' }: How): Promise<UnknownDesk> {
  const requests = new Map(REQUESTS.map((one) => [one.id, { ...one }]));
  const received: Received[] = [];
  const server = createServer(async (request, answer) => {
    const path = request.url ?? '/';
    const one = requests.get(/\/requests\/(\d+)/.exec(path)?.[1] ?? '');
    if (request.method === 'GET') {
      const found = one || path === '/';
      answer.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      return answer.end(one ? pageOf(one, saves, script) : listOf([...requests.values()]));
    }
    const body = await textOf(request);
    received.push({ method: request.method ?? '', path, body });
    if (saves === 'opaque') return answer.writeHead(200).end('ok');
    const crew = saves === 'form' ? new URLSearchParams(body).get('ticket[crew]') : JSON.parse(body).request.crew_id;
    if (one && crew) one.crew = String(crew);
    if (saves === 'form') return answer.writeHead(303, { location: path }).end();
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

const head = (title: string, script = '') => `<!doctype html><html lang="en"><head><title>${title} · Harbour</title>
<style>body{font:15px/1.5 sans-serif;margin:0;color:#223;background:#fff}header{padding:12px 24px;background:#1d3557;color:#fff}
header a{color:#fff;margin-right:16px}main{display:flex;gap:40px;padding:24px;max-width:1000px}aside{width:260px;flex:none}
.cap{color:#678;font-size:13px}aside p,aside div{margin:0 0 12px}@media(prefers-color-scheme:dark){body{background:#15181c;color:#dde}}</style>
<script>${script}</script></head><body><header><a href="/">Requests</a></header>`;

function listOf(all: readonly { id: string; title: string }[]): string {
  const rows = all.map(({ id, title }) => `<li><a href="/requests/${id}">${title}</a></li>`).join('');
  return `${head('Requests')}<main><ul>${rows}</ul></main></body></html>`;
}

/** What the page shows is called otherwise than Baton would look for it: a crew is no team, who has it is no owner. */
function pageOf(one: (typeof REQUESTS)[number], saves: How['saves'], script: string): string {
  const options = Object.entries(CREWS)
    .map(([id, name]) => `<option value="${id}"${id === one.crew ? ' selected' : ''}>${name}</option>`)
    .join('');
  const items = Object.values(CREWS).map((name) => `<li role="menuitem" tabindex="-1">${name}</li>`);
  const menu = `<button id="crew" type="button">${CREWS[one.crew]}</button><ul id="crews" role="menu" hidden>${items.join('')}</ul>`;
  const select = `<select id="crew" name="ticket[crew]">${options}</select>`;
  const list = saves === 'menu' ? menu : select;
  const fields = `<div><span class="cap">Crew on it</span><br>${list}</div>
<div><span class="cap">In the hands of</span><br><span class="holder">${one.by}</span></div>
<div><span class="cap">State</span><br><span class="state">${one.state}</span></div>`;
  const note =
    '<textarea id="note" name="ticket[note]" rows="2"></textarea><button id="keep-note" type="button">Keep note</button>';
  const inside =
    saves === 'form'
      ? `<form method="post" action="/requests/${one.id}"><input type="hidden" name="csrf_token" value="s3cret-guard">
${fields}<button id="save">Save</button></form>${note}`
      : `${fields}<button id="save" type="button">Save</button>${note}`;
  return `${head(one.title, script)}<main><aside>${inside}</aside><article><h1>${one.title}</h1>
<p>It happened again this morning, at the same place as last week. Nobody was hurt.</p></article></main>
<script>
const put = (request) => fetch('/api/requests/${one.id}', {method: 'PUT', headers: {'content-type': 'application/json'}, body: JSON.stringify({request})});
const at = (id) => document.getElementById(id);
at('keep-note').onclick = () => put({note: at('note').value});
${saves === 'opaque' ? "at('save').onclick = () => fetch('/rpc', {method: 'POST', body: btoa('sync ' + at('crew').value)});" : ''}
${
  saves === 'menu'
    ? `at('crew').onclick = () => { at('crews').hidden = false; };
[...at('crews').children].forEach((item, n) => { item.onclick = () => {
  at('crews').hidden = true;
  put({crew_id: n + 3}).then(({ok}) => { if (ok) at('crew').textContent = item.textContent; }, () => {});
}; });`
    : ''
}
${saves === 'script' ? "at('save').onclick = () => put({crew_id: Number(at('crew').value), notify: true}).then(() => { document.title = 'Saved'; }, () => { document.title = 'Failed'; });" : ''}
</script></body></html>`;
}
