import type { Way } from './holds';

/**
 * A script that submits a form has told the desk's own handlers before, which mark it as sent (Redmine's Ctrl+Enter): where that is
 * taken back, the marks go too, so that the person can send it again. `marks`: attributes of the form and of its buttons.
 */
export function freeForm(form: HTMLFormElement, way: Way, marks: readonly string[]): void {
  const { cancel } = way;
  way.cancel = () => {
    cancel();
    for (const one of [form, ...form.querySelectorAll('[type=submit]')])
      for (const name of marks) one.removeAttribute(name);
  };
}
