import { useState } from 'react';
import { sayCount } from '../../lib/words/count';
import { say, sayIfKnown } from '../../lib/words/say';
import { Trouble } from '../audit/trouble';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { EraseCase, type Erasing } from './erase-case';
import { Section } from './section';

export type Checking =
  | { is: 'idle' }
  | { is: 'checking'; lines: number }
  | { is: 'whole'; lines: number; erased: number }
  | { is: 'broken'; lines: number; seq: number; why: string }
  | { is: 'trouble'; code: string };

export type Exportable = 'events' | 'handoffs' | 'drafts';
const EXPORTS = {
  events: 'dashboard_export_events',
  handoffs: 'dashboard_export_handoffs',
  drafts: 'dashboard_export_drafts',
} as const;

type Props = {
  checking: Checking;
  onCheck(): void;
  onExport(table: Exportable): void;
  exportTrouble: string | null;
  /** False where the company switched it off. */
  mayExport?: boolean;
  /** Cases with the number that was looked for; null before any was. */
  found: readonly { key: string; erasing: Erasing }[] | null;
  onFind(number: string): void;
  onErase(key: string): void;
};

/** The record itself: is it whole, a copy of it, and taking one case out of it. */
export function RecordPlace(props: Props) {
  const { checking, onCheck, onExport, exportTrouble, mayExport = true, found, onFind, onErase } = props;
  return (
    <>
      <Section title={say('dashboard_check')} why={say('dashboard_check_why')}>
        <p className="actions">
          <Button off={checking.is === 'checking'} onClick={() => checking.is !== 'checking' && onCheck()}>
            {say('dashboard_check_do')}
          </Button>
        </p>
        <div role="status">
          <CheckResult checking={checking} />
        </div>
      </Section>
      {mayExport && (
        <Section title={say('dashboard_export')} why={say('dashboard_export_why')}>
          <p className="actions">
            {(Object.keys(EXPORTS) as Exportable[]).map((table) => (
              <Button key={table} onClick={() => onExport(table)}>
                {say(EXPORTS[table])}
              </Button>
            ))}
          </p>
          {exportTrouble && <Trouble code={exportTrouble} />}
        </Section>
      )}
      <Section title={say('dashboard_erase_title')} why={say('dashboard_erase_why')}>
        <Find onFind={onFind} />
        {found?.length === 0 && <p className="empty">{say('dashboard_find_none')}</p>}
        <ul className="rows">
          {found?.map(({ key, erasing }) => (
            <li key={key} className="row found">
              <span>{key.split('|').slice(0, 2).join(' · ')}</span>
              <EraseCase erasing={erasing} onErase={() => onErase(key)} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function CheckResult({ checking }: { checking: Checking }) {
  switch (checking.is) {
    case 'idle':
      return null;
    case 'checking':
      return <p className="empty">{sayCount('dashboard_checking', checking.lines)}</p>;
    case 'whole':
      return (
        <Notice tone="good">
          {sayCount('dashboard_check_whole', checking.lines)}{' '}
          {checking.erased > 0 && sayCount('dashboard_check_erased', checking.erased)}
        </Notice>
      );
    case 'broken': {
      const why = sayIfKnown(`dashboard_fault_${checking.why.replaceAll('-', '_')}`) ?? checking.why;
      return (
        <Notice tone="bad">{say('dashboard_check_broken', String(checking.seq), why, String(checking.lines))}</Notice>
      );
    }
    case 'trouble':
      return <Trouble code={checking.code} />;
  }
}

function Find({ onFind }: { onFind(number: string): void }) {
  const [number, setNumber] = useState('');
  return (
    <form
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim()) onFind(number.trim());
      }}
    >
      <label>
        <span className="label">{say('dashboard_find_number')}</span>
        <input className="input" value={number} onChange={(event) => setNumber(event.target.value)} />
      </label>
      <Button onClick={() => number.trim() && onFind(number.trim())}>{say('dashboard_find')}</Button>
    </form>
  );
}
