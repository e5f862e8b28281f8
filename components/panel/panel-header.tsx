import { useState } from 'react';
import type { Health } from '../../lib/model/case';
import type { PanelPlace } from '../../lib/model/settings';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { healthWords } from '../ui/health-words';
import { CloseIcon, MoreIcon, OnwardIcon } from '../ui/icons';
import { Light } from '../ui/light';
import { OnlyRead } from '../ui/only-read';
import { SaveLine } from './save-line';
import type { Saving } from './sheet-actions';

type Props = {
  from: string;
  to: string;
  title: string;
  health: Health;
  place: PanelPlace;
  saving: Saving;
  onPlace(place: PanelPlace): void;
  onHide(): void;
  onReading(): void;
};

const LIGHT = { green: 'panel_health_green', amber: 'panel_health_amber', red: 'panel_health_red' } as const;
const [NARROWEST, WIDEST, STEP] = [300, 720, 60];

/** Who hands over to whom, which case, and where the panel stands. */
export function PanelHeader({ from, to, title, health, place, saving, onPlace, onHide, onReading }: Props) {
  const [placing, setPlacing] = useState(false);
  const wider = (by: number) => onPlace({ ...place, width: Math.min(WIDEST, Math.max(NARROWEST, place.width + by)) });
  return (
    <header className="head">
      <div className="head-line">
        <h1 className="head-route">
          <bdi>{from}</bdi>
          <span className="head-onward">
            <OnwardIcon />
          </span>
          <OnlyRead>{say('panel_hands_to')}</OnlyRead>
          <strong>
            <bdi>{to}</bdi>
          </strong>
        </h1>
        <Button
          look="icon"
          aria-expanded={placing}
          aria-label={say('panel_place')}
          title={say('panel_place')}
          onClick={() => setPlacing(!placing)}
        >
          <MoreIcon />
        </Button>
        <Button look="icon" aria-label={say('panel_close')} title={say('panel_close_title')} onClick={onHide}>
          <CloseIcon />
        </Button>
      </div>
      {placing && (
        <div className="head-place">
          <Button look="quiet" onClick={() => onPlace({ ...place, side: place.side === 'left' ? 'right' : 'left' })}>
            {say(place.side === 'left' ? 'panel_to_right' : 'panel_to_left')}
          </Button>
          <Button look="quiet" off={place.width <= NARROWEST} onClick={() => wider(-STEP)}>
            {say('panel_narrower')}
          </Button>
          <Button look="quiet" off={place.width >= WIDEST} onClick={() => wider(STEP)}>
            {say('panel_wider')}
          </Button>
        </div>
      )}
      <div className="head-sub">
        <p className="head-title" title={title}>
          <bdi>{title}</bdi>
        </p>
        <SaveLine saving={saving} />
      </div>
      <div className="head-health">
        <Light state={health.light} words={[say(LIGHT[health.light]), ...healthWords(health)].join(' ')} />
        <Button look="quiet" onClick={onReading}>
          {say('reading_title')}
        </Button>
      </div>
    </header>
  );
}
