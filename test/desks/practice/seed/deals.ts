import type { Deal } from '../records.ts';
import { before, conversation, DAY, HOUR, lastChange, type SeedDeal } from './shape.ts';

/** The desk's deals as they are before anybody has changed anything. */
export function seedDeals(now: Date): Deal[] {
  return seed.map(({ entries, closesIn, ...rest }) => ({
    ...rest,
    closeDate: closesIn === undefined ? '' : before(now, -closesIn * DAY).slice(0, 10),
    revision: 0,
    updated: lastChange(now, entries),
    messages: conversation(now, entries),
  }));
}

const seed: readonly SeedDeal[] = [
  {
    id: 501,
    company: 'Kestrel Outdoor GmbH',
    title: '60 seats, annual, with warehouse module',
    amount: '€ 48,600',
    closesIn: 14,
    plan: 'Business, 60 seats, 12 months',
    team: 'sales',
    owner: 'jonas',
    stage: 'negotiation',
    contacts: [
      { name: 'Franziska Adler', role: 'Decision maker, COO', mail: 'f.adler@kestrel-outdoor.example' },
      { name: 'Murat Yıldız', role: 'Technical contact, IT lead', mail: 'm.yildiz@kestrel-outdoor.example' },
      { name: 'Petra Lang', role: 'Billing', mail: 'invoices@kestrel-outdoor.example' },
    ],
    entries: [
      [
        'note',
        'Jonas Lindqvist',
        6 * DAY,
        'Demo with Franziska and Murat. They come from spreadsheets; two warehouses, a third one in spring. Single sign-on is a must.',
      ],
      [
        'note',
        'Jonas Lindqvist',
        2 * DAY,
        'Promised in writing: data import done by us, and go-live in eight weeks at the latest, when their season orders start.',
      ],
      [
        'note',
        'Priya Raman',
        3 * HOUR,
        'Onboarding has a slot in six weeks. Please tell us who decides on their side about the import format.',
      ],
    ],
  },
  {
    id: 502,
    company: 'Osteria Lume Group',
    title: 'Five restaurants, monthly',
    amount: '€ 6,900',
    closesIn: 28,
    plan: 'Team, 15 seats, monthly',
    team: 'sales',
    owner: 'amara',
    stage: 'proposal',
    contacts: [{ name: 'Chiara Fontana', role: 'Owner', mail: 'chiara@osterialume.example' }],
    entries: [
      [
        'note',
        'Amara Okafor',
        DAY,
        'Offer sent for five places; she compares with one other vendor and decides after the weekend.',
      ],
    ],
  },
  {
    id: 503,
    company: 'Baltica Ferries',
    title: 'First talk',
    amount: '',
    closesIn: undefined,
    plan: '',
    team: 'sales',
    owner: 'nobody',
    stage: 'qualified',
    contacts: [],
    entries: [],
  },
];
