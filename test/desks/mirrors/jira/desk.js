// Jira's documented requests, and the flag that it shows when one was refused.
export const requests = {
  assignee: ({ ids: [id], fields }) => ({
    method: 'PUT',
    url: `/rest/api/3/issue/${id}/assignee`,
    body: { accountId: fields.owner || null },
  }),
  transition: ({ ids: [id], fields, data }) => ({
    method: 'POST',
    url: `/rest/api/3/issue/${id}/transitions`,
    body: { transition: { id: data.transitions[fields.status] } },
  }),
  comment: ({ ids: [id], comment }) => ({
    method: 'POST',
    url: `/rest/servicedeskapi/request/${id}/comment`,
    body: { body: comment?.text ?? '', public: comment?.channel === 'web' },
  }),
};

export const refused = (status, words) => (status < 300 ? '' : JSON.parse(words).errorMessages[0]);

export function say(problem) {
  const flag = document.createElement('div');
  flag.setAttribute('role', 'alert');
  flag.textContent = `We couldn't save your change. ${problem}`;
  document.body.append(flag);
}

export const look = {};

// The tab that is chosen says so by itself.
document.addEventListener('click', ({ target }) => {
  const chosen = target.closest?.('[role="tab"][id^="comment-editor-container-tabs"]');
  for (const tab of chosen ? document.querySelectorAll('[id^="comment-editor-container-tabs"]') : [])
    tab.setAttribute('aria-selected', String(tab === chosen));
});
