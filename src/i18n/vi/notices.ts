export const notices = {
  updateReady: 'Đã có phiên bản mới.',
  reload: 'Tải lại trang',
  readOnly: 'Sổ vụ việc trên máy này do phiên bản mới hơn ghi.',
  readOnlyDetail:
    'Phiên bản đang mở chỉ xem được, không sửa, để không làm hỏng số liệu. Hãy tải lại trang để dùng phiên bản mới.',
  outdated: 'Thẻ khác đã mở phiên bản mới hơn. Thẻ này cần tải lại.',
  lost: 'Mất kết nối với nơi lưu số liệu của trình duyệt.',
  lostDetail: 'Thay đổi vừa rồi có thể chưa được ghi. Hãy tải lại trang và kiểm tra.',
  reopened: 'Kết nối với nơi lưu số liệu vừa bị ngắt và đã nối lại. Hãy kiểm tra thay đổi vừa rồi.',
  workerFailed: 'Một phần của chương trình không chạy được. Số liệu đã ghi không bị ảnh hưởng.',
};
