import { searchText } from '@vungmanh/contracts/text';
import { dictionary } from '@zxcvbn-ts/language-common';

/** 49,233 passwords out of public leaks, commonest first; what shorter ones are refused for, their length says already. */
const leaked = new Set(dictionary['passwords-common']);

/** Whether a password is among those that are tried first: leaked ones, however cased, marked or spaced, and the account's own name. */
export function isCommon(password: string, username: string): boolean {
  const lower = password.normalize('NFC').toLowerCase();
  const bare = searchText(lower).replaceAll(' ', '');
  return [lower, bare, bare.replace(/^0+|[\W_]+$/g, '')].some((each) => leaked.has(each) || each === username) || /^(.)\1*$/u.test(lower);
}
