import type { Labels, Told } from '../../model/reads';
import { fieldsFrom } from './fields';
import { filesOn } from './files';
import { lookAt } from './look';
import { pairsOn } from './pairs';
import { subjectOn } from './subject';
import { talkOn } from './talk';

/** All that a page says of the case with this id, where nobody described its desk. Never changes the document. */
export function readGeneric(root: ParentNode, title: string, id: string, labels: Labels): Told {
  const look = lookAt(root, labels);
  const named = fieldsFrom(pairsOn(look), labels);
  const subject = named.some(({ field }) => field === 'subject') ? null : subjectOn(look, title, id);
  const fields = subject ? [subject, ...named] : named;
  const requester = fields.find(({ field }) => field === 'requester')?.value ?? '';
  return { fields, entries: talkOn(look, requester), attachments: filesOn(look) };
}
