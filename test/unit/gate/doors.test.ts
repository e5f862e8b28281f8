// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForms } from '../../../lib/gate/form-door';
import { watchLinks } from '../../../lib/gate/link-door';
import { practice, rt } from './attempts';
import { gateMemory, gateWith, settled } from './gates';
import { cleanPage, component, inside, one, pageWith, rootsShown, windowUntil } from './page';

cleanPage();
rootsShown();
let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

const REPLY = `<form method="post" action="/case/104/reply">
  <select name="owner"><option value="">Unchanged<option value="jonas">jonas</select>
  <button id="send">Send</button><button id="draft" name="draft" value="1">Save draft</button></form>`;

/** A page with the gate on it, and the desk's own handlers in the form's way. */
function page(html: string, parts = gateWith()) {
  const sites = () => parts.memory.candidates;
  watchForms(windowUntil(life.signal), sites, parts.gate);
  const follow = vi.fn();
  watchLinks(windowUntil(life.signal), sites, parts.gate, follow);
  const form = pageWith(html);
  const left = vi.fn((event: Event) => event.preventDefault());
  form.addEventListener('submit', left);
  return { ...parts, form, left, follow };
}
const held = ({ gate }: ReturnType<typeof gateWith>) => gate.holds.all()[0]?.attempt as string;

