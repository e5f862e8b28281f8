// Zendesk's requests, its own words for a refusal, and how a pane is hidden: it keeps its place.
const headers = { 'X-CSRF-Token': 'csrf-of-the-session', 'X-Requested-With': 'XMLHttpRequest' };
const ticketOf = (fields, { names }) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [names[field], /^\d+$/.test(value) ? Number(value) : value || null]),
  );

export const requests = {
  ticket({ ids: [id], fields, comment, data }) {
    const said = comment ? { comment: { html_body: `<p>${comment.text}</p>`, public: comment.channel === 'web' } } : {};
    const body = { ticket: { ...ticketOf(fields, data), ...said } };
    return { method: 'PUT', url: `/api/v2/tickets/${id}.json`, headers, body };
  },
  many({ ids, fields, data }) {
    const body = { ticket: ticketOf(fields, data) };
    return { by: 'xhr', method: 'PUT', url: `/api/v2/tickets/update_many.json?ids=${ids.join(',')}`, headers, body };
  },
};

export const refused = (status, words) => (status < 300 ? '' : JSON.parse(words).description);

export function say(problem) {
  const note = document.createElement('div');
  note.dataset.testId = 'ticket_saving_error_notification';
  const line = document.createElement('li');
  const words = document.createElement('span');
  words.textContent = `Ticket was not updated. ${problem}`;
  line.append(words);
  note.append(line);
  document.body.append(note);
}

export const look = {
  pane(pane, active) {
    pane.style.visibility = active ? '' : 'hidden';
    pane.querySelector('.ticket-panes-grid-layout').dataset.isActive = String(active);
  },
  tab(tab, active) {
    tab.toggleAttribute('aria-current', false);
    delete tab.dataset.entityIsSelected;
    if (!active) return;
    tab.setAttribute('aria-current', 'page');
    tab.dataset.entityIsSelected = 'true';
  },
};
