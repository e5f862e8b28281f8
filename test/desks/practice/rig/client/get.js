// Inline edits by GETs: read first, then saved, at one address.
import { byXhr } from './send.js';

const address = (more) => `/rig/inline?${new URLSearchParams(more)}`;

/** Saves one field by GET. */
export async function byGet({ ids: [record], fields }) {
  const [[field, value]] = Object.entries(fields);
  await byXhr('GET', address({ action: 'read', record, field }));
  await byXhr('GET', address({ action: 'save', record, field, value }));
}
