/**
 * Who plays in the demo: one village cell with its committee and two of its members, the commune above it with its commission and its
 * officer, two more cells there, and somebody of the province's commission. From the tree and the rosters alone, in their order.
 */
export function castOf(cells, nodeId) {
  const villages = cells.filter((c) => c.node.path.length === 2 && c.node.sector === 'VILLAGE_RESIDENTIAL');
  const village = villages.find((c) => c.roster.items.length >= 20) ?? cells[0];
  const commune = village.node.path.at(-1) ?? nodeId;
  const around = cells.filter((c) => c.node.path.at(-1) === commune && c !== village);
  // Whoever works for the committee of a commune belongs to the cell of its own offices.
  const office = around.find((c) => c.node.name.includes('Cơ quan Đảng')) ?? around.at(-1) ?? village;
  const others = around.filter((c) => c !== office);
  const elsewhere = cells.filter((c) => c.node.path.length === 2 && c.node.path.at(-1) !== commune && c.node.typeCode === 'CELL');
  const provincial = cells.find((c) => c.node.name.includes('Ủy ban Kiểm tra')) ?? cells.at(-1);
  const [head, second, officer] = plainOf(office);
  return {
    village,
    commune,
    office,
    others,
    /** Keeps monthly grades, and one that has not drawn up anything yet. */
    graded: others.find((c) => c.node.sector !== 'VILLAGE_RESIDENTIAL') ?? others[0],
    idle: others.find((c) => c.node.sector === 'VILLAGE_RESIDENTIAL') ?? others[1],
    elsewhere,
    members: plainOf(village),
    head,
    second,
    officer,
    provincial: plainOf(provincial)[0],
  };
}

/** Official members who can take part and hold no post, in the order of the roster. */
export const plainOf = ({ roster, secretary, deputy, minuteTaker }) =>
  roster.items.filter(
    (m) => m.status === 'OFFICIAL' && !m.exempt && !m.away && ![secretary, deputy, minuteTaker].some((seated) => seated.id === m.id),
  );
