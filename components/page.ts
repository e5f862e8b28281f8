import { direction, language } from '../lib/words/locale';
import { say, sayIfKnown, type WordKey } from '../lib/words/say';

/** Makes a page of ours ready to be drawn: it has its sentences, says their language, and bears its name. Out: what it is drawn in. */
export async function readyPage(name?: WordKey): Promise<HTMLElement | null> {
  // Hardly ever: what finds them loads only then.
  if (!sayIfKnown('ui_language')) await (await import('../lib/words/lost')).findLostWords();
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  if (name) document.title = say(name);
  return document.getElementById('root');
}
