// What a mode shows: the change, that it is being saved, and the old state with an error when it was not.

/** The place that shows a case's field, in a list or in the open case. */
const placesOf = (id, field) =>
  document.querySelectorAll(
    `[data-case-id="${id}"] #details-shown [data-field="${field}"] .value, tr[data-case-id="${id}"] [data-field="${field}"] .value`,
  );

const LABELS = {
  engineering: 'Engineering',
  'support-l1': 'Support L1',
  onboarding: 'Onboarding',
  sales: 'Sales',
  waiting: 'Waiting',
};

/** Shows a change of cases; out: what shows the old state again. */
function showFields({ ids, fields }) {
  const undo = [];
  for (const id of ids) {
    for (const [field, value] of Object.entries(fields)) {
      for (const place of placesOf(id, field)) {
        const { textContent, dataset } = place;
        const old = dataset.value;
        place.textContent = LABELS[value] ?? value;
        place.dataset.value = value;
        undo.push(() => {
          place.textContent = textContent;
          place.dataset.value = old;
        });
      }
    }
  }
  return () => {
    for (const back of undo) back();
  };
}

/** What lies over the whole screen while the desk saves; out: what takes it away. */
function coverScreen(kind) {
  if (!kind) return () => {};
  const cover = document.createElement(kind === 'modal' ? 'dialog' : 'div');
  cover.className = kind === 'modal' ? 'dialog' : 'covering';
  cover.textContent = 'Saving…';
  document.body.append(cover);
  if (kind === 'modal') cover.showModal();
  return () => cover.remove();
}

/**
 * Saves a change and keeps the screen true: `change` is `{ids, fields, reply?, send?}`, `show` a control's own way to show it (out: its undo).
 * Resolves to whether it was saved; how often and how it ended is kept on the rig's element for whoever watches.
 */
export function saver({ rig, sender, optimistic, cover }) {
  return async (change, show = showFields) => {
    const uncover = coverScreen(cover);
    let undo = optimistic ? show(change) : undefined;
    const name = change.ids.length === 1 ? `Case ${change.ids[0]} was` : `${change.ids.length} cases were`;
    rig.setAttribute('aria-busy', 'true');
    try {
      await sender(change);
      undo ??= show(change);
      globalThis.toast(`${name} saved.`);
      return true;
    } catch (error) {
      undo?.();
      globalThis.toast(`${name} not saved. ${error.message}`, true);
      return false;
    } finally {
      rig.removeAttribute('aria-busy');
      uncover();
    }
  };
}
