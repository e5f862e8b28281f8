// Inside a pop-up window: Cancel closes it, and what was saved closes it and lets the page behind go on.

// Its address may not say which case it is about.
const id = document.querySelector('form.window [name=id]');
if (id) {
  id.value = opener.document.querySelector('#case').dataset.caseId;
  document.getElementById('window-case').textContent = id.value;
}

document.querySelector('.closer')?.addEventListener('click', () => close());

const saved = document.getElementById('window-saved');
if (saved) {
  const { next } = saved.dataset;
  if (next) opener.location.assign(next);
  else opener.location.reload();
  close();
}
