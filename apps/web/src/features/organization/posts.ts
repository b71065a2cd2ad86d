import { type BodyKind, Post, postLabel } from '@vungmanh/contracts/organization/body';

/** A member of the committee of a cell is its chi ủy viên. */
export const postName = (kind: BodyKind, post: Post): string => (kind === 'CELL' && post === 'MEMBER' ? 'Chi ủy viên' : postLabel[post]);

/** A cell has no standing committee; whether a post is free is the service's to say. */
const postsOf = (kind: BodyKind): readonly Post[] => (kind === 'CELL' ? ['SECRETARY', 'DEPUTY', 'MEMBER'] : Post.options);

/** Posts to choose from, in their order. */
export const postOptions = (kind: BodyKind) => postsOf(kind).map((value) => ({ value, label: postName(kind, value) }));

/** What a person is called who has no name here yet: membership tells it a moment later. */
export const NAME_COMING = 'Đồng chí (đang cập nhật tên)';
