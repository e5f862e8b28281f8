// Articles of which one is open at a time, its mail in a shadow root, and a sidebar whose pieces come later.

const caseId = () => Number(document.querySelector('#case').dataset.caseId);

function open(article) {
  for (const body of document.querySelectorAll('.article .body')) body.remove();
  const { text } = article.querySelector('template').dataset;
  const body = document.createElement('div');
  body.className = 'body';
  article.append(body);
  if (!article.dataset.from) {
    body.textContent = text;
    return;
  }
  const mail = document.createElement('div');
  mail.className = 'mail';
  body.append(mail);
  const words = document.createElement('p');
  words.textContent = text;
  mail.attachShadow({ mode: 'open' }).append(words);
}

export const reading = {
  articles(save) {
    open([...document.querySelectorAll('.article')].at(-1));
    document.addEventListener('click', ({ target }) => {
      if (target.closest('[data-open]')) open(target.closest('.article'));
      const team = target.closest('[data-team]')?.dataset.team;
      if (team) void save({ ids: [caseId()], fields: { team } });
    });
    setTimeout(async () => {
      const facts = await (await fetch(`/rig/later/${caseId()}`)).text();
      document.querySelector('#case-facts').innerHTML = facts;
    }, 1_500);
  },
  logins(save) {
    document.querySelector('form.logins').addEventListener('submit', (event) => {
      event.preventDefault();
      const { login: owner, status } = Object.fromEntries(new FormData(event.target));
      void save({ ids: [caseId()], fields: { owner, status } });
    });
  },
};
