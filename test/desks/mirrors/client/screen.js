// What the screen shows of cases: texts that follow them, through open shadow roots, and which of several panes is seen.
import { look } from './desk.js';

const words = () => JSON.parse(document.getElementById('rig-data').textContent).words;

/** Every element of the page that a selector finds, in shadow roots too. */
export function everywhere(css, root = document) {
  const hosts = [...root.querySelectorAll('*')].filter((one) => one.shadowRoot);
  return [...root.querySelectorAll(css), ...hosts.flatMap((one) => everywhere(css, one.shadowRoot))];
}

/** Shows a change of cases; out: what shows the old state again. */
export function fieldsShown(ids, fields) {
  const undo = [];
  for (const id of ids)
    for (const [field, value] of Object.entries(fields))
      for (const place of everywhere(`[data-shows="${CSS.escape(id)}.${field}"]`)) {
        const before = place.textContent;
        place.textContent = words()[field]?.[value] ?? value;
        undo.push(() => {
          place.textContent = before;
        });
      }
  return () => {
    for (const back of undo) back();
  };
}

/** Goes to another pane of the same document. */
export function showPane(id, path) {
  for (const pane of document.querySelectorAll('[data-pane]')) look.pane(pane, pane.dataset.pane === id);
  for (const tab of document.querySelectorAll('[data-tab]')) look.tab?.(tab, tab.dataset.tab === id);
  history.pushState(null, '', path);
}
