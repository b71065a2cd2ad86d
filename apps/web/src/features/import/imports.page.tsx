import { useState } from 'react';
import { nodesWith, useSession } from '../../session/session.js';
import { Note } from '../../ui/notes.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { ColumnsGuide } from './columns-guide.js';
import { Exports } from './exports.js';
import { ImportList } from './import-list.js';
import { UploadForm } from './upload-form.js';

/** Bringing the register in from a workbook, and out again. */
export function ImportsPage() {
  const session = useSession();
  const into = nodesWith(session, 'organization:import')[0];
  const outOf = nodesWith(session, 'organization:export')[0];
  const [view, setView] = useState<'in' | 'out'>(into === undefined ? 'out' : 'in');
  if (into === undefined && outOf === undefined) {
    return (
      <Page title="Nhập, xuất dữ liệu" narrow>
        <Note title="Đồng chí chưa được giao quyền nhập hoặc xuất dữ liệu." />
      </Page>
    );
  }
  const bringIn = into !== undefined && (
    <div className="with-side">
      <div className="stack">
        <UploadForm nodeId={into} />
        <ImportList />
      </div>
      <ColumnsGuide mayExport={outOf !== undefined} />
    </div>
  );
  const takeOut = outOf !== undefined && <Exports nodeId={outOf} />;
  return (
    <Page title="Nhập, xuất dữ liệu" about="Danh sách tổ chức đảng và đảng viên, tệp Excel">
      {bringIn && takeOut ? (
        <Tabs
          label="Nhập hay xuất"
          value={view}
          onChange={setView}
          tabs={[
            { value: 'in', label: 'Nhập từ tệp Excel' },
            { value: 'out', label: 'Xuất ra tệp Excel' },
          ]}
        >
          {view === 'in' ? bringIn : takeOut}
        </Tabs>
      ) : (
        bringIn || takeOut
      )}
    </Page>
  );
}
