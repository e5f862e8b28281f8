// A dialog that covers itself while it saves, and a desk that blames the connection.

const one = (css) => document.querySelector(css);
const caseId = () => one('#case').dataset.caseId;
const shown = () => one('#details-shown [data-field=team] .value');
const nameOf = (team) => one(`option[value="${team}"], [data-team="${team}"]`).textContent;

/** `ends`: which ends of a request take the loader away. */
const dialog = (ends) => () => {
  const [box, form, loader] = [one('dialog'), one('form.loading-form'), one('.loader')];
  one('.opener').addEventListener('click', () => box.showModal());
  one('.closer').addEventListener('click', () => box.close());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    loader.hidden = false;
    form.inert = true;
    const { team } = Object.fromEntries(new FormData(form));
    const call = new XMLHttpRequest();
    call.open('POST', `/rig/cases/${caseId()}`);
    call.setRequestHeader('content-type', 'application/json');
    for (const end of ends)
      call.addEventListener(end, () => {
        loader.hidden = true;
        form.inert = false;
      });
    call.addEventListener('load', () => {
      shown().textContent = nameOf(team);
      box.close();
    });
    call.send(JSON.stringify({ team }));
  });
};

export const loading = {
  'loading-abort': dialog(['load', 'abort']),
  'loading-ever': dialog(['load']),
  'blames-connection': () =>
    document.addEventListener('click', async ({ target }) => {
      const { team } = target.dataset;
      if (!team) return;
      one('.problem').textContent = '';
      try {
        const headers = { 'content-type': 'application/json' };
        await fetch(`/rig/cases/${caseId()}`, { method: 'PATCH', headers, body: JSON.stringify({ team }) });
        shown().textContent = nameOf(team);
      } catch (error) {
        if (error.name !== 'AbortError') one('.problem').textContent = 'Please check your internet connection.';
      }
    }),
};
