import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { graphqlItems } from '../lib/gate/graphql';
import { shared } from '../lib/gate/shared';

// Registered before the gate on desks whose data says that they speak GraphQL; others never load it.
export default defineUnlistedScript({
  main() {
    shared().graphql = graphqlItems;
  },
});
