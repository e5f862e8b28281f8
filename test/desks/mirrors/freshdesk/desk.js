// Freshdesk's requests, all by XMLHttpRequest, and the line in which it says that one failed.
const headers = { 'X-CSRF-Token': 'from-the-account-meta', 'X-Requested-With': 'XMLHttpRequest' };
const named = (fields, { names }) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [names[field], value === '' ? null : Number(value)]),
  );

export const requests = {
  properties: ({ ids: [id], fields, data }) => ({
    by: 'xhr',
    method: 'PUT',
    url: `/api/_/tickets/${id}`,
    headers,
    body: named(fields, data),
  }),
  note: ({ ids: [id], comment }) => ({
    by: 'xhr',
    method: 'POST',
    url: `/api/_/tickets/${id}/notes`,
    headers,
    body: { body: `<div>${comment?.text ?? ''}</div>`, private: true, notify_emails: [], attachment_ids: [] },
  }),
  bulk: ({ ids, fields, data }) => ({
    by: 'xhr',
    method: 'POST',
    url: '/api/v2/tickets/bulk_update',
    headers,
    body: { bulk_action: { ids: ids.map(Number), properties: named(fields, data) } },
  }),
};

export const refused = (status, words) => (status < 300 ? '' : JSON.parse(words).description);

export function say(problem) {
  const line = document.createElement('div');
  line.setAttribute('role', 'alert');
  line.textContent = `The ticket could not be updated. ${problem}`;
  document.body.append(line);
}

export const look = {};
