import { oneLine, visible } from '../capture/visible';
import type { PageSite, Picked } from '../model/site';
import type { Listens } from './kept-window';
import { composes } from './keys';

/** What marks itself as something to choose. */
const OPTION = '[role=option],[role^=menuitem],:is([role=listbox],[role=menu]) :is(li,button)';
/** What is chosen in one of these is sent by its own button: it counts while the person is at work there. */
const DIALOG = '[role$=dialog],dialog,form';
/** How long a choice counts without a sign of work, in milliseconds. */
const LIFE = 10_000;
/** More than this is no word for a person, team or stage. */
const LONGEST = 100;

/** An entry of the site, and the option or column of it. */
type Of = readonly [Picked, Element];
/** What a person chose, in which list, with its word by the entries of the site that it may be of. */
export type Pick = { list: Element | null; words: (readonly [Picked, string])[]; at: number };

export type Picks = {
  /** The choices that may be a field's, with their words. */
  of(field: string): { pick: Pick; word: string }[];
  /** Each choice is used once. */
  use(pick: Pick): void;
};

/** Notes what a person chooses from lists, menus and boards, before the desk hears of it. `on` is the page's window. */
export function watchPicks(on: Listens, sites: readonly PageSite[]): Picks {
  const entries = sites.flatMap(({ picked = [] }) => picked);
  let standing: Pick[] = [];
  /** The option that the mouse went down on, and the columns. */
  let pressed: { option: Element; pick: Pick } | undefined;
  let from: Of[] = [];
  /** What follows is the same press, going on to its click. */
  let heard = false;

  const use = (pick: Pick) => {
    standing = standing.filter((one) => one !== pick);
  };
  const fresh = () => {
    standing = standing.filter(({ at }) => at > Date.now() - LIFE);
    return standing;
  };
  const note = (list: Element | null, of: readonly Of[]) => {
    const words = of.map(([entry, option]) => [entry, wordOf(entry, option)] as const);
    const pick = { list, words, at: Date.now() };
    // Who chooses anew from the same list means what was chosen last.
    standing = [...standing.filter((one) => one.list !== list), pick];
    return pick;
  };
  const ofThese = (drop: boolean, path: readonly Element[]) =>
    entries.flatMap((entry): Of[] => {
      const found = !entry.drop === !drop && path.find((one) => one.matches(entry.css ?? OPTION));
      return found ? [[entry, found]] : [];
    });
  const work = (path: readonly Element[]) => {
    // Asked at each key: most pages have nothing standing.
    const at = fresh().length > 0 && path.some((one) => one.matches(DIALOG));
    if (at) for (const pick of standing) pick.at = Date.now();
    return at;
  };
  const press = (path: readonly Element[]) => {
    const of = ofThese(false, path);
    const option = of[0]?.[1] ?? path.find((one) => one.matches(OPTION));
    heard = true;
    pressed = option && {
      option,
      pick: note(option.closest('[role=listbox],[role=menu]') ?? option.parentElement, of),
    };
    // A press elsewhere ends what was chosen before: what leaves now is its own doing.
    if (!option && !work(path)) standing = [];
  };
  const boards = entries.some(({ drop }) => drop);
  const columnsAt = ({ clientX, clientY }: MouseEvent) =>
    boards ? ofThese(true, document.elementsFromPoint(clientX, clientY)) : [];

  const drop = (event: MouseEvent, path: readonly Element[]) => {
    // Where the mouse leaves an option that stays, it was not chosen. What is taken to another column chooses that.
    if (pressed && !path.includes(pressed.option) && visible(pressed.option)) use(pressed.pick);
    const others = columnsAt(event).filter(([entry, column]) =>
      from.some((one) => one[0] === entry && one[1] !== column),
    );
    if (others.length > 0) note(null, others);
    from = [];
  };
  const hear: Record<string, (event: never, path: Element[]) => void> = {
    pointerdown(event: MouseEvent, path) {
      press(path);
      from = columnsAt(event);
    },
    pointerup: drop,
    drop,
    click(_, path) {
      // Readers of the screen press without a pointer.
      if (!heard) press(path);
      heard = false;
    },
    keydown(event: KeyboardEvent, path) {
      const { key } = event;
      const [focused] = path;
      const id = key === 'Enter' && focused?.getAttribute('aria-activedescendant');
      const active = id && (focused?.getRootNode() as Document | undefined)?.getElementById(id);
      const chooses = (key === 'Enter' || key === ' ') && !composes(event);
      if (chooses) press(active ? above(active) : path);
      else work(path);
    },
    change(_, [list]) {
      const option = list instanceof HTMLSelectElement && list.selectedOptions[0];
      const of = entries.filter(({ css, drop }) => !drop && option && (!css || option.matches(css)));
      if (option)
        note(
          list as Element,
          of.map((entry): Of => [entry, option]),
        );
    },
  };
  for (const [type, by] of Object.entries(hear))
    on.addEventListener(
      type,
      (event) => {
        if (event.isTrusted)
          by(
            event as never,
            event.composedPath().filter((one): one is Element => one instanceof Element),
          );
      },
      true,
    );

  return {
    use,
    of: (field) =>
      fresh().flatMap((pick) => {
        const [, word] = pick.words.find(([entry, text]) => entry.field === field && text) ?? [];
        return word ? [{ pick, word }] : [];
      }),
  };
}

/** The option's word on one line; empty where it is none. */
function wordOf({ word }: Picked, option: Element): string {
  const holder = word ? option.querySelector(word) : option;
  const text = holder ? oneLine((holder as HTMLElement).innerText ?? holder.textContent ?? '') : '';
  return text.length > LONGEST ? '' : text;
}

function above(element: Element | null): Element[] {
  return element ? [element, ...above(element.parentElement)] : [];
}
