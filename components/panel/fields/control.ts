import type { AnswerValue } from '../../../lib/model/handoff';

/** What every field is given: its value and what names and describes its control. */
export type FieldProps = {
  id: string;
  value: AnswerValue | undefined;
  onChange(value: AnswerValue): void;
  /** Ids of the lines that describe the field. */
  describedBy: string | undefined;
  labelledBy: string;
  invalid: boolean;
  required: boolean;
};

/** The attributes of a single control. A group puts `labelledBy` and `describedBy` on itself. */
export function controlProps({ id, describedBy, labelledBy, invalid, required }: FieldProps) {
  return {
    id,
    className: 'input',
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': required || undefined,
  };
}

export const asText = (value: AnswerValue | undefined): string => (typeof value === 'string' ? value : '');
export const asRows = (value: AnswerValue | undefined): string[][] => (Array.isArray(value) ? value : []);
