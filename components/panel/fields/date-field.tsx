import { quickDays } from '../../../lib/words/dates';
import { say } from '../../../lib/words/say';
import { Button } from '../../ui/button';
import { asText, controlProps, type FieldProps } from './control';

/** A day: the browser's own date field, and the three days that are meant most often. */
export function DateField(props: FieldProps & { now: number }) {
  const { today, tomorrow, monday } = quickDays(props.now);
  const value = asText(props.value);
  const quick = [
    [today, say('panel_today')],
    [tomorrow, say('panel_tomorrow')],
    [monday, say('panel_next_monday')],
  ] as const;
  return (
    <div className="date">
      <input
        {...controlProps(props)}
        type="date"
        value={value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <div className="date-quick">
        {quick.map(([day, words]) => (
          <Button key={words} look="quiet" aria-pressed={value === day} onClick={() => props.onChange(day)}>
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}
