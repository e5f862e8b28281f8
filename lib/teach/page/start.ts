import { type Shared, shared } from '../../gate/shared';
import { call, orphaned } from '../../messages/client';
import { hear } from '../../messages/hear';
import type { TeachOrder } from '../../messages/teach-protocol';
import type { Aim, PageLesson } from '../../model/teaching';
import { newNonce } from '../../overlay/nonce';
import { say, sayIfKnown } from '../../words/say';
import { foundOn } from './found';
import { leadFrame } from './frame';
import css from './page.css?inline';
import { pickedAs } from './picked';
import { makePicker } from './picker';
import { shownOn } from './shown';
import { watchLeaving } from './watch';

/** How often the page is looked at for what its fields show, in milliseconds. */
const BEAT = 400;

type World = Required<Pick<Shared, 'gate' | 'overlay'>> & Shared;

/** Starts, or goes on with, the lesson of this tab: the frame that leads the person, the pointing, the watching. Once. */
export async function startTeaching(): Promise<void> {
  const world = shared();
  if (world.teaching || !isWhole(world)) return;
  world.teaching = true;
  const nonce = newNonce();
  const { lesson } = await call('teach/hello', { nonce, url: document.URL }).catch(() => ({ lesson: null }));
  if (lesson) teach(lesson, nonce, world);
  else world.teaching = false;
}

/** Gate and overlay are here, as in the top frame of every desk. */
const isWhole = (world: Shared): world is World => world.gate !== undefined && world.overlay !== undefined;

function teach(begun: PageLesson, nonce: string, world: World): void {
  let lesson = begun;
  let aim: Aim | null = null;
  let said = '';
  let unwatch = () => {};
  let over = false;
  const tell = (answer: Promise<unknown>) => void answer.catch(() => undefined);

  const end = () => {
    over = true;
    unwatch();
    clearInterval(beat);
    host.remove();
    world.point = undefined;
    world.teaching = false;
  };
  const host = world.overlay.second(
    'baton-teach',
    css,
    (event) => picker.pressed(event),
    () => {
      end();
      tell(call('overlay/retreated', {}));
    },
  );
  const picker = makePicker(document, host.root, (element) => {
    const wanted = aim;
    aim = null;
    if (wanted) tell(call('teach/picked', { picked: pickedAs(document, wanted, element) }));
  });
  const lead = leadFrame(document, nonce, host.scheme);
  host.root.append(lead.frame);
  lead.side(lesson.side);
  world.point = host.shield;

  const pick = (next: Aim | null) => {
    aim = next;
    if (!next) return picker.end();
    picker.begin('control' in next ? say('teach_control') : (sayIfKnown(`field_${next.field}`) ?? next.field));
    // Its keys steer the pointing: the page hears none of them.
    lead.frame.focus();
  };
  const watch = (on: boolean) => {
    unwatch();
    unwatch = on
      ? watchLeaving(document, world, (watched) =>
          tell(call('teach/watched', { watched, shown: shownOn(document, lesson.fields) })),
        )
      : () => {};
  };
  const look = () => {
    if (orphaned()) return end();
    const captured = lesson.looked ? null : world.overlay.shown();
    if (captured) {
      lesson = { ...lesson, looked: true };
      tell(call('teach/found', { fields: foundOn(document, captured.fields) }));
    }
    const shown = shownOn(document, lesson.fields);
    const text = JSON.stringify(shown);
    if (text === said) return;
    said = text;
    tell(call('teach/shows', { shown }));
  };
  const beat = setInterval(look, BEAT);
  watch(lesson.watching);
  if (lesson.aim) pick(lesson.aim);
  look();

  const obey = (order: TeachOrder): unknown => {
    if (order.do === 'aim') pick(order.aim);
    if (order.do === 'walk') return { said: picker.walk(order.walk) };
    if (order.do === 'side') lead.side(order.side);
    if (order.do === 'fields') lesson = { ...order.lesson, looked: lesson.looked };
    if (order.do === 'end') end();
    if (order.do !== 'watch') return { heard: true };
    watch(order.on);
    return { shown: shownOn(document, lesson.fields) };
  };
  hear((message) => (over || message.tell !== 'teach' ? undefined : obey(message.order)));
}
