// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://127.0.0.1:18090/case/104" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForms } from '../../../lib/gate/form-door';
import { watchNavigation } from '../../../lib/gate/navigation-door';
import { DESK, practice } from './attempts';
import { gateWith, names, settled } from './gates';
import { cleanPage, one, pageWith, rootsShown, windowUntil } from './page';

/** What the browser's own `submit()` was called with: jsdom sends no form. */
const sent = vi.hoisted(() => {
  const calls: { form: HTMLFormElement; fields: [string, unknown][]; how: string }[] = [];
  HTMLFormElement.prototype.submit = function () {
    const how = ['method', 'action', 'enctype'].map((name) => this.getAttribute(name)).join(' ');
    calls.push({ form: this, fields: [...new FormData(this)], how });
  };
  return calls;
});

cleanPage();
rootsShown();
let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  sent.length = 0;
});
afterEach(() => life.abort());

const REPLY = `<form method="post" action="/case/104/reply" enctype="multipart/form-data">
  <select name="owner"><option value="">Unchanged<option value="jonas">jonas<option value="9">Priya Nair</select>
  <button id="send" name="how" value="at once">Send</button></form>`;
const TAKE = `${DESK}/rig/cases/104/assign?team=engineering`;

type Told = {
  navigationType?: string;
  destination?: { url: string; sameDocument?: boolean };
  downloadRequest?: string | null;
  formData?: FormData | null;
  sourceElement?: Element | null;
  cancelable?: boolean;
};

/** A page with all doors of the gate, and its `navigation`. */
function page(html = REPLY, parts = gateWith({ sites: [practice] })) {
  const navigation = new EventTarget();
  const follow = vi.fn();
  const sites = () => parts.memory.candidates;
  watchForms(windowUntil(life.signal), sites, parts.gate);
  watchNavigation(navigation, sites, parts.gate, follow);
  const router = vi.fn();
  navigation.addEventListener('navigate', router);
  const form = pageWith(html);
  /** A navigation as the browser tells of it. True where it was stopped. */
  const navigate = ({ cancelable = true, ...told }: Told = {}) => {
    const event = new Event('navigate', { cancelable });
    const destination = { url: `${DESK}/case/104/reply`, sameDocument: false, ...told.destination };
    const usual = { navigationType: 'push', downloadRequest: null, formData: null, sourceElement: null };
    return !navigation.dispatchEvent(Object.assign(event, usual, told, { destination }));
  };
  const fields = (owner: string) => {
    const data = new FormData();
    data.set('owner', owner);
    return data;
  };
  const letGo = () => parts.gate.letGo(parts.gate.holds.all()[0]?.attempt as string);
  return { ...parts, form, navigate, fields, follow, router, letGo };
}

describe('what leaves as a navigation', () => {
  it('is stopped when it hands over, whoever began it, and no router of the page hears of it', async () => {
    const { navigate, fields, gate, router } = page();
    expect(navigate({ formData: fields('jonas') })).toBe(true);
    await settled();
    expect(gate.holds.all()).toMatchObject([{ door: 'form', handoffs: [{ ref: { id: '104' } }] }]);
    expect(router).not.toHaveBeenCalled();
  });

  it('is stopped when its address alone hands over', async () => {
    const { navigate, gate } = page();
    expect(navigate({ destination: { url: TAKE } })).toBe(true);
    await settled();
    expect(gate.holds.all()).toMatchObject([{ door: 'link' }]);
  });

  it('takes its values from what leaves, whatever the form shows', async () => {
    const { navigate, fields, gate, form } = page();
    expect(navigate({ formData: fields('9'), sourceElement: form })).toBe(true);
    await settled();
    const [change] = gate.holds.all()[0]?.handoffs[0]?.changes ?? [];
    expect(change).toMatchObject({ field: 'owner', to: { id: '9', label: 'Priya Nair' } });
  });

  it('passes when it hands nothing over, and goes on to the page', () => {
    const { navigate, fields, gate, router } = page();
    expect(navigate({ formData: fields('') })).toBe(false);
    expect(navigate({ destination: { url: `${DESK}/case/105` } })).toBe(false);
    expect(gate.holds.size).toBe(0);
    expect(router).toHaveBeenCalledTimes(2);
  });

  it('is not read where no write has its address', () => {
    const { navigate } = page();
    const formData = { [Symbol.iterator]: vi.fn() };
    navigate({ destination: { url: `${DESK}/search` }, formData: formData as unknown as FormData });
    expect(formData[Symbol.iterator]).not.toHaveBeenCalled();
  });

  it.each<[string, Told]>([
    ['back and forward', { navigationType: 'traverse' }],
    ['a reload, which repeats what was judged before', { navigationType: 'reload' }],
    ['what stays in the document', { destination: { url: TAKE, sameDocument: true } }],
    ['a download', { downloadRequest: '' }],
    ['what cannot be stopped', { cancelable: false }],
    [
      'what another frame’s form or link began, and its doors judged',
      { sourceElement: new Document().createElement('a') },
    ],
  ])('%s is left alone', (_, told) => {
    const { navigate } = page();
    expect(navigate({ destination: { url: TAKE }, ...told })).toBe(false);
  });

  it('sent in the name of a button that saves nothing is no handoff', () => {
    const { navigate, fields } = page();
    const formData = fields('jonas');
    formData.set('draft', '1');
    expect(navigate({ formData })).toBe(false);
  });
});

