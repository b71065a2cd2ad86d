import { listRuleOverrides } from '@vungmanh/contracts/organization/rule-override';
import { listRules, type ListedRule } from '@vungmanh/regulations/rule-list';
import { useState } from 'react';
import { useQueryOf } from '../../api/queries.js';
import { useSession } from '../../session/session.js';
import { showDate, today } from '../../text/dates.js';
import { matcher } from '../../text/search.js';
import { Chips } from '../../ui/chips.js';
import { Fold } from '../../ui/fold.js';
import { EmptyState, ProblemNote } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { SearchField } from '../../ui/text-field.js';
import { RuleItem } from './rule-item.js';
import { contextOf } from './use-rules.js';
import './rules.css';

type Shown = 'LOCAL' | 'SETTABLE';

/** Every rule that the platform knows: the central value, that of the province, and for its officer the forms that change it. */
export function RulesPage() {
  const session = useSession();
  const overrides = useQueryOf(listRuleOverrides, {});
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<Shown>();
  const day = today();
  const { items = [], provinceId } = overrides.data ?? {};
  const officerOf = session.grants.some((g) => g.nodeId === provinceId && g.role.permissions.includes('organization:set-rules'))
    ? provinceId
    : undefined;
  const matches = matcher(search);
  const isShown = (rule: ListedRule): boolean =>
    (only === undefined || (only === 'LOCAL' ? items.some((item) => item.key === rule.key) : rule.settable)) &&
    matches(`${rule.question} ${rule.central?.text ?? ''} ${rule.local?.text ?? ''} ${rule.local?.source ?? rule.central?.source ?? ''}`);
  const areas = listRules(day, contextOf(items)).map((area) => ({ ...area, rules: area.rules.filter(isShown) }));
  return (
    <Page
      title="Quy định đang áp dụng"
      about={`Giá trị do Trung ương quy định và giá trị riêng của tỉnh, ngày ${showDate(day)}. Tỉnh chỉ quy định chặt hơn, hoặc ở việc Trung ương giao cho địa phương.`}
    >
      <ProblemNote problem={overrides.error} onRetry={() => void overrides.refetch()} />
      <SearchField label="Tìm quy định" placeholder="Ví dụ: thời hạn kiểm tra" value={search} onChange={setSearch} />
      <Chips
        label="Lọc quy định"
        value={only}
        onChange={setOnly}
        options={[
          { value: 'LOCAL', label: 'Tỉnh đã quy định riêng' },
          { value: 'SETTABLE', label: 'Tỉnh quy định riêng được' },
        ]}
      />
      {areas.every((area) => area.rules.length === 0) && <EmptyState icon="search" title="Không có quy định nào như vậy" />}
      {areas
        .filter((area) => area.rules.length > 0)
        .map((area) => (
          <Fold key={area.code} title={area.title} holds={`${area.rules.length} quy định`} open={search.trim() !== '' || only === 'LOCAL'}>
            <ul className="rule-list">
              {area.rules.map((rule) => (
                <RuleItem key={rule.key} rule={rule} values={items.filter((item) => item.key === rule.key)} provinceId={officerOf} />
              ))}
            </ul>
          </Fold>
        ))}
    </Page>
  );
}
