/** Which level held a class of ours, by the type of its organization in `n`. */
export const LEVEL_SQL = `case when n.type_code = 'PROVINCE' then 'PROVINCE' when n.id is not null then 'COMMUNE' end`;
