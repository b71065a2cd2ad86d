import { Post, postLabel } from '@vungmanh/contracts/organization/body';

/** The post beside a name on a roll: its Vietnamese name where the roll says it by code. */
export function postText(post: string | undefined): string | undefined {
  const known = Post.safeParse(post);
  return known.success ? postLabel[known.data] : post;
}
