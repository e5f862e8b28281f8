import { expect, it } from 'vitest';
import { mayOpen } from '../../../lib/settings/may-open';

const desks = [{ origin: 'https://rt.example', site: 'request-tracker' }];

it('opens web pages of allowed desks', () => {
  expect(mayOpen('https://rt.example/Ticket/Display.html?id=1', desks)).toBe(true);
});

it('opens nothing else, however it is dressed', () => {
  const others = [
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://rt.example/',
    'https://rt.example:8443/',
    'https://rt.example.evil.test/',
    'https://rt.example@evil.test/',
    'https://u:p@rt.example/',
    'blob:https://rt.example/1',
    'chrome-extension://x/',
  ];
  expect(others.filter((url) => mayOpen(url, desks))).toEqual([]);
});
