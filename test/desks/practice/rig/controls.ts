import { choices, labelOf } from '../choices.ts';
import { type Html, html } from '../pages/html.ts';
import { options } from '../pages/parts.ts';
import type { Case, Deal } from '../records.ts';
import type { Mode } from './modes.ts';

/** What a person presses on the page of a mode. Every option carries its value as `data-team`. */
export function controls({ id, control, title, cover, root }: Mode, record: Case): Html {
  switch (control) {
    case 'menu':
      return html`<div class="pick"><button type="button" class="opener" aria-haspopup="menu" aria-expanded="false">Move to…</button>
        <div class="options" role="menu" aria-label="Team"${cover && html` data-covers="screen"`} hidden>${teamButtons('menuitem')}</div></div>`;
    case 'keys':
      return html`<p><kbd>E</kbd> Engineering, <kbd>S</kbd> Sales</p><div class="row">${teamButtons()}</div>`;
    case 'dialog':
      return html`<button type="button" class="opener">Move…</button>
        <dialog class="dialog" aria-label="${title}"><form class="dialog-form">${teamSelect(record)}
          <p class="problem" role="alert"></p>
          <p class="buttons"><button class="primary">Move</button> <button type="button" class="closer">Cancel</button></p>
        </form></dialog>`;
    case 'inline':
      return html`<p class="inline-edit">${teamSelect(record)}</p>`;
    case 'form':
      return nativeForm(id, record, html`<button type="button" class="primary">Save</button>`);
    case 'shadow':
      return html`<desk-form data-root="${root}"></desk-form>${template(nativeForm(id, record, SEND))}`;
    case 'written':
      // What comes back is the case's own page, in the page around the frame.
      return html`<div class="written"></div>${template(nativeForm(id, record, SEND, '_parent'))}`;
    case 'address':
      return html`<div class="row">${teamButtons()}</div>`;
    case 'links':
      return html`<p class="row">${choices.team.map(
        ({ value, label }) => html`<a class="button" href="/rig/cases/${record.id}/assign?team=${value}">${label}</a>`,
      )}</p>`;
    case 'palette':
      return html`<p><kbd>Ctrl</kbd>+<kbd>K</kbd> opens the palette.</p>
        <div class="palette" hidden><input type="text" aria-label="Command" autocomplete="off"><ul>${choices.team.map(
          ({ value, label }) => html`<li data-command="${value}">Move to ${label}</li>`,
        )}</ul></div>`;
    case 'macro':
      return html`<p class="row"><button type="button" data-macro='{"team":"engineering","status":"waiting","reply":"Our engineers look into it."}'>Escalate</button>
        <button type="button" data-macro='{"status":"waiting","reply":"Could you send the file?"}'>Ask the customer</button></p>`;
    case 'tabs':
      return html`<p class="row">${teamButtons()}</p>`;
    default:
      return html``;
  }
}

/** Deals by stage, as cards that are dragged. */
export function board(deals: readonly Deal[]): Html {
  return html`<div class="board">${choices.stage.map(
    ({ value, label }) =>
      html`<section class="column" data-stage="${value}" aria-label="${label}"><h2 data-stage="${value}">${label}</h2>${deals
        .filter(({ stage }) => stage === value)
        .map(
          ({ id, company, title }) =>
            html`<article class="deal" data-deal-id="${id}"><b>${company}</b> <span>${title}</span></article>`,
        )}</section>`,
  )}</div>`;
}

/** Cases with a box each, and one action for those that are ticked. */
export function bulk(cases: readonly Case[]): Html {
  return html`<form class="bulk"><p class="row">With those ticked: <select name="to" aria-label="Move to">${options(choices.team, undefined)}</select>
      <button class="primary">Move</button></p>
    <table class="list" id="cases"><tbody>${cases.map(
      ({
        id,
        subject,
        team,
        status,
      }) => html`<tr data-case-id="${id}"><td><input type="checkbox" value="${id}" aria-label="Case ${id}"></td>
        <th scope="row" class="subject"><a href="/case/${id}" dir="auto">${subject}</a></th>
        <td data-field="status"><span class="value">${labelOf('status', status)}</span></td>
        <td data-field="team"><span class="value" data-value="${team}">${labelOf('team', team)}</span></td></tr>`,
    )}</tbody></table></form>`;
}

const SEND = html`<button class="primary">Save</button>`;
const template = (content: Html) => html`<template class="form">${content}</template>`;

function nativeForm(mode: string, record: Case, button: Html, target?: string): Html {
  return html`<form class="native" method="post" action="/rig/cases/${record.id}"${target && html` target="${target}"`}>${teamSelect(record)}
    <input type="hidden" name="back" value="${mode}">
    <p class="buttons">${button}</p></form>`;
}

function teamButtons(role?: string): Html[] {
  return choices.team.map(
    ({ value, label }) =>
      html`<button type="button" data-team="${value}"${role && html` role="${role}"`}>${label}</button>`,
  );
}

function teamSelect(record: Case): Html {
  return html`<label>Team <select name="team" data-saved="${record.team}" autocomplete="off">${options(choices.team, record.team)}</select></label>`;
}
