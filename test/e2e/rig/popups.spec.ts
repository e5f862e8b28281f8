import { closes, PRACTICE_URL, resetDesk } from '../practice.ts';
import { givenPlainly, keepsWindowContract, POPUPS } from './popups.ts';
import { test } from './twin.ts';

for (const [id, which] of POPUPS)
  test(`a pop-up window ${which}`, closes('Pop-up window of the desk'), async ({ page, desk, baton, plain }) => {
    const alone = await plain.newPage();
    await alone.goto(`${PRACTICE_URL}/rig/${id}/1`);
    const expected = await givenPlainly(alone, desk);
    await alone.close();
    await resetDesk();
    await keepsWindowContract(id, { page, desk, baton, expected });
  });