describe('the form door', () => {
  it('stops a handoff before the desk’s own handlers hear of it', async () => {
    const { left, ...parts } = page(REPLY);
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
    await settled();
    expect(left).not.toHaveBeenCalled();
    expect(parts.gate.holds.size).toBe(1);
  });

  it('lets it go once by the same button, and the desk’s handlers hear of that', async () => {
    const { left, form, ...parts } = page(REPLY);
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
    await settled();
    const request = vi.spyOn(HTMLFormElement.prototype, 'requestSubmit');
    expect(parts.gate.letGo(held(parts))).toBe(true);
    expect(left).toHaveBeenCalledTimes(1);
    expect(left.mock.calls[0]?.[0]).toHaveProperty('submitter', one('#send'));
    // The browser's own function, taken before the page could replace it.
    expect(request).not.toHaveBeenCalled();
    request.mockRestore();
    one('#send').click();
    expect(left).toHaveBeenCalledTimes(1);
    expect(form.isConnected).toBe(true);
  });

  describe('lets it go with the name and value of the button that was pressed', () => {
    const NAMED = REPLY.replace('id="send"', 'id="send" name="via" value="mail" formaction="/case/104/reply?now"');
    const sent = async (since: (button: HTMLButtonElement) => void) => {
      const { left, ...parts } = page(`<fieldset>${NAMED}</fieldset>`);
      const heard: unknown[] = [];
      parts.form.addEventListener('submit', ({ submitter }) => {
        const { name, value, disabled } = submitter as HTMLButtonElement;
        heard.push([name, value, disabled, submitter?.getAttribute('formaction')]);
      });
      one<HTMLSelectElement>('select').value = 'jonas';
      const button = one<HTMLButtonElement>('#send');
      button.click();
      await settled();
      since(button);
      expect(parts.gate.letGo(held(parts))).toBe(true);
      expect(left).toHaveBeenCalledOnce();
      return heard;
    };
    const SAME = [['via', 'mail', false, '/case/104/reply?now']];

    it.each<[string, (button: HTMLButtonElement) => void]>([
      ['as it stands', () => {}],
      ['disabled a moment later', (button) => button.setAttribute('disabled', '')],
      ['taken away', (button) => button.remove()],
      ['drawn again', (button) => button.replaceWith(button.cloneNode(true))],
      [
        'drawn again, and disabled',
        (button) => {
          const again = button.cloneNode(true) as HTMLButtonElement;
          again.disabled = true;
          button.replaceWith(again);
        },
      ],
      [
        'under a disabled group',
        (button) => {
          const group = document.createElement('fieldset');
          group.disabled = true;
          button.replaceWith(group);
          group.append(button);
        },
      ],
    ])('%s', async (_, since) => {
      expect(await sent(since)).toEqual(SAME);
    });

    it('and leaves nothing behind in the form', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout'] });
      let buttons = 0;
      await sent((button) => {
        button.disabled = true;
        buttons = document.querySelectorAll('button').length;
      });
      vi.runAllTimers();
      expect(document.querySelectorAll('button')).toHaveLength(buttons);
      vi.useRealTimers();
    });
  });

  it('judges the form as it is then: what hands nothing over any more just goes', async () => {
    const { left, ...parts } = page(REPLY);
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
    await settled();
    one<HTMLSelectElement>('select').value = '';
    parts.gate.letGo(held(parts));
    expect(left).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['nothing changes', '', '#send'],
    ['it is only saved as a draft', 'jonas', '#draft'],
  ])('lets it pass when %s', (_, owner, button) => {
    const { left, gate } = page(REPLY);
    one<HTMLSelectElement>('select').value = owner;
    one(button).click();
    expect(left).toHaveBeenCalledTimes(1);
    expect(gate.holds.size).toBe(0);
  });

  it('a form that the desk’s own validation refuses never comes to the gate', () => {
    const { gate } = page(REPLY.replace('<select', '<input required><select'));
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
    expect(gate.holds.size).toBe(0);
  });

  it('a form that was drawn again as it was filled in is sent in its place; one that was emptied is not', async () => {
    for (const [owner, sends] of [
      ['jonas', 1],
      ['', 0],
    ] as const) {
      const { form, ...parts } = page(REPLY);
      one<HTMLSelectElement>('select').value = 'jonas';
      one('#send').click();
      await settled();
      const left = vi.fn((event: Event) => event.preventDefault());
      document.body.addEventListener('submit', left, { once: true });
      const again = form.cloneNode(true) as HTMLFormElement;
      form.replaceWith(again);
      one<HTMLSelectElement>('select').value = owner;
      expect(parts.gate.letGo(held(parts))).toBe(sends === 1);
      expect(left).toHaveBeenCalledTimes(sends);
    }
  });

  it('a form in which the browser finds something missing was not sent', async () => {
    const { left, ...parts } = page(REPLY);
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
    await settled();
    const wanted = document.createElement('input');
    wanted.required = true;
    one('form').append(wanted);
    expect(parts.gate.letGo(held(parts))).toBe(false);
    expect(left).not.toHaveBeenCalled();
  });

  it('a form that left the page cannot be let go', async () => {
    const { form, ...parts } = page(REPLY);
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
    await settled();
    form.remove();
    expect(parts.gate.letGo(held(parts))).toBe(false);
  });

  it('reads nothing of a form that no write names', () => {
    const { left } = page(
      '<form action="/search"><input name="owner" value="jonas"><button id="send"></button></form>',
    );
    const read = vi.spyOn(one<HTMLInputElement>('input'), 'value', 'get');
    one('#send').click();
    expect(read).not.toHaveBeenCalled();
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('other open boxes of Request Tracker go along, and are judged along', async () => {
    const box = (cls: string, controls: string) => `<div class="titlebox ${cls}"><form class="inline-edit" method="post"
      action="/Ticket/Display.html"><input name="id" value="7">${controls}<button></button></form></div>`;
    const queue = '<select name="Queue"><option value="1" selected>Support L1<option value="4">Engineering</select>';
    const parts = gateWith({ memory: gateMemory({ site: 'request-tracker' }), sites: [rt] });
    page(box('editing', '<input name="Subject" value="x">') + box('editing', queue), parts);
    one<HTMLSelectElement>('select').value = '4';
    one('button').click();
    await settled();
    expect(parts.gate.holds.all()[0]?.handoffs[0]?.changes).toMatchObject([
      { field: 'team', to: { label: 'Engineering' } },
    ]);
  });

  it('a box of Request Tracker that is closed goes nowhere with them', () => {
    const parts = gateWith({ memory: gateMemory({ site: 'request-tracker' }), sites: [rt] });
    const { left } = page(
      `<div class="titlebox editing"><form class="inline-edit" method="post" action="/Ticket/Display.html"><input name="id" value="7"><button></button></form></div>
       <div class="titlebox"><form class="inline-edit" method="post" action="/Ticket/Display.html"><input name="id" value="7"><input name="Queue" value="4"></form></div>`,
      parts,
    );
    one('button').click();
    expect(left).toHaveBeenCalledTimes(1);
    expect(parts.gate.holds.size).toBe(0);
  });
});

describe.each(['open', 'closed'] as const)('a form in an %s shadow root', (mode) => {
  function inRoot() {
    const parts = page('<form></form>');
    const root = component(mode, REPLY);
    const left = vi.fn((event: Event) => event.preventDefault());
    inside(root, 'form').addEventListener('submit', left);
    const press = (owner: string) => {
      inside<HTMLSelectElement>(root, 'select').value = owner;
      inside(root, '#send').click();
    };
    return { ...parts, root, left, press };
  }

  it('is stopped before the desk’s own handlers hear of it, and let go once by the same button', async () => {
    const { left, press, root, ...parts } = inRoot();
    press('jonas');
    await settled();
    expect(left).not.toHaveBeenCalled();
    expect(parts.gate.letGo(held(parts))).toBe(true);
    expect(left.mock.calls).toMatchObject([[{ submitter: inside(root, '#send') }]]);
    press('jonas');
    expect(left).toHaveBeenCalledTimes(1);
  });

  it('passes when it hands nothing over', () => {
    const { left, press, gate } = inRoot();
    press('');
    expect(left).toHaveBeenCalledTimes(1);
    expect(gate.holds.size).toBe(0);
  });
});

describe('the link door', () => {
  const TAKE =
    '<form></form><a id="take" href="/case/104/take"><b>Take it</b></a><a id="read" href="/case/105">Read</a>';
  // Whoever is signed in works in Engineering: to take the case is to hand it over to them.
  const engineer = '<span id="signed-in-user">jonas</span>';

  /** jsdom takes no `view` from vitest, whose window is none of jsdom's. */
  function withoutView(): void {
    const { MouseEvent } = globalThis;
    function WithoutView(type: string, { view: _, ...init }: MouseEventInit = {}) {
      return new MouseEvent(type, init);
    }
    WithoutView.prototype = MouseEvent.prototype;
    vi.stubGlobal('MouseEvent', WithoutView);
    life.signal.addEventListener('abort', () => vi.unstubAllGlobals());
  }

  function links(html = TAKE + engineer) {
    withoutView();
    const parts = page(html);
    const followed = vi.fn((event: Event) => event.preventDefault());
    document.body.addEventListener('click', followed);
    document.body.addEventListener('auxclick', followed);
    life.signal.addEventListener('abort', () => {
      document.body.removeEventListener('click', followed);
      document.body.removeEventListener('auxclick', followed);
    });
    return { ...parts, followed };
  }

  it('stops a link that writes, wherever in it the click falls', async () => {
    const { followed, ...parts } = links();
    one('#take b').click();
    await settled();
    expect(followed).not.toHaveBeenCalled();
    expect(parts.gate.holds.size).toBe(1);
  });

  it('lets every other link pass', () => {
    const { followed } = links();
    one('#read').click();
    expect(followed).toHaveBeenCalledTimes(1);
  });

  it('lets it go by a click of the same kind, once', async () => {
    const { followed, ...parts } = links();
    one('#take').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
    await settled();
    expect(parts.gate.letGo(held(parts))).toBe(true);
    expect(followed).toHaveBeenCalledTimes(1);
    expect(followed.mock.calls[0]?.[0]).toMatchObject({ type: 'click', shiftKey: true, ctrlKey: false });
    one('#take').click();
    expect(followed).toHaveBeenCalledTimes(1);
  });

  it('a middle click comes back as a click that opens a new tab too; a right click is no click', async () => {
    const { followed, ...parts } = links();
    one('#take').dispatchEvent(new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 2 }));
    expect(parts.gate.holds.size).toBe(0);
    followed.mockClear();
    one('#take').dispatchEvent(new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 }));
    await settled();
    expect(followed).not.toHaveBeenCalled();
    parts.gate.letGo(held(parts));
    expect(followed.mock.calls[0]?.[0]).toMatchObject({ type: 'click', ctrlKey: true });
  });

  it('a link that is gone is opened by its stored address, in a new tab where it was meant for one', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    const { followed, ...parts } = links(TAKE.replace('id="take"', 'id="take" target="_blank"') + engineer);
    one('#take').click();
    await settled();
    one('#take').remove();
    expect(parts.gate.letGo(held(parts))).toBe(true);
    expect(opened).toHaveBeenCalledWith('http://127.0.0.1:18090/case/104/take', '_blank', 'noopener');
    expect(followed).not.toHaveBeenCalled();
    opened.mockRestore();
  });

  it('a link that is gone is followed by the page itself', async () => {
    const { followed, follow, ...parts } = links();
    one('#take').click();
    await settled();
    one('#take').remove();
    expect(parts.gate.letGo(held(parts))).toBe(true);
    expect(follow.mock.calls).toEqual([['http://127.0.0.1:18090/case/104/take', false]]);
  });

  it('a link that is no web address is left alone', () => {
    const { followed } = links(
      `<form></form><a id="x" href="javascript:void(0)">x</a><a id="y" href="mailto:a@b.example">y</a>`,
    );
    one('#x').click();
    one('#y').click();
    expect(followed).toHaveBeenCalledTimes(2);
  });
});

describe('a gate that is told of no site', () => {
  it('stops nothing', () => {
    const parts = gateWith({ memory: gateMemory({ site: null }), sites: [practice] });
    const { left } = page(REPLY, parts);
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
    expect(left).toHaveBeenCalledTimes(1);
  });
});
