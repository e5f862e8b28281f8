import { HttpError } from '../http.ts';
import { parts } from './parts/all.ts';

/** One way in which desks save. What stands here as `control`, `on` and `send` is carried out by the scripts of that name in `client`. */
export interface Mode {
  readonly id: string;
  readonly title: string;
  /** What it is modelled on. */
  readonly says: string;
  readonly control:
    | 'menu'
    | 'dialog'
    | 'inline'
    | 'form'
    | 'shadow'
    | 'written'
    | 'address'
    | 'links'
    | 'keys'
    | 'palette'
    | 'macro'
    | 'tabs'
    | 'board'
    | 'bulk'
    /** The part that it belongs to draws it and brings it to life. */
    | 'own';
  /** The event on which an option of a menu saves. */
  readonly on?: 'click' | 'mousedown' | 'mouseup';
  /** How the change leaves; absent where the browser itself sends it. */
  readonly send?: string;
  /** Where a form stands that no page sees into. */
  readonly root?: 'open' | 'closed';
  /** The screen shows the change before the desk has it. */
  readonly optimistic?: true;
  /** What lies over the screen while the desk saves. */
  readonly cover?: 'spinner' | 'modal';
  /** A page of several cases, not of one. */
  readonly list?: true;
}

const menu = (id: string, title: string, send: string, says: string, more: Partial<Mode> = {}): Mode => ({
  id,
  title,
  control: 'menu',
  on: 'click',
  send,
  says,
  ...more,
});

const address = (id: string, title: string, send: string, says: string): Mode => ({
  id,
  title,
  control: 'address',
  send,
  says,
});

