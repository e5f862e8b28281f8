import { useEffect, useState } from 'react';
import { Frame } from '../../components/dashboard/frame';
import { type Place, placeOf } from '../../components/dashboard/places';
import { usePolicy } from '../../lib/settings/use-policy';
import { Aside } from './aside';
import { Case } from './case';
import { Desks } from './desks';
import { Editor } from './editor';
import { Handoffs } from './handoffs';
import { Playbooks } from './playbooks';
import { Reading } from './reading';
import { Record } from './record';
import { Teams } from './teams';

/** The place that the address names. */
export function Dashboard() {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  const { policy } = usePolicy();
  useEffect(() => {
    const moved = () => setPlace(placeOf(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return (
    <Frame place={place} mayWelcome={!policy.off.features.includes('welcome')}>
      <Shown place={place} />
    </Frame>
  );
}

function Shown({ place }: { place: Place }) {
  switch (place.name) {
    case 'handoffs':
      return <Handoffs />;
    case 'case':
      return <Case key={place.key} caseKey={place.key} />;
    case 'reading':
      return <Reading key={place.tab} tab={place.tab} />;
    case 'playbooks':
      return <Playbooks />;
    case 'playbook':
      return <Editor id={place.id} />;
    case 'teams':
      return <Teams />;
    case 'desks':
      return <Desks />;
    case 'record':
      return <Record />;
    case 'aside':
      return <Aside />;
  }
}
