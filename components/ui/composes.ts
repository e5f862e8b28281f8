/** The browser says this of a key that an input method takes, in some browsers after the composition ended too. */
const TAKEN = 229;

/** Whether a key belongs to a composition (Japanese, Chinese, Korean): it writes, and does nothing else. */
export const composes = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === TAKEN;
