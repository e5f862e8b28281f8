// HubSpot's own requests, and how it says that one was not taken.
const VERSION = 'clienttimeout=14000&hs_static_app=crm-records-ui&hs_static_app_version=2.2611';
const url = (path, { portal }) => `/api/${path}?portalId=${portal}&${VERSION}`;
const headers = { 'X-HubSpot-CSRF-hubspotapi': 'AAccUfvTest', 'X-Properties-Source': 'CRM_UI' };
const named = (names, fields) =>
  Object.entries(fields).map(([field, value]) => ({ name: names[field] ?? field, value }));
const all = (ids, fields, { types, names }) => {
  const type = types[ids[0]];
  const propertyValues = named(names[type], fields);
  return { type, body: ids.map((id) => ({ objectId: Number(id), objectTypeId: type, propertyValues })) };
};

export const requests = {
  property({ ids, fields, data }) {
    const { type, body } = all(ids, fields, data);
    return { method: 'PUT', url: url(`inbounddb-objects/v1/crm-objects/${type}`, data), headers, body };
  },
  bulk({ ids, fields, data }) {
    const { type, body } = all(ids, fields, data);
    return { by: 'xhr', method: 'PUT', url: url(`inbounddb-objects/v1/crm-objects/${type}`, data), headers, body };
  },
  searched({ ids, fields, data }) {
    const type = data.types[ids[0]];
    const body = {
      type: 'UPDATE',
      objectTypeId: type,
      properties: named(data.names[type], fields),
      objectIdList: ids.map(Number),
    };
    return {
      by: 'xhr',
      method: 'POST',
      url: url('inbounddb-objects/v2/batch-mutation/dynamic-search', data),
      headers,
      body,
    };
  },
  create({ fields, data }) {
    const properties = named(data.names['0-3'], { subject: 'A new deal', ...fields });
    const rpc = 'com.hubspot.crm.object.builder.rpc.ObjectBuilderRpc/createObjectAndAssociations';
    const createRequest = {
      objectTypeId: '0-3',
      properties: properties.map((one) => ({ ...one, source: 'CRM_UI' })),
      associations: [],
      propertySource: 'CRM_UI',
    };
    return { method: 'POST', url: url(`chirp-frontend-app/v1/gateway/${rpc}`, data), headers, body: { createRequest } };
  },
};

export const refused = (status, words) => (status < 300 ? '' : JSON.parse(words).message);

/** A banner over the page, as its interface shows what went wrong. */
export function say(problem) {
  const banner = document.createElement('div');
  banner.setAttribute('role', 'alert');
  banner.textContent = `Your changes could not be saved. ${problem}`;
  document.body.prepend(banner);
}

export const look = {};