describe('letting a navigation go', () => {
  const held = async (told: (parts: ReturnType<typeof page>) => Told) => {
    const parts = page();
    parts.navigate(told(parts));
    await settled();
    return parts;
  };

  it('sends the form as it is then, by its button', async () => {
    const parts = await held(({ fields }) => ({ formData: fields('jonas'), sourceElement: one('#send') }));
    const submitted = vi.fn((event: Event) => event.preventDefault());
    parts.form.addEventListener('submit', submitted);
    one<HTMLSelectElement>('select').value = 'jonas';
    expect(parts.letGo()).toBe(true);
    expect(submitted.mock.calls).toMatchObject([[{ submitter: one('#send') }]]);
    expect(sent).toEqual([]);
  });

  it('sends a form that a script sent as a script does: no handler of the page hears of it twice', async () => {
    const parts = await held(({ fields, form }) => ({ formData: fields('jonas'), sourceElement: form }));
    const submitted = vi.fn();
    parts.form.addEventListener('submit', submitted);
    expect(parts.letGo()).toBe(true);
    expect(sent.map(({ form }) => form)).toEqual([parts.form]);
    expect(submitted).not.toHaveBeenCalled();
  });

  it.each<[string, boolean, string]>([
    ['left the page', true, 'multipart/form-data'],
    ['the browser does not name', false, ''],
  ])('sends the fields of a form that %s, whatever they are called', async (_, named, enctype) => {
    const parts = await held(({ fields, form }) => {
      const formData = fields('jonas');
      formData.append('action', '/elsewhere');
      formData.append('submit', 'line\nline');
      return { formData, sourceElement: named ? form : null };
    });
    parts.form.remove();
    expect(parts.letGo()).toBe(true);
    expect(sent).toMatchObject([
      {
        fields: [
          ['owner', 'jonas'],
          ['action', '/elsewhere'],
          ['submit', 'line\nline'],
        ],
        how: `post ${DESK}/case/104/reply ${enctype}`,
      },
    ]);
    expect(document.querySelector('form')).toBeNull();
  });

  it.each([
    ['push', false],
    ['replace', true],
  ])('goes to an address in the same way: %s', async (navigationType, replace) => {
    const parts = await held(() => ({ destination: { url: TAKE }, navigationType }));
    expect(parts.letGo()).toBe(true);
    expect(parts.follow.mock.calls).toEqual([[TAKE, replace]]);
    // It comes by here again, and passes once.
    expect([1, 2].map(() => parts.navigate({ destination: { url: TAKE }, navigationType }))).toEqual([false, true]);
  });

  it('of a form that can be sent once frees it where it is taken back', async () => {
    const once = { ...practice, sentOnce: ['data-sent'] };
    const { navigate, fields, form, gate } = page(REPLY, gateWith({ sites: [once] }));
    form.setAttribute('data-sent', '');
    navigate({ formData: fields('jonas'), sourceElement: form });
    gate.cancelAll('not now');
    expect(form.hasAttribute('data-sent')).toBe(false);
  });
});

describe('one press that comes by several doors', () => {
  const press = () => {
    one<HTMLSelectElement>('select').value = 'jonas';
    one('#send').click();
  };

  it('is asked once and let go once: the form’s own event, then its navigation', async () => {
    const { navigate, fields, background, letGo, form } = page();
    // The browser goes on from the event to the navigation.
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      expect(navigate({ formData: fields('jonas'), sourceElement: one('#send') })).toBe(false);
    });
    press();
    await settled();
    expect(letGo()).toBe(true);
    expect(background.ask).toHaveBeenCalledTimes(1);
    expect(navigate({ formData: fields('jonas'), sourceElement: form })).toBe(true);
  });

  it('is asked once where the page keeps the event to itself and sends the form later by a script', async () => {
    const { navigate, fields, background, letGo, form, gate } = page();
    const checked = vi.fn((event: Event) => event.preventDefault());
    form.addEventListener('submit', checked);
    press();
    await settled();
    expect(letGo()).toBe(true);
    expect(checked).toHaveBeenCalledTimes(1);
    await settled();
    expect(navigate({ formData: fields('jonas'), sourceElement: form })).toBe(false);
    expect(background.ask).toHaveBeenCalledTimes(1);
    expect(gate.holds.size).toBe(0);
  });

  it('is recorded once where nobody can be asked', () => {
    const { navigate, fields, background, gate, form } = page();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      navigate({ formData: fields('jonas'), sourceElement: form });
    });
    gate.giveUpAsking();
    press();
    expect(names(background.tell)).toEqual(['gate/ungated', 'gate/left']);
  });

  it('is one hold where a script sends the form while it is held', async () => {
    const { navigate, fields, background, gate, form } = page();
    press();
    await settled();
    navigate({ formData: fields('jonas'), sourceElement: form });
    await settled();
    expect(gate.holds.size).toBe(1);
    const attempts = background.ask.mock.calls.map(([, input]: unknown[]) => (input as { attempt: string }).attempt);
    expect(new Set(attempts).size).toBe(1);
  });
});
