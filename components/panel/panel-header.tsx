import type { Health } from '../../lib/model/case';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { healthWords } from '../ui/health-words';
import { FoldIcon, OnwardIcon, OtherSideIcon } from '../ui/icons';
import { Light } from '../ui/light';
import { OnlyRead } from '../ui/only-read';
import { SaveLine } from './save-line';
import type { Saving } from './sheet-actions';

type Props = {
  from: string;
  to: string;
  title: string;
  health: Health;
  saving: Saving;
  onOtherSide(): void;
  onHide(): void;
  onReading(): void;
};

const LIGHT = { green: 'panel_health_green', amber: 'panel_health_amber', red: 'panel_health_red' } as const;

/** Who hands over to whom, which case, and where the panel stands. */
export function PanelHeader({ from, to, title, health, saving, onOtherSide, onHide, onReading }: Props) {
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
        <Button look="icon" aria-label={say('panel_other_side')} title={say('panel_other_side')} onClick={onOtherSide}>
          <OtherSideIcon />
        </Button>
        <Button
          look="icon"
          aria-expanded="true"
          aria-label={say('panel_fold')}
          title={say('panel_fold_title')}
          onClick={onHide}
        >
          <FoldIcon />
        </Button>
      </div>
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
