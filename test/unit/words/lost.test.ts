import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../../../lib/words/locale';
import { findLostWords } from '../../../lib/words/lost';
import { say, sayIfKnown } from '../../../lib/words/say';

/** A browser that has these words of Baton's and no others. */
function browserSays(words: Record<string, string>, uiLanguage: string): void {
  Object.assign(globalThis, {
    chrome: {
      i18n: { getMessage: (key: string) => words[key] ?? '', getUILanguage: () => uiLanguage },
      runtime: { getManifest: () => ({ default_locale: 'en' }) },
    },
  });
}

describe('a page in a process where the browser lost the words', () => {
  afterEach(() => void Reflect.deleteProperty(globalThis, 'chrome'));

  it.each(['en', 'en-GB', 'fi', 'zh-Hant-TW'])(
    'says its sentences, parts and all, in a browser that speaks %s',
    async (tag) => {
      browserSays({}, tag);
      expect(say('panel_hand_over', 'Engineering')).toBe('panel_hand_over Engineering');
      await findLostWords();
      expect(say('panel_hand_over', 'Engineering')).toBe('Hand over to Engineering');
      expect(say('panel_short_in_other', '2', '5')).toBe('Missing in 2 of 5 cases; the others keep what they have.');
      expect(language()).toBe('en');
      expect(sayIfKnown('panel_code_nothing_like_this')).toBeUndefined();
    },
  );

  it('says what the browser still has as the browser does', async () => {
    browserSays({ panel_close: 'Schließen' }, 'de');
    await findLostWords();
    expect([say('panel_close'), say('panel_hand_over', 'Engineering')]).toEqual([
      'Schließen',
      'Hand over to Engineering',
    ]);
  });
});
