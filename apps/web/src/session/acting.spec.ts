import { actingHeader } from '../api/acting.js';
import { listRoles } from '@vungmanh/contracts/identity/role';
import { myRecord } from '@vungmanh/contracts/membership/member';
import { currentSession, type Session } from '@vungmanh/contracts/gateway/session';
import { principalsOf, sessionFor } from './acting.js';

const held = (id: string, onBehalfOf?: { id: string; name: string }): Session['grants'][number] => ({
  id,
  nodeId: id,
  below: false,
  validFrom: '2026-01-01',
  endsSoon: false,
  givenAt: '2026-01-01T01:00:00Z',
  version: 1,
  role: { code: 'SAMPLE', label: 'Mẫu', permissions: [] },
  ...(onBehalfOf ? { onBehalfOf } : {}),
});
const elder = { id: 'elder', name: 'Đồng chí lớn tuổi' };
const session: Session = {
  accountId: 'a',
  username: 'a',
  displayName: 'A',
  endsAt: '2026-01-01T01:00:00Z',
  idleMinutes: 30,
  mode: 'trial',
  grants: [held('own'), held('one', elder), held('two', elder)],
};

it('somebody acts for each person once, and then holds what they hold for them alone', () => {
  expect(principalsOf(session)).toEqual([elder]);
  expect(sessionFor(session, undefined).grants.map((g) => g.id)).toEqual(['own']);
  expect(sessionFor(session, 'elder').grants.map((g) => g.id)).toEqual(['one', 'two']);
  expect(sessionFor(session, 'somebody').grants).toEqual([]);
});

it('what is asked about oneself is asked in the own name', () => {
  expect(actingHeader(listRoles)).toEqual({});
  expect(actingHeader(listRoles, 'elder')).toEqual({ 'X-On-Behalf-Of': 'elder' });
  expect([actingHeader(myRecord, 'elder'), actingHeader(currentSession, 'elder')]).toEqual([{}, {}]);
});
