// A board whose cards are dragged by pointer events: a card moves at once, and goes back when the desk refuses.

/** Cards `[data-card]` between `[data-column]`; dropping one saves what its column stands for. */
export function wireBoard(save) {
  let card = null;
  document.addEventListener('pointerdown', (event) => {
    card = event.target.closest?.('[data-card]') ?? null;
    card?.setPointerCapture(event.pointerId);
  });
  document.addEventListener('pointerup', ({ clientX, clientY }) => {
    const dragged = card;
    card = null;
    const column = document.elementsFromPoint(clientX, clientY).find((one) => one.matches('[data-column]'));
    const from = dragged?.parentElement;
    if (!dragged || !column || column === from) return;
    const { name, fields } = JSON.parse(column.dataset.column);
    void save(name, [dragged.dataset.card], fields, {}, () => {
      const before = dragged.nextSibling;
      column.append(dragged);
      return () => from.insertBefore(dragged, before);
    });
  });
}
