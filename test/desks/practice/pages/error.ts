import { type Html, html } from './html.ts';
import { type Frame, layout } from './layout.ts';

/** A page that says what went wrong and leads back. */
export function errorPage(frame: Frame, status: number, message: string): Html {
  const title = status === 404 ? 'Not found' : status >= 500 ? 'Something broke' : 'That did not work';
  return layout(
    frame,
    title,
    html`<h1>${title}</h1><p class="error" role="alert" data-status="${status}">${message}</p><p><a href="/">Back to all cases</a></p>`,
  );
}
