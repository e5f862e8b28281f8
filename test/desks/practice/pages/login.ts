import { type Html, html } from './html.ts';
import { STYLES } from './layout.ts';

/** Where people sign in; it names nobody, as nobody is signed in. `back`: the page to lead to afterwards. */
export function loginPage(back: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Practice desk</title>
<link rel="icon" href="/icon.svg">
${STYLES.map(
  (name) => html`<link rel="stylesheet" href="/style/${name}.css">
`,
)}</head>
<body>
<header class="top"><a class="brand" href="/">Practice desk</a></header>
<div class="frame"><main id="main">
  <h1>Sign in</h1>
  <p>Your session has ended.</p>
  <form class="card" id="login-form" method="post" action="/login">
    <input type="hidden" name="back" value="${back}">
    <p class="field"><label for="login-name">Name</label><input id="login-name" name="name" value="amara" autocomplete="username"></p>
    <p class="field"><label for="login-password">Password</label><input id="login-password" name="password" type="password" autocomplete="current-password"></p>
    <p class="buttons"><button class="primary" id="login-send">Sign in</button></p>
  </form>
</main></div>
</body>
</html>`;
}
