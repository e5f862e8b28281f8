// The page behind pop-up windows: opens them, and hears from them what comes next.

const SIZE = 'width=1040,height=700';
const caseId = () => document.querySelector('#case').dataset.caseId;

const onWindow = (open) =>
  document.addEventListener('click', ({ target }) => {
    const what = target.closest('[data-window]')?.dataset.window;
    if (what) void open(what);
  });

export const windows = {
  'popup-named': () => onWindow((what) => window.open(`/rig/window/${caseId()}/${what}`, 'rig', SIZE)),
  'popup-unnamed': () => onWindow((what) => window.open(`/rig/window/${what}`, 'rig', SIZE)),
  'popup-written': () =>
    onWindow(async (what) => {
      const opened = window.open('', 'rig', SIZE);
      const content = await (await fetch(`/rig/window/${what}`)).text();
      opened.document.open();
      opened.document.write(content);
      opened.document.close();
    }),
};
