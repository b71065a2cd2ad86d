import { getRouteApi } from '@tanstack/react-router';
import { startOf } from './begin.js';
import { SignInForm } from './sign-in-form.js';
import { SignInFrame } from './sign-in-frame.js';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { from, trouble } = route.useSearch();
  return (
    <SignInFrame title="Đăng nhập" below="Không nhập, không đính kèm nội dung thuộc bí mật nhà nước vào hệ thống này.">
      {trouble === undefined ? (
        // A full load: the address sets the session's cookie, and nothing of another person stays in memory.
        <SignInForm from={from} onAnswered={(to) => location.assign(to)} />
      ) : (
        <>
          <p role="status">
            {trouble === 'left' ? 'Đồng chí đã đăng xuất.' : 'Việc đăng nhập chưa hoàn thành, có thể do trang đã mở quá lâu. Mời đồng chí thử lại.'}
          </p>
          <p>
            <a href={startOf(from)}>Đăng nhập lại</a>
          </p>
        </>
      )}
      <p className="soft small">
        Có giấy mời: <a href="/invitation">đặt mật khẩu ở đây</a>. Quên mật khẩu hoặc chưa có tài khoản: liên hệ cán bộ quản trị của cấp ủy nơi sinh
        hoạt.
      </p>
    </SignInFrame>
  );
}