const ownModes: readonly Mode[] = [
  {
    id: 'dialog',
    title: 'Dialog',
    control: 'dialog',
    send: 'xhr-form',
    says: 'A native dialog with a form, saved by XMLHttpRequest.',
  },
  menu('pick-click', 'Pick and save', 'fetch', 'A menu that saves on click, and shows the choice at once.', {
    optimistic: true,
  }),
  menu('pick-mousedown', 'Pick and save on mousedown', 'fetch', 'Saved before the button is let up.', {
    on: 'mousedown',
    optimistic: true,
  }),
  menu('pick-mouseup', 'Pick and save on mouseup', 'fetch', 'Saved when the button is let up.', {
    on: 'mouseup',
    optimistic: true,
  }),
  {
    id: 'board',
    title: 'Board',
    control: 'board',
    send: 'stage',
    list: true,
    optimistic: true,
    says: 'A card that is dragged to another column moves at once.',
  },
  {
    id: 'inline',
    title: 'Inline autosave',
    control: 'inline',
    send: 'fetch',
    optimistic: true,
    says: 'A value that is edited in its place and saved on leaving it.',
  },
  {
    id: 'inline-late',
    title: 'Late autosave',
    control: 'inline',
    send: 'fetch-late',
    optimistic: true,
    says: 'The same, collected for three seconds before it is sent.',
  },
  menu('rest-fetch', 'REST by fetch', 'rest-fetch', 'PUT of a JSON resource.'),
  menu('rest-xhr', 'REST by XMLHttpRequest', 'rest-xhr', 'The same by the older means.'),
  menu('graphql', 'GraphQL', 'graphql', 'One named operation with variables.'),
  menu(
    'graphql-bulk',
    'GraphQL, several at once',
    'graphql-bulk',
    'Aliased mutations in one operation: this case and the next.',
  ),
  menu('rpc', 'JSON-RPC', 'rpc', 'One call, as Odoo makes it.'),
  menu('rpc-batch', 'JSON-RPC batch', 'rpc-batch', 'A reading and a writing call in one list.'),
  menu('aura', 'Envelope', 'aura', 'A form field that holds JSON with several actions, as Salesforce sends it.'),
  menu('multipart', 'Multipart', 'multipart', 'Fields and a file by fetch.'),
  menu('sync-xhr', 'Synchronous request', 'xhr-sync', 'The page stands still until the desk has answered.'),
  menu('beacon', 'Beacon', 'beacon', 'Sent and never looked at again.', { optimistic: true }),
  menu('keepalive', 'Keepalive', 'keepalive', 'A fetch that may outlive the page.', { optimistic: true }),
  {
    id: 'native-submit',
    title: 'Native submit',
    control: 'form',
    says: 'A script calls the form’s own submit(): no event.',
  },
  {
    id: 'shadow-open',
    title: 'Form of a component',
    control: 'shadow',
    root: 'open',
    says: 'A native form in an open shadow root.',
  },
  {
    id: 'shadow-closed',
    title: 'Form of a closed component',
    control: 'shadow',
    root: 'closed',
    says: 'A native form in a closed shadow root.',
  },
  {
    id: 'frame-written',
    title: 'Form in a written frame',
    control: 'written',
    says: 'A native form in a frame that the page fills by document.write.',
  },
  address('location', 'Address set by script', 'location', 'A button whose script sets location.href.'),
  address('replace', 'Address replaced by script', 'replace', 'The same by location.replace().'),
  address('navigate', 'Address by the Navigation API', 'navigate', 'The same by navigation.navigate().'),
  address('open-self', 'Address opened in its own window', 'open-self', 'The same by window.open() to itself.'),
  address(
    'meta-refresh',
    'Page that refreshes itself',
    'meta',
    'A script puts in a meta element that refreshes the page.',
  ),
  { id: 'get-link', title: 'Link that writes', control: 'links', says: 'A plain link whose address does it.' },
  menu('frame-blank', 'Frame without an address', 'frame-blank', 'Sent by the fetch of a frame made a moment ago.'),
  menu(
    'frame-srcdoc',
    'Frame with written content',
    'frame-srcdoc',
    'Sent by XMLHttpRequest of a frame made a moment ago.',
  ),
  menu('frame-request', 'Request of a frame', 'frame-request', 'A Request that another frame made.'),
  menu('frame-blob', 'Blob of a frame', 'frame-blob', 'A body that another frame made.'),
  menu('fetch-later', 'Sent later', 'later', 'Left to the browser to be sent (fetchLater).', { optimistic: true }),
  menu('large-json', 'Picture in JSON', 'large-json', 'The fields stand after a pasted picture, in one JSON text.'),
  menu('large-form', 'Picture in a form', 'large-form', 'Fields beside a pasted file, and a picture in a field.'),
  menu('large-blob', 'Form as a file', 'large-blob', 'The page writes the form down itself, picture and all.'),
  menu('large-text', 'Picture in a text', 'large-text', 'One url-encoded field is a picture.'),
  {
    id: 'shortcut',
    title: 'Shortcut',
    control: 'keys',
    send: 'xhr-form',
    says: 'E or S on the keyboard: the handler clicks a button by script.',
  },
  {
    id: 'palette',
    title: 'Command palette',
    control: 'palette',
    send: 'xhr-form',
    says: 'Ctrl+K, a few letters, Enter.',
  },
  {
    id: 'macro',
    title: 'Macro',
    control: 'macro',
    send: 'fetch',
    says: 'One button that sets team and status and replies.',
  },
  {
    id: 'bulk-ids',
    title: 'Bulk by ids',
    control: 'bulk',
    send: 'bulk-ids',
    list: true,
    says: 'One request with a list of ids.',
  },
  {
    id: 'bulk-rows',
    title: 'Bulk by rows',
    control: 'bulk',
    send: 'bulk-rows',
    list: true,
    says: 'One request with a row for each case.',
  },
  {
    id: 'tabs',
    title: 'Several cases in one page',
    control: 'tabs',
    send: 'fetch',
    says: 'Each case in a container of its own; one is shown.',
  },
  menu('covered-spinner', 'Screen covered by a spinner', 'fetch', 'Nothing can be pressed while it saves.', {
    cover: 'spinner',
  }),
  menu('covered-modal', 'Screen covered by a dialog', 'fetch', 'A native modal dialog while it saves.', {
    cover: 'modal',
  }),
  menu('retry-fetch', 'Gives up and tries again', 'retry-fetch', 'Three seconds, then two more tries.'),
  menu('retry-xhr', 'Times out and tries again', 'retry-xhr', 'XMLHttpRequest with a time-out, then two more tries.'),
  menu('retry-abort', 'Aborts and tries again', 'retry-abort', 'The same by a clock of its own, as jQuery does.'),
];

export const modes: readonly Mode[] = [...ownModes, ...parts.flatMap((part) => part.modes)];

/** The mode of this name. */
export function modeOf(id: string | undefined): Mode {
  const mode = modes.find((one) => one.id === id);
  if (!mode) throw new HttpError(404, `The rig has no page “${id}”.`);
  return mode;
}
