// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { debugReport } from '../../../lib/capture/debug';
import { pageOf } from '../../../lib/capture/page';
import type { DebugReport } from '../../../lib/model/debug';
import { Site } from '../../../lib/model/site';
import { runtimeSite } from '../../../lib/sites/runtime';
import { healed, healingsOf } from '../../../lib/teach/heal';
import { siteFrom } from '../../../lib/teach/site-from';
import { show } from '../capture/shown';
import { json, lesson, watched } from './lessons';

const three = ['[data-testid="team"]', '#team', '.team'].map((css) => ({ css, read: 'text' as const }));
const made = siteFrom(
  lesson({
    origin: location.origin,
    url: `${location.origin}/tickets/118`,
    fields: [{ field: 'team', tries: three, read: 'Support L1' }],
    watched: [watched({ url: `${location.origin}/api/tickets/118`, body: json({ team: '4' }) })],
  }),
  0,
);
if (!made.ok) throw new Error(made.why);
const { site } = made;

/** How a page with this on it is read. */
function report(html: string, of: Site = site): DebugReport {
  history.replaceState(null, '', '/tickets/118');
  show(html);
  const page = runtimeSite(of);
  return debugReport(page, pageOf(page, document.URL), document);
}
const order = (of: Site) => of.fields[0]?.tries.map(({ css }) => css);

describe('healing', () => {
  it('proposes the place that still works where those before it are gone', () => {
    expect(healingsOf(site, report('<b class="team">Support</b>'))).toEqual([{ field: 'team', at: 2 }]);
  });

  it.each([
    ['all is as it was', '<b data-testid="team">Support</b><b class="team">Support</b>'],
    ['a place is there and empty', '<b data-testid="team"></b><b class="team">Support</b>'],
    ['nothing works', '<p>Support</p>'],
  ])('proposes nothing where %s', (_, html) => {
    expect(healingsOf(site, report(html))).toEqual([]);
  });

  it('puts it first, keeps the others behind it, and touches nothing that holds', () => {
    const now = healed(site, [{ field: 'team', at: 2 }]);
    expect(order(now)).toEqual(['.team', '[data-testid="team"]', '#team']);
    expect(now.fields[0]?.anchor).toBe('.team');
    expect({ ...now, fields: site.fields }).toEqual(site);
    expect(Site.parse(now)).toEqual(now);
    expect(healingsOf(now, report('<b class="team">Support</b>', now))).toEqual([]);
  });

  it('is not misled by a report of the order before', () => {
    const before = report('<b class="team">Support</b>');
    expect(healingsOf(healed(site, healingsOf(site, before)), before)).toEqual([]);
  });
});
