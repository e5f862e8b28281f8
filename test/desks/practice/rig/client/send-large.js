// Changes that travel beside a picture which was pasted: the same few fields in a body of a megabyte.
import { byXhr, caseUrl, flat, good, sendJson } from './send.js';

/** As a screenshot is written into JSON. */
const PICTURE = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAA'.repeat(40_000)}`;

export const large = {
  'large-json': (change) => sendJson('PATCH', caseUrl(change), { picture: PICTURE, ...flat(change) }),
  'large-form'(change) {
    const body = new FormData();
    body.append('picture', PICTURE);
    body.append('attachment', new Blob([PICTURE], { type: 'image/png' }), 'pasted.png');
    for (const [name, value] of Object.entries(flat(change))) body.append(name, value);
    return good(fetch(caseUrl(change), { method: 'POST', body }));
  },
  'large-blob'(change) {
    // Written down by the page itself, as libraries do that send a form bit by bit.
    const part = (head, value) => `--pasted\r\nContent-Disposition: form-data; name=${head}\r\n\r\n${value}\r\n`;
    const file = part('"attachment"; filename="pasted.png"\r\nContent-Type: image/png', PICTURE);
    const fields = Object.entries(flat(change)).map(([name, value]) => part(`"${name}"`, value));
    const body = new Blob([file, ...fields, '--pasted--\r\n'], { type: 'multipart/form-data; boundary=pasted' });
    return good(fetch(caseUrl(change), { method: 'POST', body }));
  },
  'large-text': (change) =>
    byXhr('POST', caseUrl(change), new URLSearchParams({ picture: PICTURE, ...flat(change) }).toString(), {
      type: 'application/x-www-form-urlencoded',
    }),
};
