import type { Criterion } from '../../../lib/model/playbook';
import { AttachmentField } from './attachment-field';
import { ChoiceField } from './choice-field';
import { ConfirmationField } from './confirmation-field';
import type { FieldProps } from './control';
import { DateField } from './date-field';
import { LineField } from './line-field';
import { NameField } from './name-field';
import { RowsField } from './rows-field';
import { TextField } from './text-field';

/** What fields offer, from the page and the settings. */
export type Offers = {
  people: readonly string[];
  teams: readonly string[];
  attachments: readonly string[];
  now: number;
};

/** The control for a criterion's kind. */
export function Field({ criterion, offers, ...props }: FieldProps & { criterion: Criterion; offers: Offers }) {
  switch (criterion.kind) {
    case 'text':
      return <TextField {...props} lines={Math.max(2, criterion.lines ?? 2)} />;
    case 'choice':
      return <ChoiceField {...props} options={criterion.options} />;
    case 'person':
      return <NameField {...props} names={offers.people} />;
    case 'team':
      return <NameField {...props} names={offers.teams} />;
    case 'date':
      return <DateField {...props} now={offers.now} />;
    case 'link':
      return <LineField {...props} as="link" />;
    case 'number':
      return <LineField {...props} as="number" unit={criterion.unit} />;
    case 'rows':
      return <RowsField {...props} columns={criterion.columns} minRows={criterion.minRows} />;
    case 'attachment':
      return <AttachmentField {...props} seen={offers.attachments} />;
    case 'confirmation':
      return <ConfirmationField {...props} statement={criterion.statement} />;
  }
}
