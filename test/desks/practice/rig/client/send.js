// Plain ways of sending a change: fetch and XMLHttpRequest with the usual bodies. Each resolves when the desk has it, and throws when not.

const JSON_TYPE = { 'content-type': 'application/json' };
export const caseUrl = ({ ids: [id] }) => `/rig/cases/${id}`;
export const flat = ({ fields, reply }) => ({ ...fields, ...(reply ? { reply } : {}) });

/** Throws with the desk's words unless the answer is a good one. */
export async function good(answer) {
  const response = await answer.catch((error) => {
    throw error.name === 'AbortError' ? error : new Error('The desk cannot be reached.');
  });
  if (response.ok) return response.json();
  const { error } = await response.json().catch(() => ({}));
  throw new Error(error ?? `The desk answered ${response.status}.`);
}

export const sendJson = (method, url, body, more = {}) =>
  good(fetch(url, { method, headers: JSON_TYPE, body: JSON.stringify(body), ...more }));

/** A request by XMLHttpRequest of some window. */
export function byXhr(
  method,
  url,
  body,
  { type = JSON_TYPE['content-type'], timeout = 0, abortAfter = 0, from = globalThis } = {},
) {
  return new Promise((resolve, reject) => {
    const call = new from.XMLHttpRequest();
    call.open(method, url);
    call.setRequestHeader('content-type', type);
    call.timeout = timeout;
    call.onload = () => (call.status < 300 ? resolve() : reject(new Error(`The desk answered ${call.status}.`)));
    call.onerror = () => reject(new Error('The desk cannot be reached.'));
    const tooLong = () => reject(Object.assign(new Error('The desk took too long.'), { name: 'AbortError' }));
    call.onabort = tooLong;
    call.ontimeout = tooLong;
    if (abortAfter) {
      const clock = setTimeout(() => call.abort(), abortAfter);
      call.onloadend = () => clearTimeout(clock);
    }
    call.send(body);
  });
}

const FORM = 'application/x-www-form-urlencoded';
const ticket = (change) => [`/rig/tickets/${change.ids[0]}`, { ticket: flat(change) }];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export const senders = {
  fetch: (change) => sendJson('PATCH', caseUrl(change), flat(change)),
  'fetch-late': (change) => pause(3000).then(() => senders.fetch(change)),
  'xhr-form': (change) => byXhr('POST', caseUrl(change), new URLSearchParams(flat(change)).toString(), { type: FORM }),
  'rest-fetch': (change) => sendJson('PUT', ...ticket(change)),
  'rest-xhr': (change) => {
    const [url, body] = ticket(change);
    return byXhr('PUT', url, JSON.stringify(body));
  },
  multipart(change) {
    const body = new FormData();
    for (const [name, value] of Object.entries(flat(change))) body.append(name, value);
    body.append('attachment', new Blob(['what was seen'], { type: 'text/plain' }), 'trace.txt');
    return good(fetch(caseUrl(change), { method: 'POST', body }));
  },
  keepalive: (change) => sendJson('PATCH', caseUrl(change), flat(change), { keepalive: true }),
  stage: ({ ids: [id], fields }) =>
    good(fetch(`/api/deals/${id}/stage`, { method: 'POST', body: new URLSearchParams(fields) })),
  'bulk-ids': ({ ids, fields }) => sendJson('POST', '/rig/bulk', { ids, ...fields }),
  // Half of a list may be no handoff: every second case goes to Sales.
  'bulk-rows': ({ ids, fields }) =>
    sendJson('POST', '/rig/bulk', { updates: ids.map((id, i) => ({ id, team: i % 2 ? 'sales' : fields.team })) }),
};
