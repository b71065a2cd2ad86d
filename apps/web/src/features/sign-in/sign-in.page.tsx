import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Mark } from '../../app/mark.js';
import { SignInForm } from './sign-in-form.js';
import './sign-in.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { from } = route.useSearch();
  const client = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    document.title = 'Đăng nhập · Vững Mạnh';
  }, []);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <header>
          <Mark />
          <p className="sign-in-name">Vững Mạnh</p>
          <p className="soft">Điều hành công tác xây dựng Đảng của Đảng bộ tỉnh</p>
        </header>
        <h1>Đăng nhập</h1>
        <SignInForm
          onSignedIn={() => {
            client.clear();
            router.history.push(from ?? '/');
          }}
        />
        <p className="soft small">Quên mật khẩu hoặc chưa có tài khoản: liên hệ cán bộ quản trị của cấp ủy nơi sinh hoạt.</p>
      </div>
      <p className="sign-in-warning small">Không nhập, không đính kèm nội dung thuộc bí mật nhà nước vào hệ thống này.</p>
    </main>
  );
}
