export const page = 'a page of the test, long enough to be packed';
