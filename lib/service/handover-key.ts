import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { browser } from 'wxt/browser';

const KEPT = 'handover';

/**
 * The event type by which a gate that comes late, after an update, hands its element to the wire of one frame (lib/README.md). Made from
 * a secret that outlives the update. Each frame has its own: a page that takes a child frame's element learns nothing of the top's.
 */
export async function handoverKey(tab: number, frame: number): Promise<string> {
  return bytesToHex(sha256(utf8ToBytes(`${await secret()} ${tab} ${frame}`))).slice(0, 32);
}

let made: Promise<string> | undefined;

function secret(): Promise<string> {
  made ??= browser.storage.local.get(KEPT).then(async ({ [KEPT]: kept }) => {
    if (typeof kept === 'string') return kept;
    const fresh = bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
    await browser.storage.local.set({ [KEPT]: fresh });
    return fresh;
  });
  return made;
}
