export const duplicates = {
  reason: {
    number: 'cùng số vụ',
    place: 'gần nhau về nơi, lúc và loại',
    text: 'cùng ngày, cùng loại, cùng nội dung',
  },
  strength: { strong: 'rất giống', fair: 'khá giống', weak: 'hơi giống' },
  /** What is chosen field by field when two records become one. */
  field: {
    occurred: 'Thời gian xảy ra',
    position: 'Vị trí',
    category: 'Loại vụ việc',
    kind: 'Tính chất',
    discovery: 'Nguồn tin',
    personsInvolved: 'Số đối tượng',
    unitCode: 'Đơn vị xử lý',
    status: 'Trạng thái',
    reportedOn: 'Ngày tiếp nhận',
    summary: 'Tóm tắt',
    sourceId: 'Số vụ',
  },
  takeBoth: { personsInvolved: (total: string) => `Cộng lại: ${total}`, summary: 'Ghép cả hai' },
  noPosition: 'chưa có vị trí',
  crowds: (count: string) =>
    `Có ${count} nhóm nhiều vụ việc cùng một điểm và một ngày (hoặc cùng một số, một nội dung): điểm ấy hẳn là điểm chung, nên không so từng cặp trong nhóm.`,
  isCut: 'Có quá nhiều cặp, chỉ hiện những cặp giống nhất.',
};
