// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://rt.example/rt/Ticket/Update.html?id=7&Action=Respond" }
import { describe, expect, it, vi } from 'vitest';
import { formAttempt, leadsElsewhere, targetOf } from '../../../lib/gate/form';
import { cleanPage, one, pageWith } from './page';

cleanPage();
const HERE = 'https://rt.example/rt/Ticket/Update.html?id=7&Action=Respond';
const all = new Set(['id', 'Owner', 'Status', 'Queue', 'Tag', 'secret', 'file', 'go', 'draft', 'action', 'elements']);
const read = (form: HTMLFormElement, submitter: Element | null = null, others: HTMLFormElement[] = []) =>
  formAttempt(form, submitter, all, others);
const fields = (form: HTMLFormElement, submitter: Element | null = null, others: HTMLFormElement[] = []) => {
  const { body } = read(form, submitter, others);
  return body.as === 'fields' ? { ...body.fields } : body;
};

describe('where a form goes', () => {
  it.each([
    ['<form method="post" action="Update.html">', 'https://rt.example/rt/Ticket/Update.html', 'POST'],
    ['<form method="post" action="/Ticket/Display.html?id=7">', 'https://rt.example/Ticket/Display.html?id=7', 'POST'],
    ['<form method="post" action="">', HERE, 'POST'],
    ['<form method="POST">', HERE, 'POST'],
    ['<form action="http://[">', HERE, 'GET'],
  ])('%s', (html, url, method) => {
    expect(targetOf(pageWith(`${html}</form>`), null)).toEqual({ url, method });
  });

  it('the button that sends it may say otherwise', () => {
    const form = pageWith(
      '<form method="post" action="/a"><button formaction="/b" formmethod="get" id="b"></button><button id="c"></button></form>',
    );
    expect(targetOf(form, one('#b'))).toEqual({ url: 'https://rt.example/b', method: 'GET' });
    expect(targetOf(form, one('#c'))).toEqual({ url: 'https://rt.example/a', method: 'POST' });
  });

  it('an empty action is the page’s own address, not its base', () => {
    document.head.append(Object.assign(document.createElement('base'), { href: 'https://rt.example/static/' }));
    expect(targetOf(pageWith('<form action=""></form>'), null).url).toBe(HERE);
    expect(targetOf(pageWith('<form action="x"></form>'), null).url).toBe('https://rt.example/static/x');
    document.head.replaceChildren();
  });
});

describe('where the answer to a form goes', () => {
  it.each([
    ['<form>', false],
    ['<form target="">', false],
    ['<form target="_SELF">', false],
    ['<form target="_top">', false],
    ['<form target="_parent">', false],
    ['<form target="desk">', false],
    ['<form target="Desk">', true],
    ['<form target="_blank">', true],
    ['<form target="upload">', true],
  ])('%s leads elsewhere: %s', (html, elsewhere) => {
    window.name = 'desk';
    expect(leadsElsewhere(pageWith(`${html}<input name="target"></form>`))).toBe(elsewhere);
  });

  it('is what the page says for all, where the form says nothing', () => {
    document.head.append(Object.assign(document.createElement('base'), { target: '_blank' }));
    expect(leadsElsewhere(pageWith('<form></form>'))).toBe(true);
    expect(leadsElsewhere(pageWith('<form target="_self"></form>'))).toBe(false);
    document.head.replaceChildren();
  });
});

describe('a form whose controls hide its own properties', () => {
  const html = `<form method="post" action="/Ticket/Modify.html">
    ${['id', 'action', 'method', 'elements', 'submit', 'name'].map((name) => `<input name="${name}" value="${name}!">`).join('')}
    <select name="Queue"><option value="1" selected>Support L1<option value="4">Engineering</select></form>`;

  it('is read all the same', () => {
    const form = pageWith(html);
    // As browsers do; jsdom keeps the form's own property.
    for (const name of ['id', 'action', 'method', 'elements', 'submit'])
      Object.defineProperty(form, name, { value: one(`[name="${name}"]`) });
    expect(targetOf(form, null)).toEqual({ url: 'https://rt.example/Ticket/Modify.html', method: 'POST' });
    expect(fields(form)).toEqual({ id: ['id!'], action: ['action!'], elements: ['elements!'], Queue: ['1'] });
  });
});

