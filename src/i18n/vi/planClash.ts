export const planClash = {
  title: (plan: string) => `Trùng tổ với kế hoạch “${plan}”`,
  remedy:
    'Nếu hai kế hoạch là hai phương án thì giữ một, xoá kế hoạch kia. Nếu làm cả hai thì chuyển điểm của lộ trình trùng giờ sang tổ khác hoặc ca khác.',
  clash: (team: string, own: string, other: string) =>
    `${team} bị xếp hai nơi cùng lúc: ở đây ${own}, trong kế hoạch kia ${other}.`,
  time: (day: string, span: string) => `ngày ${day}, ${span}`,
};
