import { useState } from 'react';
import type { Bringing } from '../../components/dashboard/bring-site';
import { OwnSites as View } from '../../components/dashboard/own-sites';
import { call } from '../../lib/messages/client';
import type { Site } from '../../lib/model/site';
import type { OwnSites as Own } from '../../lib/settings/own-sites';
import { isOff } from '../../lib/settings/policy';
import { readSettings } from '../../lib/settings/settings';
import { removeTaught, saveTaught } from '../../lib/settings/taught';
import { usePolicy } from '../../lib/settings/use-policy';
import { FILE_LIMIT, readSiteFile, writeSiteFile } from '../../lib/teach/file';
import { saveFile } from './save-file';

/** Throws where the browser does not understand a selector. */
const finds = (css: string) => void document.createDocumentFragment().querySelector(css);

/** Desks that do not come with Baton: seen, saved as files, brought in and removed. */
export function OwnSites({ own }: { own: Own }) {
  const [bringing, setBringing] = useState<Bringing>({ is: 'idle' });
  const [stuck, setStuck] = useState<readonly string[]>([]);
  const { features } = usePolicy().policy.off;
  const open = async (file: File) => {
    const read =
      file.size > FILE_LIMIT * 4
        ? { ok: false as const, why: 'too-big' as const }
        : readSiteFile(await file.text(), finds);
    setBringing(read.ok ? { is: 'asking', site: read.site } : { is: 'refused', problem: read });
  };
  return (
    <View
      taught={own.taught}
      company={own.company}
      off={{ import: features.includes('import'), export: features.includes('export') }}
      stuck={stuck}
      bringing={bringing}
      onSave={(site) => saveFile([writeSiteFile(site)], site.id, Date.now())}
      onRemove={(site) => void remove(site).catch(() => setStuck((before) => [...before, site.id]))}
      onFile={(file) => void open(file).catch(() => setBringing({ is: 'refused', problem: { why: 'not-json' } }))}
      onBring={(site) =>
        void bring(site).then(
          () => setBringing({ is: 'brought', site }),
          () => setBringing({ is: 'failed', site }),
        )
      }
      onLeave={() => setBringing({ is: 'idle' })}
    />
  );
}

async function bring(site: Site): Promise<void> {
  if (await isOff('import')) throw new Error('the company switched this off');
  await saveTaught(site);
}

/** Where it was in use the desk is from then on one that nobody described. */
async function remove({ id }: Site): Promise<void> {
  const { desks } = await readSettings();
  for (const { origin, site } of desks) if (site === id) await call('desk/allow', { origin, site: 'generic' });
  await removeTaught(id);
}
