import { searchText, sortKey } from '../src/text.js';

describe('searchText', () => {
  it.each(['Hòa', 'Hoà', 'Hòa'.normalize('NFD'), ' HOÀ '])('makes %s what a person types without marks', (name) =>
    expect(searchText(name)).toBe('hoa'),
  );
  it('takes đ and Đ for d', () => expect(searchText('Đỗ  Đình đức')).toBe('do dinh duc'));
});

describe('sortKey', () => {
  it('sorts by given name, syllable by syllable, letters before tones', () => {
    const sorted = [
      'Lê Văn An',
      'Lê Tú An',
      'Trần An',
      'Lý Bình Án',
      'Hồ Văn Ánh',
      'Hồ Văn Ăn',
      'Hồ Văn Ân',
      'Lê Dũng',
      'Lê Đức',
      'Lê Oanh',
      'Lê Ông',
      'Lê Vũ',
    ];
    const by = (order: (a: string, b: string) => number) => [...sorted].reverse().sort((a, b) => order(sortKey(a), sortKey(b)));
    const given = by((a, b) => (a < b ? -1 : 1)).map((n) => n.split(' ').at(-1));
    expect(given).toEqual(['An', 'An', 'An', 'Án', 'Ánh', 'Ăn', 'Ân', 'Dũng', 'Đức', 'Oanh', 'Ông', 'Vũ']);
    expect(by((a, b) => a.localeCompare(b, 'vi'))).toEqual(by((a, b) => (a < b ? -1 : 1)));
  });

  it('agrees with the order of the Vietnamese locale for syllables of one word', () => {
    const words = [
      'a',
      'à',
      'ả',
      'ã',
      'á',
      'ạ',
      'ăn',
      'ằn',
      'ân',
      'ba',
      'bê',
      'đa',
      'da',
      'dụ',
      'gia',
      'khoa',
      'khóa',
      'ô',
      'ớ',
      'ơ',
      'phượng',
      'phương',
      'u',
      'ư',
      'ý',
      'yên',
    ];
    const own = [...words].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(own).toEqual([...words].sort(new Intl.Collator('vi').compare));
  });

  it('puts the shorter middle name first', () => {
    const sorted = ['Trần Hòa', 'Phạm Thị Hòa', 'Lê Thị Ánh Hòa', 'Lê An Hòan'];
    expect([...sorted].reverse().sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(sorted);
  });

  it('does not care how marks are written', () => {
    expect(sortKey('Nguyễn Thị Hoà'.normalize('NFD'))).toBe(sortKey('Nguyễn Thị Hoà'));
    expect(sortKey('NGUYỄN THỊ HOÀ')).toBe(sortKey('Nguyễn Thị Hoà'));
  });
});
