// A board whose cards are dragged by pointer events, as today's libraries do: a card moves at once, and goes back when the desk refuses.

/** Cards of `.deal` between the columns of `.board`; dropping one saves its new stage. */
export function wireBoard(save) {
  const board = document.querySelector('.board');
  let dragged = null;

  board.addEventListener('pointerdown', (event) => {
    dragged = event.target.closest('.deal');
    dragged?.setPointerCapture(event.pointerId);
  });
  board.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (dragged) dragged.dataset.over = columnAt(clientX, clientY)?.dataset.stage ?? '';
  });
  board.addEventListener('pointerup', ({ clientX, clientY }) => {
    const card = dragged;
    dragged = null;
    const to = columnAt(clientX, clientY);
    const from = card?.parentElement;
    if (!card || !to || to === from) return;
    void save({ ids: [Number(card.dataset.dealId)], fields: { stage: to.dataset.stage } }, () => {
      const before = card.nextSibling;
      to.append(card);
      return () => from.insertBefore(card, before);
    });
  });
}

function columnAt(x, y) {
  return document.elementsFromPoint(x, y).find((element) => element.matches('.column'));
}
