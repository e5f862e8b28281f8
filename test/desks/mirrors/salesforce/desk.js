// Salesforce's envelope: a form whose `message` holds several actions; its answers may be wrapped, and errors stand inside an answer that is 200.
const TYPE = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
let n = 40;

function envelope(name, action) {
  n += 1;
  // What it reads anyway goes along in the same request.
  const read = {
    id: `${n};a`,
    descriptor: 'aura://RecordUiController/ACTION$getRecordWithFields',
    callingDescriptor: 'UNKNOWN',
    params: { recordId: action.params.recordId, fields: ['Opportunity.Name'] },
  };
  const message = JSON.stringify({ actions: [read, { id: `${n};b`, callingDescriptor: 'UNKNOWN', ...action }] });
  const body = new URLSearchParams({
    message,
    'aura.context': JSON.stringify({ mode: 'PROD', app: 'one:one' }),
    'aura.pageURI': location.pathname,
    'aura.token': 'eyJub25jZSI6InRlc3QifQ',
  });
  return { by: 'xhr', method: 'POST', url: `/aura?r=${n}&${name}=1`, headers: TYPE, body: body.toString() };
}

export const requests = {
  update({ ids: [recordId], fields, data }) {
    const names = data.names[data.kinds[recordId]];
    const own = Object.fromEntries(Object.entries(fields).map(([field, value]) => [names[field][0], value]));
    return envelope('aura.RecordUi.updateRecord', {
      descriptor: 'aura://RecordUiController/ACTION$updateRecord',
      params: {
        recordId,
        recordInput: { allowSaveOnDuplicate: false, fields: own },
        clientOptions: { ifUnmodifiedSince: '2026-11-02T08:00:00.000Z' },
      },
    });
  },
  // Its real name is not known.
  step: ({ ids: [recordId], fields }) =>
    envelope('made-up.PathController.completeStep', {
      descriptor: 'serviceComponent://made.up.PathController/ACTION$completeStep',
      params: { recordId, value: fields.stage },
    }),
};

export function refused(status, words) {
  if (status >= 300) return 'It was not saved.';
  const bare = words.replace(/^while\(1\);|^\/\*|^\*\/|\*\/$|\/\*ERROR\*\/$/g, '');
  const [error] = (JSON.parse(bare).actions ?? []).flatMap((action) => action.error ?? []);
  return error ? error.event.attributes.values.errors.pageErrors[0].message : '';
}

export function say(problem) {
  const toast = document.createElement('div');
  toast.className = 'slds-notify_toast';
  toast.setAttribute('role', 'alert');
  toast.textContent = `We hit a snag. ${problem}`;
  document.body.append(toast);
}

export const look = {
  pane(pane, active) {
    pane.hidden = !active;
    pane.className = `windowViewMode-${active ? 'normal' : 'hidden'}`;
  },
};

// A step of the path is selected first; the button then takes the record there.
document.addEventListener('click', ({ target }) => {
  const step = target.closest?.('[data-select]');
  if (!step) return;
  const path = step.closest('.runtime_sales_pathassistantPathAssistantHeader');
  for (const item of path.querySelectorAll('.slds-path__item')) {
    item.classList.toggle('slds-is-active', item === step);
    item.querySelector('a').setAttribute('aria-selected', String(item === step));
  }
  for (const button of path.querySelectorAll('.slds-path__mark-complete'))
    button.hidden = button.dataset.for !== step.dataset.name;
});
