import { readFirst } from '../../capture/read';
import type { Walk } from '../../model/teaching';
import { say } from '../../words/say';
import { elementAt, firstOf, isFrame, meant, walked } from './under';

/** Shown of what is pointed at, at most, in characters. */
const SHOWN = 80;

/**
 * Lets a person point at the page: a glass lies over it, so that the page itself neither sees what is pointed at nor acts on it.
 * `took` gets what they took.
 */
export function makePicker(page: Document, root: ShadowRoot, took: (element: Element) => void) {
  const glass = put(page, root, 'glass');
  const mark = put(page, root, 'mark');
  const says = page.createElement('div');
  says.className = 'says';
  mark.append(says);
  let name = '';
  let at: Element | null = null;

  const show = (element: Element | null) => {
    at = element;
    mark.hidden = !element;
    if (!element) return;
    const { left, top, width, height, bottom } = element.getBoundingClientRect();
    for (const [side, length] of Object.entries({ left, top, width, height }))
      mark.style.setProperty(side, `${length}px`);
    mark.toggleAttribute('data-above', bottom > innerHeight - 40);
    mark.dataset['tone'] = isFrame(element) ? 'warn' : 'plain';
    says.textContent = isFrame(element) ? say('teach_in_frame') : `${name}: ${textOf(element) || say('teach_empty')}`;
  };
  const take = (element: Element | null) => {
    if (!element || isFrame(element)) return;
    hide();
    took(element);
  };
  const hide = () => {
    glass.hidden = true;
    show(null);
  };
  const from = ({ clientX, clientY }: MouseEvent) => {
    const found = elementAt(page, clientX, clientY);
    return found && meant(found);
  };
  glass.addEventListener('mousemove', (event) => event.isTrusted && show(from(event)));
  // The glass would keep what lies below it from scrolling.
  glass.addEventListener('wheel', (event) => {
    for (let over = from(event); over; over = over.parentElement)
      if (over.scrollHeight > over.clientHeight && /auto|scroll/.test(getComputedStyle(over).overflowY))
        return over.scrollBy(0, event.deltaY);
  });
  hide();

  return {
    /** Begins; `called` is what is being looked for. */
    begin(called: string) {
      name = called;
      glass.hidden = false;
    },
    end: hide,
    /** A click on Baton's element. A script's picks nothing. */
    pressed: (event: MouseEvent) => {
      if (event.isTrusted && !glass.hidden) take(from(event));
    },
    /** One step by keyboard; the answer is what is pointed at now, in words. */
    walk(step: Walk): string {
      if (glass.hidden) return '';
      if (step === 'take') {
        const said = says.textContent ?? '';
        take(at && meant(at));
        return said;
      }
      const next = at ? walked(at, step) : firstOf(page);
      next.scrollIntoView({ block: 'nearest' });
      show(next);
      return says.textContent ?? '';
    },
  };
}

/** What would be read there, as far as a glance tells. */
function textOf(element: Element): string {
  if (element.matches('[type=password]')) return '';
  const read = element.matches('select, input, textarea') ? 'value' : 'text';
  const text = readFirst(element, [{ css: ':scope', read }])?.text ?? '';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function put(page: Document, root: ShadowRoot, name: string): HTMLElement {
  const element = page.createElement('div');
  element.className = name;
  root.append(element);
  return element;
}
