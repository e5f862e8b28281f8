import type { Field } from './choices.ts';

/** One entry of a record's history, oldest first. */
export interface Message {
  readonly id: number;
  /** `customer` and `reply` are public, `note` is internal, `change` is a line that the desk itself wrote. */
  readonly kind: 'customer' | 'reply' | 'note' | 'change';
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

export interface Attachment {
  readonly name: string;
  readonly size: number;
}

/** What cases and deals have in common: changeable fields, a history, and the number of writes applied. */
export interface Writable extends Partial<Record<Field, string>> {
  readonly id: number;
  revision: number;
  updated: string;
  messages: Message[];
}

export interface Case extends Writable {
  readonly subject: string;
  readonly requester: { readonly name: string; readonly mail: string };
  team: string;
  owner: string;
  status: string;
  priority: string;
  readonly severity: string;
  readonly environment: string;
  readonly tags: readonly string[];
  readonly steps: readonly string[];
  attachments: Attachment[];
}

export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly mail: string;
}

export interface Deal extends Writable {
  readonly company: string;
  readonly title: string;
  readonly amount: string;
  readonly closeDate: string;
  readonly plan: string;
  team: string;
  owner: string;
  stage: string;
  readonly contacts: readonly Contact[];
}
