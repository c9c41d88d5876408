export const common = {
  appName: 'Giáp Ranh',
  close: 'Đóng',
  cancel: 'Huỷ',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  simulated: 'dữ liệu mô phỏng',
};
