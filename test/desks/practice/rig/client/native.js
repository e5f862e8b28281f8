// Forms that are submitted by the native function.

const one = (css) => document.querySelector(css);

export const native = {
  'submit-then-native'() {
    one('form.validated').addEventListener('submit', (event) => {
      const form = event.target;
      event.preventDefault();
      // A validator may ask the server first.
      void fetch('/api/cases/1').then(() => form.submit());
    });
  },
  'bar-select'() {
    const select = one('form.bar select');
    select.addEventListener('change', () => select.form.submit());
    document.addEventListener('click', ({ target }) => {
      const queue = target.closest('[data-queue]')?.dataset.queue;
      if (!queue) return;
      select.value = queue;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  },
  'mass-confirm'() {
    const form = one('form.mass');
    one('form.mass .primary').addEventListener('click', () => {
      const { length } = form.querySelectorAll(':checked[name=ids]');
      if (confirm(`Update ${length} cases?`)) form.submit();
    });
  },
};
