// The page script of the practice desk: what saves without a page load, and small comforts.

const byId = (id) => document.getElementById(id);

/** Shows a line in the corner; errors stay until they are dismissed. */
function toast(text, isError = false) {
  const line = document.createElement('p');
  line.className = isError ? 'toast error' : 'toast';
  if (isError) line.setAttribute('role', 'alert');
  line.textContent = text;
  if (isError) {
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Dismiss';
    close.addEventListener('click', () => line.remove());
    line.append(' ', close);
  } else {
    setTimeout(() => line.remove(), 4000);
  }
  byId('toasts').append(line);
}

/** Sends a request and throws with a readable sentence unless the answer is a good one. */
async function request(url, options) {
  const response = await fetch(url, options).catch(() => {
    throw new Error('The desk cannot be reached.');
  });
  if (response.ok) return response.json();
  const { error } = await response.json().catch(() => ({}));
  throw new Error(error ?? `The desk answered ${response.status}.`);
}

/** List: a select saves itself, shows the new value at once and goes back when saving fails. */
async function saveInline(select) {
  const row = select.closest('tr');
  const name = select.name;
  const value = select.value;
  const label = select.selectedOptions[0].textContent;
  row.setAttribute('aria-busy', 'true');
  try {
    await request(`/api/cases/${row.dataset.caseId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ [name]: value }),
    });
    select.dataset.saved = value;
    row.querySelector('.updated time').textContent = 'just now';
    toast(`Case ${row.dataset.caseId}: ${name} is now ${label}.`);
  } catch (error) {
    // Another choice may have been made meanwhile; only the failed one is taken back.
    if (select.value === value) select.value = select.dataset.saved;
    toast(`Case ${row.dataset.caseId} was not saved. ${error.message}`, true);
  } finally {
    row.removeAttribute('aria-busy');
  }
}

for (const select of document.querySelectorAll('select.inline')) {
  select.addEventListener('change', () => void saveInline(select));
}

/** Deal: a stage button saves by XMLHttpRequest, as older desks do. */
function saveStage(stages, stage) {
  const show = (value) => {
    for (const button of stages.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.stage === value));
    }
  };
  const call = new XMLHttpRequest();
  const end = (failure) => {
    stages.removeAttribute('aria-busy');
    if (!failure) {
      stages.dataset.saved = stage;
      toast('Stage saved.');
      return;
    }
    show(stages.dataset.saved);
    toast(`The stage was not saved. ${failure}`, true);
  };
  call.open('POST', stages.dataset.url);
  call.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
  call.onload = () => end(call.status < 300 ? '' : `The desk answered ${call.status}.`);
  call.onerror = () => end('The desk cannot be reached.');
  call.onabort = () => end('The request was cancelled.');
  stages.setAttribute('aria-busy', 'true');
  show(stage);
  call.send(new URLSearchParams({ stage }));
}

byId('stages')?.addEventListener('click', (event) => {
  const stage = event.target.closest('button')?.dataset.stage;
  const stages = event.currentTarget;
  if (stage && stage !== stages.dataset.saved && !stages.hasAttribute('aria-busy')) saveStage(stages, stage);
});

/** Details: the pencil opens the form in place of the shown values. */
function showDetails(editing) {
  byId('details-form').hidden = !editing;
  byId('details-shown').hidden = editing;
  byId('edit-details').setAttribute('aria-expanded', String(editing));
  if (editing) byId('details-team').focus();
  else byId('edit-details').focus();
}

byId('edit-details')?.addEventListener('click', (event) => {
  event.preventDefault();
  showDetails(byId('details-form').hidden);
});

byId('details-cancel')?.addEventListener('click', (event) => {
  event.preventDefault();
  byId('details-form').reset();
  showDetails(false);
});

/** Reply: drafts while typing, a preview on demand, and Ctrl+Enter. */
function startReply(form) {
  const state = byId('draft-state');
  const preview = byId('reply-preview');
  let timer;

  const saveDraft = async () => {
    try {
      const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
      await request(form.dataset.draftUrl, { method: 'PUT', body: new URLSearchParams(fields) });
      state.textContent = 'Draft saved';
    } catch {
      state.textContent = 'Draft not saved';
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    state.textContent = '';
    timer = setTimeout(saveDraft, 600);
  });

  form.addEventListener('submit', () => clearTimeout(timer));

  byId('reply-body').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    clearTimeout(timer);
    // The native function: no submit event and no validation.
    form.submit();
  });

  const button = byId('reply-preview-button');
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      const { text } = await request(form.dataset.previewUrl, { method: 'POST', body: new FormData(form) });
      preview.textContent = text || 'There is nothing to preview yet.';
      preview.hidden = false;
    } catch (error) {
      toast(`No preview. ${error.message}`, true);
    }
  });
}

if (byId('reply-form')) startReply(byId('reply-form'));

/** The practice line goes away for this tab once it is dismissed. */
const hint = byId('hint');
if (hint) {
  hint.hidden = sessionStorage.getItem('hint') === 'dismissed';
  byId('hint-close').hidden = false;
  byId('hint-close').addEventListener('click', () => {
    hint.hidden = true;
    sessionStorage.setItem('hint', 'dismissed');
  });
}
