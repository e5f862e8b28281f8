import type { Message } from '../records.ts';
import { type Html, html } from './html.ts';
import { initials, time } from './parts.ts';

const LONG = 6000;

const KINDS: Readonly<Record<Message['kind'], string>> = {
  customer: 'Customer',
  reply: 'Public reply',
  note: 'Internal note',
  change: 'Change',
};

/** The history of a record, oldest first: messages, and lines about changes between them. */
export function conversation(messages: readonly Message[], label: string): Html {
  return html`<ol class="conversation" id="conversation" aria-label="${label}">
    ${messages.map((message) => (message.kind === 'change' ? changeLine(message) : entry(message)))}
  </ol>`;
}

function entry(message: Message): Html {
  const heading = `message-${message.id}-author`;
  return html`<li class="message" id="message-${message.id}" data-kind="${message.kind}"${message.kind === 'note' && html` data-internal="true"`}>
    <article aria-labelledby="${heading}">
      <header data-initials="${initials(message.author)}">
        <span class="author" id="${heading}" dir="auto">${message.author}</span>
        <span class="kind">${KINDS[message.kind]}</span>
        ${time(message.at)}
      </header>
      ${body(message)}
    </article>
  </li>`;
}

function body({ text, author }: Message): Html {
  // A very long message scrolls by itself and is reachable by keyboard, so that the reply box stays near.
  const scroll = text.length > LONG && html` role="region" aria-label="Long message by ${author}" tabindex="0"`;
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`);
  return html`<div class="body${scroll && ' long'}" dir="auto"${scroll}>${paragraphs}</div>`;
}

function changeLine(message: Message): Html {
  return html`<li class="change" id="message-${message.id}" data-kind="change">
    <span class="author">${message.author}</span> <span class="text">${message.text}</span> ${time(message.at)}
  </li>`;
}