describe('what a form would send', () => {
  it('is every value of the named controls, and no other control is touched', () => {
    const form = pageWith(`<form>
      <input name="id" value="7"><input type="hidden" name="Owner" value="29"><textarea name="Status">open</textarea>
      <input name="other" id="other" value="private"></form>`);
    const touched = vi.fn();
    Object.defineProperty(one('#other'), 'value', { get: touched });
    expect(fields(form)).toEqual({ id: ['7'], Owner: ['29'], Status: ['open'] });
    expect(touched).not.toHaveBeenCalled();
  });

  it('never makes a FormData, which would run the page’s own handlers', () => {
    const form = pageWith('<form><input name="id" value="7"></form>');
    const heard = vi.fn();
    form.addEventListener('formdata', heard);
    read(form);
    expect(heard).not.toHaveBeenCalled();
  });

  it('leaves out what a browser leaves out: disabled controls, unticked boxes, passwords, files', () => {
    const form = pageWith(`<form>
      <input name="id" value="7" disabled>
      <fieldset disabled><input name="Owner" value="29"></fieldset>
      <input type="checkbox" name="Tag" value="a"><input type="checkbox" name="Tag" value="b" checked>
      <input type="radio" name="Status" value="open" checked><input type="radio" name="Status" value="new">
      <input type="password" name="secret" value="hush"><input type="file" name="file">
      <select name="Queue"><option value="1" selected disabled></select></form>`);
    expect(fields(form)).toEqual({ Tag: ['b'], Status: ['open'] });
  });

  it('an option of a disabled group is not sent', () => {
    const form = pageWith(
      '<form><select name="Queue"><optgroup disabled><option value="4" selected></optgroup></select></form>',
    );
    expect(fields(form)).toEqual({});
  });

  it('every choice of a multiple select', () => {
    const form = pageWith(
      '<form><select name="Tag" multiple><option selected>a<option>b<option selected value="c">see</select></form>',
    );
    expect(fields(form)).toEqual({ Tag: ['a', 'c'] });
  });

  it('controls that belong to it by their form attribute, wherever they stand', () => {
    const form = pageWith('<form id="f"><input name="id" value="7"></form><input form="f" name="Owner" value="29">');
    expect(fields(form)).toEqual({ id: ['7'], Owner: ['29'] });
  });

  it('the button that sent it, and no other', () => {
    const form =
      pageWith(`<form><button name="go" value="1" id="go"></button><input type="submit" name="draft" value="2" id="draft">
      <input type="button" name="action" value="3"></form>`);
    expect(fields(form)).toEqual({});
    expect(fields(form, one('#go'))).toEqual({ go: ['1'] });
    expect(fields(form, one('#draft'))).toEqual({ draft: ['2'] });
    expect(read(form, one('#draft')).submitter).toBe('draft');
    expect(read(form)).not.toHaveProperty('submitter');
  });
});

describe('the words of a select', () => {
  it('are what it shows now, and what it came with', () => {
    const form = pageWith(
      '<form><select name="Queue"><option value="1" selected>Support  L1</option><option value="4"> Engineering </option></select></form>',
    );
    one<HTMLSelectElement>('select').value = '4';
    expect(read(form).labels?.['Queue']).toEqual([
      { value: '4', now: 'Engineering', before: { label: 'Support L1', id: '1' } },
    ]);
  });

  it('one that came with no choice says nothing of before', () => {
    const form = pageWith('<form><select name="Queue"><option value="1">Support L1</select><input name="id"></form>');
    expect(read(form).labels).toEqual({ Queue: [{ value: '1', now: 'Support L1' }] });
  });
});

describe('forms that the desk sends along', () => {
  it('add what this one has not, and double nothing', () => {
    const form = pageWith(`
      <form id="a"><input name="id" value="7"><input name="Owner" value="29"></form>
      <form id="b"><input name="id" value="7"><input name="Queue" value="4"></form>
      <form id="c"><input name="Queue" value="5"><input name="Tag" value="x"><input name="Tag" value="y"></form>`);
    expect(fields(form, null, [one('#b'), one('#c')])).toEqual({
      id: ['7'],
      Owner: ['29'],
      Queue: ['4'],
      Tag: ['x', 'y'],
    });
  });
});
