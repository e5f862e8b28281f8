// How Intercom sends an assignment is not known.
export const requests = {
  assign: ({ ids: [id], fields }) => ({ method: 'POST', url: `/made-up/conversations/${id}/assign`, body: fields }),
};

export const refused = (status, words) => (status < 300 ? '' : JSON.parse(words).errors[0].message);

export function say(problem) {
  const line = document.createElement('div');
  line.setAttribute('role', 'alert');
  line.textContent = problem;
  document.body.append(line);
}

export const look = {};

/** The desk does it by itself: no press of the option. */
async function take({ send, ids, fields }) {
  const { save } = await import('./rig.js');
  await save(send, ids, fields);
}

// The palette opens by its key, narrows to what is typed, and Enter takes the first line that is left.
document.addEventListener('keydown', (event) => {
  const palette = document.querySelector('.js-command-k-modal');
  const input = palette.querySelector('input');
  if (event.key === 'k' && event.ctrlKey) {
    event.preventDefault();
    palette.hidden = false;
    input.value = '';
    input.focus();
  } else if (event.key === 'Enter' && event.target === input) {
    const lines = [...palette.querySelectorAll('[role="option"]')];
    const taken = lines.find((line) => line.textContent.toLowerCase().includes(input.value.toLowerCase()));
    if (taken) void take(JSON.parse(taken.dataset.do));
  }
});
