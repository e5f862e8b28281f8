// Ways of sending that cannot wait, cannot be looked at again, come from another window, or are tried again by the desk itself.
import { byXhr, caseUrl, flat, good } from './send.js';

const JSON_TYPE = 'application/json';
const bodyOf = (change) => JSON.stringify(flat(change));
const GIVE_UP_AFTER = 3000;
/** Three, unless the address says how many. */
const TRIES = Number(new URLSearchParams(location.search).get('tries') ?? 3);

/** Tries a request again when it timed out; how many were made is told on the rig's element. */
async function tried(once) {
  const { dataset } = document.getElementById('rig');
  for (let n = 1; ; n += 1) {
    dataset.tries = String(n);
    try {
      return await once();
    } catch (error) {
      if (error.name !== 'AbortError' || n >= TRIES)
        throw error.name === 'AbortError' ? new Error('The desk took too long.') : error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

/** A frame that stands in the page as soon as it has a window. */
async function newFrame(content) {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  if (content) {
    frame.srcdoc = content;
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
  } else document.body.append(frame);
  return frame.contentWindow;
}

export const awkward = {
  async 'xhr-sync'(change) {
    const call = new XMLHttpRequest();
    call.open('POST', caseUrl(change), false);
    call.setRequestHeader('content-type', JSON_TYPE);
    call.send(bodyOf(change));
    if (call.status >= 300) throw new Error(`The desk answered ${call.status}.`);
  },
  async beacon(change) {
    if (!navigator.sendBeacon(caseUrl(change), new URLSearchParams(flat(change))))
      throw new Error('The browser refused.');
  },
  async 'frame-blank'(change) {
    const { fetch } = await newFrame();
    return good(
      fetch(caseUrl(change), { method: 'PATCH', headers: { 'content-type': JSON_TYPE }, body: bodyOf(change) }),
    );
  },
  async 'frame-srcdoc'(change) {
    return byXhr('PATCH', caseUrl(change), bodyOf(change), { from: await newFrame('<p>Saving</p>') });
  },
  async 'frame-request'(change) {
    const { Request } = await newFrame();
    const init = { method: 'PATCH', headers: { 'content-type': JSON_TYPE }, body: bodyOf(change) };
    return good(fetch(new Request(caseUrl(change), init)));
  },
  async 'frame-blob'(change) {
    const { Blob } = await newFrame();
    return good(fetch(caseUrl(change), { method: 'PATCH', body: new Blob([bodyOf(change)], { type: JSON_TYPE }) }));
  },
  async later(change) {
    globalThis.fetchLater(caseUrl(change), {
      method: 'POST',
      body: new URLSearchParams(flat(change)),
      activateAfter: 0,
    });
  },
  'retry-fetch': (change) =>
    tried(() => {
      const { signal, rest } = givingUp();
      return good(
        fetch(caseUrl(change), {
          method: 'PATCH',
          headers: { 'content-type': JSON_TYPE },
          body: bodyOf(change),
          signal,
        }),
      ).finally(rest);
    }),
  'retry-abort': (change) =>
    tried(() => byXhr('PATCH', caseUrl(change), bodyOf(change), { abortAfter: GIVE_UP_AFTER })),
  'retry-xhr': (change) => tried(() => byXhr('PATCH', caseUrl(change), bodyOf(change), { timeout: GIVE_UP_AFTER })),
};

/** A signal that gives up by itself; `rest` stops its clock. */
function givingUp() {
  const controller = new AbortController();
  const clock = setTimeout(() => controller.abort(), GIVE_UP_AFTER);
  return { signal: controller.signal, rest: () => clearTimeout(clock) };
}
