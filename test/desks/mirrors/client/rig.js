// What pages of all mirrors do: controls that send or keep a choice, and a screen that shows a change at once and goes back when it is refused.

import { wireBoard } from './board.js';
import { refused, requests, say } from './desk.js';
import { fieldsShown, showPane } from './screen.js';

export const data = JSON.parse(document.getElementById('rig-data').textContent);
/** Choices kept until a submit, by case. */
const kept = new Map();

/** Sends a request as the desk does; out: the words of a refusal, or nothing. */
async function sent({ by = 'fetch', method, url, headers = {}, body }) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', ...headers };
  try {
    const { status, words } =
      by === 'xhr' ? await byXhr(method, url, all, text) : await byFetch(method, url, all, text);
    return refused(status, words);
  } catch {
    return 'The connection was lost.';
  }
}

async function byFetch(method, url, headers, body) {
  const answer = await fetch(url, { method, headers, body });
  return { status: answer.status, words: await answer.text() };
}

function byXhr(method, url, headers, body) {
  return new Promise((done, failed) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.onload = () => done({ status: call.status, words: call.responseText });
    call.onerror = failed;
    call.send(body);
  });
}

/** Shows a change, sends it, and takes it off the screen again when the desk says no. */
export async function save(name, ids, fields, more = {}, show = () => fieldsShown(ids, fields)) {
  const undo = show();
  document.documentElement.dataset.busy = 'true';
  const request = requests[name]({ ids, fields, data, ...more });
  const problem = await sent(request);
  if (problem) {
    undo();
    say(problem);
  }
  delete document.documentElement.dataset.busy;
  return !problem;
}

const ticked = () => [...document.querySelectorAll('[data-tick]:checked')].map((box) => box.dataset.tick);
const editorOf = (id) => document.querySelector(`[data-editor="${id}"]`);

/** Sends what was kept for a case; a refusal leaves it kept, and on the screen, as it stands in the form. */
async function sendKept(deed) {
  const [id] = deed.ids;
  const fields = { ...kept.get(id), ...deed.fields };
  const editor = editorOf(id);
  const comment = editor?.textContent.trim()
    ? { text: editor.textContent.trim(), channel: editor.dataset.channel }
    : null;
  if (await save(deed.send, deed.ids, fields, { comment })) {
    kept.delete(id);
    if (editor) editor.textContent = '';
  }
}

const chosenIn = (control, { chosen }) =>
  chosen ? { [chosen]: control.closest('[role="dialog"]').querySelector('select').value } : {};

function act(deed, control) {
  if (deed.toggle) for (const part of document.querySelectorAll(deed.toggle)) part.hidden = !part.hidden;
  else if (deed.pane) showPane(deed.pane, deed.path);
  else if (deed.channel) {
    for (const part of document.querySelectorAll(`[data-editor="${deed.of}"], [data-channel-of="${deed.of}"]`))
      part.dataset.channel = deed.channel;
  } else if (deed.keep) {
    kept.set(deed.keep, { ...kept.get(deed.keep), ...deed.fields });
    fieldsShown([deed.keep], deed.fields);
  } else if (deed.kept) void sendKept(deed);
  else void save(deed.send, deed.ids ?? ticked(), { ...deed.fields, ...chosenIn(control, deed) });
}

const deedAt = (event) =>
  event.composedPath().find((node) => node instanceof Element && node.matches('[data-do]:not(:disabled)'));
for (const type of ['click', 'mousedown', 'mouseup']) {
  document.addEventListener(type, (event) => {
    const control = deedAt(event);
    if (!control || (control.dataset.on ?? 'click') !== type) return;
    // A link that does something in its page leads nowhere else.
    if (control.matches('a')) event.preventDefault();
    for (const list of document.querySelectorAll('[data-list]')) if (list.contains(control)) list.hidden = true;
    act(JSON.parse(control.dataset.do), control);
  });
}

const keyOf = ({ key, ctrlKey, altKey, shiftKey, metaKey }) =>
  [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Meta', key].filter(Boolean).join('+');
document.addEventListener('keydown', (event) => {
  const control = [...document.querySelectorAll('[data-keys]')].find(
    (one) => one.dataset.keys === keyOf(event) && one.parentElement.checkVisibility({ visibilityProperty: true }),
  );
  if (!control) return;
  event.preventDefault();
  // The desk does it by itself: no press of the control.
  act(JSON.parse(control.dataset.do), control);
});

wireBoard(save);
