/** The three steps, in their order; each has a place of its own in the page's address. */
export const STEPS = ['desks', 'who', 'handoffs'] as const;
export type Step = (typeof STEPS)[number];

/** In: the part of the address behind the number sign. Out: its step; the first, where it names none. */
export function stepOf(hash: string): Step {
  return STEPS.find((step) => hash === `#${step}`) ?? STEPS[0];
}

/** The step so many further on, or back; undefined where there is none. */
export function stepFrom(step: Step, by: 1 | -1): Step | undefined {
  return STEPS[STEPS.indexOf(step) + by];
}
