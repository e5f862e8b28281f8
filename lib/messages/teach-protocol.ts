import { z } from 'zod';
import { TaughtField, Watched } from '../model/lesson';
import { type Aim, LessonView, PageLesson, Picked, Shown, type Side, TeachAct, type Walk } from '../model/teaching';
import { Done, Nonce, Nothing } from './shapes';

/** Teaching a page: `page` is the script in the taught page, `lesson` the frame that leads the person. */
export const teachCalls = {
  /** The person starts a lesson on the page of a tab. */
  'teach/start': { from: ['extension'], in: z.object({ tab: z.number().int() }), out: Done },
  /** The script is in the page, and names the frame that it is about to make; null where no lesson runs. */
  'teach/hello': {
    from: ['page'],
    in: z.object({ nonce: Nonce, url: z.url().max(4000) }),
    out: z.object({ lesson: PageLesson.nullable() }),
  },
  /** Fields that the page names itself. */
  'teach/found': { from: ['page'], in: z.object({ fields: z.array(TaughtField).max(10) }), out: Nothing },
  /** What the person took; null where nothing tells its place from others. */
  'teach/picked': { from: ['page'], in: z.object({ picked: Picked.nullable() }), out: Nothing },
  'teach/shows': { from: ['page'], in: z.object({ shown: Shown }), out: Nothing },
  /** A request leaves while Baton watches. */
  'teach/watched': { from: ['page'], in: z.object({ watched: Watched, shown: Shown }), out: Nothing },

  'teach/state': { from: ['lesson'], in: z.object({ nonce: Nonce }), out: z.object({ view: LessonView.nullable() }) },
  /** `said`: what is to be read out of it. */
  'teach/do': {
    from: ['lesson'],
    in: z.object({ nonce: Nonce, act: TeachAct }),
    out: z.object({ done: Done, said: z.string().optional() }),
  },
} as const;

/** What the script in the taught page is told. */
export type TeachOrder =
  | { do: 'aim'; aim: Aim | null }
  | { do: 'walk'; walk: Walk }
  | { do: 'watch'; on: boolean }
  /** Read what these show from now on. */
  | { do: 'fields'; lesson: PageLesson }
  | { do: 'side'; side: Side }
  | { do: 'end' };
