import { useSession } from '../../session/session.js';
import { showDate } from '../../text/dates.js';
import { Note } from '../../ui/notes.js';
import { useNodeNames } from './node-names.js';

/** Warns the holder of rights that end soon. */
export function EndingRights() {
  const ending = useSession().grants.filter((g) => g.endsSoon);
  const nameOf = useNodeNames(ending);
  if (ending.length === 0) return null;
  return (
    <Note tone="warning" title="Quyền của đồng chí sắp hết hạn">
      <ul>
        {ending.map((g) => (
          <li key={g.id}>
            {g.role.label}, {nameOf(g.nodeId)}: hết quyền từ {showDate(g.validTo ?? '')}
          </li>
        ))}
      </ul>
      <p>Nếu còn làm nhiệm vụ này, đồng chí đề nghị {[...new Set(ending.map((g) => g.givenBy?.name ?? 'cán bộ quản trị'))].join(', ')} giao lại.</p>
    </Note>
  );
}
