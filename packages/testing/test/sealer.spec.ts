import { randomBytes } from 'node:crypto';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import { Sealer } from '@vungmanh/platform/crypto/sealer';

const sealer = new Sealer(randomBytes(32), randomBytes(32));
const phone = sealed('person.phone');

describe('a sealed column', () => {
  it('opens to what was sealed and shows none of it', () => {
    const stored = phone.write(sealer, 'row-1', 'Nguyễn Văn Đức 0912345678');
    expect(stored).not.toContain('0912');
    expect(phone.read(sealer, 'row-1', stored)).toBe('Nguyễn Văn Đức 0912345678');
    expect(phone.write(sealer, 'row-1', 'x')).not.toBe(phone.write(sealer, 'row-1', 'x'));
  });

  it('keeps nothing as nothing', () => {
    expect(phone.write(sealer, 'row-1', undefined)).toBeNull();
    expect(phone.read(sealer, 'row-1', null)).toBeUndefined();
  });

  it('does not open in another row, in another column, with another key, or changed by one bit', () => {
    const stored = phone.write(sealer, 'row-1', '0912345678') ?? '';
    expect(() => phone.read(sealer, 'row-2', stored)).toThrow('place it was not sealed for');
    expect(() => sealed('person.card_number').read(sealer, 'row-1', stored)).toThrow('place it was not sealed for');
    expect(() => phone.read(new Sealer(randomBytes(32), randomBytes(32)), 'row-1', stored)).toThrow('unable to authenticate');
    const moved = stored.replace('row-1', 'row-2');
    expect(() => phone.read(sealer, 'row-2', moved)).toThrow('unable to authenticate');
    const body = Buffer.from(stored.slice(stored.lastIndexOf('.') + 1), 'base64url');
    body[15] = (body[15] ?? 0) ^ 1;
    expect(() => phone.read(sealer, 'row-1', stored.slice(0, stored.lastIndexOf('.') + 1) + body.toString('base64url'))).toThrow(
      'unable to authenticate',
    );
  });

  it('has an index that is the same for the same number and tells kinds apart', () => {
    expect(sealer.indexOf('card', '12345678')).toEqual(sealer.indexOf('card', ' 12345678'));
    expect(sealer.indexOf('card', '12345678')).not.toEqual(sealer.indexOf('citizen', '12345678'));
  });
});
