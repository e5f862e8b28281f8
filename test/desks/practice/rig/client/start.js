// Brings a mode to life: its control, its way of sending, and the screen between them.
import { wire } from './controls.js';
import { byGet } from './get.js';
import { leaving } from './leaving.js';
import { own } from './own.js';
import { saver } from './screen.js';
import { senders } from './send.js';
import { awkward } from './send-awkward.js';
import { envelopes } from './send-envelopes.js';
import { large } from './send-large.js';

const rig = document.getElementById('rig');
if (rig) {
  const { control, send, on, cover, optimistic } = rig.dataset;
  // A change may bring its own way of being sent.
  const sender =
    { ...senders, ...envelopes, ...awkward, ...large, 'get-script': byGet }[send] ?? ((change) => change.send());
  const save = saver({ rig, sender, optimistic: optimistic === 'true', cover });
  if (control === 'own') own[rig.dataset.mode](save, sender);
  else ({ ...wire, ...leaving })[control]?.(save, on, send);
}
