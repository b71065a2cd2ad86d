import type { NodeDetail } from '@vungmanh/contracts/organization/node';
import { showDate } from '../../text/dates.js';
import { Card, Facts } from '../../ui/card.js';
import { decisionText } from './decision-text.js';

export function FactsCard({ node }: { node: NodeDetail }) {
  const { traits } = node;
  return (
    <Card title="Thông tin chung">
      <Facts
        items={[
          ['Loại hình', node.typeLabel],
          ['Lĩnh vực', node.sectorLabel],
          ['Mã tổ chức đảng', node.code],
          ['Ngày thành lập', node.establishedOn && showDate(node.establishedOn)],
          ['Quyết định thành lập', decisionText(node.decision)],
          ['Ký hiệu văn bản', traits.symbol],
          ['Con dấu', traits.hasSeal ? 'Có' : 'Không có'],
        ]}
      />
    </Card>
  );
}
