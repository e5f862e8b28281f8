// Brings a mode to life: its control, its way of sending, and the screen between them.
import { wire } from './controls.js';
import { saver } from './screen.js';
import { senders } from './send.js';
import { awkward } from './send-awkward.js';
import { envelopes } from './send-envelopes.js';

const rig = document.getElementById('rig');
if (rig) {
  const { control, send, on, cover, optimistic } = rig.dataset;
  const sender = { ...senders, ...envelopes, ...awkward }[send];
  wire[control]?.(saver({ rig, sender, optimistic: optimistic === 'true', cover }), on);
}
