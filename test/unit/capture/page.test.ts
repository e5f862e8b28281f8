import { describe, expect, it } from 'vitest';
import { caseAddress, pageOf } from '../../../lib/capture/page';
import { practice, rt } from '../gate/attempts';

const at = (site: typeof rt, address: string) => {
  const hit = pageOf(site, address);
  return hit && [hit.page.id, hit.ref?.id ?? null];
};

describe('which page an address is', () => {
  it.each<[string, [string, string | null] | null]>([
    ['https://rt.example/Ticket/Display.html?id=7', ['ticket', '7']],
    ['https://rt.example/rt/Ticket/Display.html?Action=Take;id=7', ['ticket', '7']],
    ['https://rt.example/Ticket/Display.html', ['ticket', null]],
    ['https://rt.example/Ticket/Update.html?Action=Respond&id=7', ['reply', '7']],
    ['https://rt.example/Search/Results.html?Query=id', ['results', null]],
    ['https://rt.example/Ticket/Display.html.evil?id=7', null],
    ['https://rt.example/', null],
    ['https://rt.example/rt/m/ticket/show?id=7', ['mobile', '7']],
    ['https://rt.example/m/ticket/reply', ['mobile-reply', null]],
    ['https://rt.example/m/ticket/create?Queue=3', null],
    ['https://rt.example/SelfService/Display.html?id=7', null],
  ])('Request Tracker: %s', (address, hit) => expect(at(rt, address)).toEqual(hit));

  it.each<[string, [string, string | null] | null]>([
    ['http://127.0.0.1:18090/case/104', ['case', '104']],
    ['http://127.0.0.1:18090/deal/7#notes', ['deal', '7']],
    ['http://127.0.0.1:18090/queue/support', ['queue', null]],
    ['http://127.0.0.1:18090/', ['home', null]],
    ['http://127.0.0.1:18090/case/104/edit', null],
    ['http://127.0.0.1:18090/base/case/104', null],
  ])('the practice desk: %s', (address, hit) => expect(at(practice, address)).toEqual(hit));

  it.each<[string, [string, string | null] | null]>([
    ['https://crm.example/#/cases/record/a1', ['record', 'a1']],
    ['https://crm.example/#/cases/record/a1?return=/accounts/record/b2', ['record', 'a1']],
    ['https://crm.example/#/accounts/record/b2?return=/cases/record/a1', null],
    ['https://crm.example/#/cases', null],
  ])('behind the number sign, with more behind it: %s', (address, hit) => {
    const hash = '/cases/record/:id';
    const page = { id: 'record', path: '/', hash, case: { path: 'id' }, kind: 'ticket' as const };
    expect(at({ ...practice, pages: [page] }, address)).toEqual(hit);
  });

  it('the case belongs to the origin, port included', () => {
    const ref = (address: string) => pageOf(practice, address)?.ref;
    expect(ref('http://127.0.0.1:18090/case/1')?.origin).toBe('http://127.0.0.1:18090');
    expect(ref('https://127.0.0.1:18090/case/1')?.origin).toBe('https://127.0.0.1:18090');
  });
});

describe('a window that another page has written', () => {
  /** A document by its place and by whether it was ever loaded. */
  const documentIn = (currentEntry: object | null | undefined, inFrame = false) => {
    const view = { navigation: currentEntry === undefined ? undefined : { currentEntry }, top: {} };
    if (!inFrame) view.top = view;
    return { defaultView: view } as unknown as Document;
  };
  const shownIn = (root: Document) => pageOf(practice, 'http://127.0.0.1:18090/case/104', root);

  it('is about the case of that page, and shows nothing of it', () => {
    const hit = shownIn(documentIn(null));
    expect(hit?.ref?.id).toBe('104');
    expect(hit?.page).toMatchObject({ id: 'case', shows: [] });
    expect(hit?.page.full).toBeUndefined();
  });

  it('is told from a page that was loaded, a frame of the page, and a browser that does not say', () => {
    for (const root of [documentIn({}), documentIn(null, true), documentIn(undefined)])
      expect(shownIn(root)?.page.full).toBe(true);
  });
});

describe('the address where a case is read', () => {
  const ref = { origin: 'https://rt.example', kind: 'ticket' as const, id: '7' };

  it('stands under the same base as the page that it was met on', () => {
    expect(caseAddress(rt, ref, 'https://rt.example/rt/Search/Bulk.html')).toBe(
      'https://rt.example/rt/Ticket/Display.html?id=7',
    );
    expect(caseAddress(rt, ref, 'https://rt.example/Ticket/Update.html?id=7')).toBe(
      'https://rt.example/Ticket/Display.html?id=7',
    );
    expect(caseAddress(practice, { ...ref, kind: 'deal' }, 'https://rt.example/')).toBe('https://rt.example/deal/7');
  });

  it('cannot be bent by what a page calls its case', () => {
    const bent = caseAddress(rt, { ...ref, id: '7&Action=Take#x' }, 'https://rt.example/');
    expect(new URL(bent ?? '').searchParams.get('Action')).toBeNull();
    expect(new URL(bent ?? '').hash).toBe('');
    const dollar = caseAddress(practice, { ...ref, id: "$'$&" }, 'https://rt.example/');
    expect(dollar).toBe("https://rt.example/case/%24'%24%26");
  });

  it('is none for a kind that the site names none for', () => {
    expect(caseAddress(rt, { ...ref, kind: 'lead' }, 'https://rt.example/')).toBeNull();
  });
});
