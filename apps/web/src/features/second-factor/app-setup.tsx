import type { NewTotp } from '@vungmanh/contracts/identity/sign-in';
import type { z } from 'zod';
import { buttonClass } from '../../ui/button.js';
import { QrCode } from './qr-code.js';
import './second-factor.css';

/** How an app on a phone learns the secret: by its camera, or typed. */
export function AppSetup({ totp, mayUseCard }: { totp: z.infer<typeof NewTotp>; mayUseCard: boolean }) {
  return (
    <div className="app-setup">
      <p className="strong">Thiết lập mã xác thực trên điện thoại. Làm một lần, theo ba bước:</p>
      <ol>
        <li>
          Cài một ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương tự), mở lên và chọn{' '}
          <span className="strong">Thêm tài khoản</span>, <span className="strong">Quét mã QR</span>.
        </li>
        <li>
          Đưa máy ảnh vào hình này:
          <QrCode text={totp.uri} label="Mã QR để quét bằng ứng dụng xác thực" />
          <p className="same-phone">
            Đang xem trang này trên chính điện thoại đó thì không cần quét:{' '}
            <a className={buttonClass({ size: 'small' })} href={totp.uri}>
              Mở ứng dụng xác thực
            </a>
          </p>
          <details>
            <summary>Không quét được?</summary>
            <p>Chọn nhập khóa bằng tay rồi gõ khóa này (theo thời gian):</p>
            <p className="secret">{totp.secret.match(/.{1,4}/g)?.join(' ')}</p>
          </details>
        </li>
        <li>Nhập 6 chữ số mà ứng dụng hiện ra vào ô dưới đây.</li>
      </ol>
      {mayUseCard && (
        <p className="soft small">Không có điện thoại thông minh: đồng chí xin cán bộ quản trị của cấp ủy một thẻ mã in sẵn, rồi đăng nhập lại.</p>
      )}
    </div>
  );
}
