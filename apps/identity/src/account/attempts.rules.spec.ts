import { delayAfter, perAccount, perAddress } from './attempts.rules.js';

describe('the wait after failed sign-ins', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 2],
    [6, 4],
    [9, 32],
    [12, 256],
    [13, 300],
    [500, 300],
  ])('of one account after %i failures is %i s', (failures, seconds) => {
    expect(delayAfter(failures, perAccount)).toBe(seconds);
  });

  it('of one address begins later and grows longer', () => {
    expect(delayAfter(40, perAddress)).toBe(0);
    expect(delayAfter(41, perAddress)).toBe(2);
    expect(delayAfter(90, perAddress)).toBe(900);
  });
});
