export const welcome = {
  title: 'Giới thiệu Giáp Ranh',
  step: (current: number, total: number): string => `Bước ${current} / ${total}`,
  skip: 'Bỏ qua',
  back: 'Trước',
  next: 'Tiếp',
  finish: 'Bắt đầu',
  openFile: 'Mở tệp của bạn',
  steps: [
    {
      title: 'Vụ việc nào nằm trong vùng giáp ranh?',
      text: 'Bản đồ có địa giới thật của các xã, phường vùng Việt Trì, Vĩnh Tường, Lập Thạch, các đường giáp ranh và vùng hai bên đường. Mỗi vụ việc được xác định: gần đường nào, cách bao nhiêu mét, ở phía nào.',
    },
    {
      title: 'Mở tệp của đơn vị bạn',
      text: 'Nhận tệp Excel, CSV hoặc GeoJSON có toạ độ. Bạn được xem trước, dòng nào không dùng được có ghi rõ lý do, và việc nhập có thể hoàn tác. Trước đó, màn hình dùng số liệu mô phỏng, luôn có dấu vàng nhắc.',
    },
    {
      title: 'Số liệu ở lại trên máy này',
      text: 'Chương trình chạy không cần mạng và không gửi gì ra ngoài. Không nhập họ tên, số giấy tờ, ảnh hay địa chỉ của cá nhân. Số liệu lưu trong trình duyệt: hãy sao lưu định kỳ trong phần Thiết lập.',
    },
  ],
};
