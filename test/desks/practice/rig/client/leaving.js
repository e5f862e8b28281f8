// Controls whose change leaves as a navigation: forms where their events do not come to the page, and addresses that a script goes to.

const one = (css, root = document) => root.querySelector(css);
const markup = () => one('template.form').innerHTML;

/** How a script goes to an address. */
const ways = {
  location: (url) => {
    location.href = url;
  },
  replace: (url) => location.replace(url),
  navigate: (url) => void navigation.navigate(url).finished.catch(() => {}),
  'open-self': (url) => void window.open(url, '_self'),
  meta: (url) => {
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = `0; url=${url}`;
    document.head.append(refresh);
  },
};

export const leaving = {
  /** A form in a shadow root, as a web component has it. It can be sent once, as desks have it against a second press. */
  shadow() {
    const host = one('desk-form');
    const root = host.attachShadow({ mode: host.dataset.root, delegatesFocus: true });
    root.innerHTML = markup();
    root.addEventListener('submit', () => {
      one('button', root).disabled = true;
    });
  },

  /** A form in a frame that the page writes. */
  written() {
    const frame = document.createElement('iframe');
    one('.written').append(frame);
    const { contentDocument } = frame;
    contentDocument.open();
    contentDocument.write(`<!doctype html><title>Move</title>${markup()}`);
    contentDocument.close();
  },

  address(_save, _on, how) {
    document.addEventListener('click', ({ target }) => {
      const team = target.closest('[data-team]')?.dataset.team;
      const { mode } = one('#rig').dataset;
      const id = one('#case').dataset.caseId;
      if (team) ways[how](`/rig/cases/${id}/assign?team=${team}&back=${mode}`);
    });
  },
};
