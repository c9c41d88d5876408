export const briefingDraft = {
  simulated: (count: string) => `Số liệu có ${count} vụ là dữ liệu mô phỏng.`,
  simulatedWeights: 'Số vụ dự kiến tính từ dữ liệu mô phỏng.',
  whole: (year: string) => `năm ${year}`,
  span: (from: string, to: string) => `từ ${from} đến ${to}`,
  list: (items: readonly string[]) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} và ${items.at(-1)}`,
  interval: (lower: string, upper: string) => `khoảng tin cậy 95 %: ${lower}–${upper}`,
  p: (p: string) => `p = ${p}`,
  pBelow: (p: string) => `p < ${p}`,
  atLeast: (n: string) => `ít nhất ${n}`,
  incidents: (_n: number, text: string) => `${text} vụ việc`,
  named: (name: string, counted: string) => `${name}: ${counted}`,

  titles: {
    cluster: 'Cụm liên kết và quá trình hoạt động',
    year: (period: string) => `Kết quả ${period}`,
    where: 'Các đoạn giáp ranh nổi lên',
    when: 'Thời gian xảy ra',
    seam: 'Phần mỗi đơn vị một mình không thấy',
    change: 'So với cùng kỳ',
    cover: 'Tuần tra: bao quát và sơ hở',
    proposals: 'Đề xuất để cụm bàn',
  },

  // Cụm
  agreed: (name: string, day: string) => `${name} ký thoả thuận ngày ${day}.`,
  notAgreed: (name: string) => `${name}: chưa ghi ngày ký thoả thuận.`,
  members: (_n: number, count: string, names: string) => `Cụm có ${count} thành viên: ${names}.`,
  noMembers: 'Cuối kỳ, cụm chưa ghi thành viên nào.',
  provisional: (names: string) => `Ngày tham gia của ${names} là ngày tạm ghi, cần xác nhận.`,
  events: {
    agreement: (day: string) => `${day}: ký thoả thuận liên kết.`,
    joined: (day: string, name: string) => `${day}: ${name} tham gia cụm.`,
    joinedProvisionally: (day: string, name: string) => `${day} (tạm ghi): ${name} tham gia cụm.`,
    left: (day: string, name: string) => `${day}: ngày cuối ${name} là thành viên.`,
    review: (day: string) => `${day}: hội nghị sơ kết.`,
    edition: (day: string, edition: string) => `${day}: bắt đầu kỳ địa giới ${edition}.`,
    merged: (day: string, from: string, into: string) => `${day}: ${from} sáp nhập thành ${into}.`,
    mergedBy: (day: string, from: string, into: string, resolution: string) =>
      `${day}: ${from} sáp nhập thành ${into} (Nghị quyết ${resolution}).`,
  },

  // Kết quả
  kind: {
    criminal: (counted: string, persons: string) => `Vụ án hình sự: ${counted}; ${persons} đối tượng.`,
    administrative: (counted: string, persons: string) => `Vi phạm hành chính: ${counted}; ${persons} đối tượng.`,
  },
  cases: (_n: number, text: string) => `${text} vụ`,
  none: {
    criminal: (interval: string) => `Không ghi nhận vụ án hình sự nào (${interval}).`,
    administrative: (interval: string) => `Không ghi nhận vi phạm hành chính nào (${interval}).`,
  },
  inZones: (counted: string, all: string) => `Trong vùng giáp ranh: ${counted}, trên tổng số ${all} vụ.`,
  mostMembers: (list: string) =>
    `Nhiều nhất theo đơn vị: ${list}. Số ít, thứ tự này chưa nói lên đơn vị nào phức tạp hơn.`,
  mostCategories: (list: string) => `Nhiều nhất theo loại: ${list}.`,
  outreach: (meetings: string, broadcasts: string) =>
    `Tuyên truyền: ${meetings} hội nghị và ${broadcasts} lượt phát thanh.`,
  patrols: (joint: string, visits: string) =>
    `Tuần tra: ${joint} cuộc tuần tra chung theo sổ; ${visits} lượt đến điểm, đoạn được ghi nhận.`,
  patrolMeetings: (_n: number, count: string) =>
    `Trong đó ${count} lần tổ của các thành viên khác nhau gặp nhau tại chỗ.`,
  outreachSimulated: 'Tổng số tuyên truyền năm 2018 là thật; chia theo đơn vị và ngày là mô phỏng.',
  outside: (_n: number, count: string) => `${count} vụ thuộc đơn vị không phải thành viên.`,
  unknown: (_n: number, count: string) => `${count} vụ chưa ghi đơn vị và không xác định được theo vị trí.`,
  noPosition: (_n: number, count: string) => `${count} vụ chưa có vị trí, không xếp vào đường nào.`,
  unmapped: (_n: number, count: string, units: string) => `${count} vụ không quy được về đơn vị: ${units}.`,
  unmappedUnit: (name: string, count: string, reason: string) => `${name} (${count} vụ, ${reason})`,
  unmappedReasons: {
    unknownCode: 'mã không có trong kỳ địa giới nào',
    notTraced: 'không có trong bảng sáp nhập',
    several: 'ứng với nhiều đơn vị',
  },
  countedThen: 'Số liệu theo đơn vị tại thời điểm xảy ra.',
  countedNow: 'Số liệu quy về đơn vị hiện nay theo bảng sáp nhập.',
  byBeginning: 'Vụ việc tính theo lúc bắt đầu.',
  crossingOut: (_n: number, count: string) => `${count} vụ bắt đầu trong kỳ và kết thúc sau kỳ, có tính.`,
  crossingInto: (_n: number, count: string) => `${count} vụ bắt đầu trước kỳ và kết thúc trong kỳ, không tính.`,
  betweenEditions: (_n: number, count: string) =>
    `${count} vụ xảy ra vào ngày chưa có dữ liệu địa giới riêng; đơn vị theo kỳ địa giới trước.`,
  cut: (day: string) => `Kỳ chưa hết: số liệu tính đến ${day}.`,
  dataDay: (day: string) => `Dữ liệu cập nhật đến ${day}.`,
  filtered: 'Số liệu theo bộ lọc đang đặt, không phải toàn bộ.',

  // Ở đâu
  hotCount: (_n: number, count: string, scanned: string, length: string) =>
    `${count} đoạn có nhiều vụ việc hơn mức ngẫu nhiên, xét ${scanned} vụ trên ${length} đường giáp ranh.`,
  noHot: (scanned: string, length: string) =>
    `Xét ${scanned} vụ trên ${length} đường giáp ranh: chưa đoạn nào nổi hơn mức ngẫu nhiên.`,
  stretch: (where: string, length: string, counted: string, expected: string, p: string) =>
    `${where}, dài ${length}: ${counted}; nếu rải đều thì khoảng ${expected} vụ; ${p}.`,
  part: (line: string, from: string, to: string) => `${line}, lý trình ${from}–${to} km`,
  scanMethod: (replicates: string) =>
    `p so với ${replicates} lần rải vụ việc ngẫu nhiên theo chiều dài đường; đoạn qua nơi đông dân có thể nổi lên vì đông dân.`,
  discoveredOut: (_n: number, count: string) => `${count} vụ do tuần tra phát hiện không được tính.`,
  unplaced: (_n: number, count: string) => `${count} vụ chưa có vị trí không được tính.`,

  // Khi nào
  reported: (_n: number, count: string) =>
    `Xét ${count} vụ do người dân, cơ quan báo tin; không tính vụ do tuần tra phát hiện.`,
  part6: (from: string, to: string) => `${from}–${to} giờ`,
  mostPart: (part: string, counted: string, known: string) =>
    `Nhiều nhất là ${part}: ${counted}, trong ${known} vụ biết rõ buổi.`,
  noPart: 'Không vụ nào biết rõ buổi trong ngày.',
  mostWeekday: (weekday: string, counted: string, known: string) =>
    `Theo thứ, nhiều nhất là ${weekday}: ${counted}, trong ${known} vụ biết rõ ngày.`,
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  uneven: (p: string) => `Chênh lệch này lớn hơn mức ngẫu nhiên (${p}).`,
  even: (p: string) => `Chưa đủ căn cứ để kết luận là không đều (${p}).`,
  untested: 'Số vụ quá ít để kiểm định.',
  unclear: (_n: number, count: string) => `${count} vụ chỉ biết khoảng thời gian dài, không xếp vào buổi nào.`,
  mostMonth: (month: string, counted: string) => `Tháng nhiều nhất: ${month}, ${counted}.`,
  month: (month: string, year: string) => `${month}/${year}`,
  season: {
    uneven: (p: string) => `Các tháng khác nhau hơn mức ngẫu nhiên (${p}).`,
    even: (p: string) => `Chưa đủ căn cứ để kết luận các tháng khác nhau (${p}).`,
  },

  // Hai nửa
  seam: (share: string, metres: string, count: string) =>
    `Nếu mỗi đơn vị chỉ có số liệu của mình thì ước tính ${share} những gì ở sát đường giáp ranh (trong bán kính ${metres}) không ai thấy; tính từ ${count} vụ hai bên.`,
  seamLine: (line: string, share: string, count: string) => `${line}: ${share} (${count} vụ hai bên).`,
  seamMethod:
    'Ước tính bằng mật độ làm trơn, chưa có khoảng tin cậy. Giả định mỗi đơn vị biết mọi vụ trong địa phận mình và không biết vụ nào bên kia.',

  // So sánh
  comparedPeriods: (period: string, before: string) => `So ${period} với cùng kỳ, ${before}.`,
  subjects: {
    total: 'Tổng số vụ việc',
    criminal: 'Vụ án hình sự',
    administrative: 'Vi phạm hành chính',
  },
  same: (subject: string, now: string, interval: string) => `${subject}: ${now} (${interval}), bằng cùng kỳ.`,
  notShown: (subject: string, now: string, interval: string, before: string, p: string) =>
    `${subject}: ${now} (${interval}), cùng kỳ ${before}; chưa đủ căn cứ để kết luận là thay đổi (${p}).`,
  rose: (subject: string, now: string, interval: string, before: string, p: string) =>
    `${subject}: tăng từ ${before} lên ${now} (${interval}; ${p}).`,
  fell: (subject: string, now: string, interval: string, before: string, p: string) =>
    `${subject}: giảm từ ${before} xuống ${now} (${interval}; ${p}).`,
  share: (change: string) => `Tính theo ngày, mức thay đổi là ${change}.`,
  fewForShare: 'Có kỳ dưới 5 vụ nên không nêu tỷ lệ phần trăm.',
  persons: (now: string, before: string) => `Số đối tượng: ${now}, cùng kỳ ${before}.`,
  noneChanged: (tested: string) =>
    `Xét riêng ${tested} đơn vị, đường và loại: chưa nơi nào, loại nào đủ căn cứ để kết luận là thay đổi.`,
  adjusted: 'p của từng đơn vị, đường, loại đã chỉnh vì xét nhiều mục một lúc (Benjamini–Hochberg).',
  testMethod:
    'So sánh hai số đếm bằng kiểm định E theo số ngày của mỗi kỳ. Số đối tượng không kiểm định, vì một vụ có thể có nhiều người.',
  recordsFrom: (day: string) => `Sổ chỉ có vụ việc từ ${day}; cùng kỳ có thể chưa ghi đủ.`,

  // Tuần tra
  plan: (name: string, from: string, days: string, tasks: string, visits: string) =>
    `Kế hoạch “${name}”, ${days} ngày từ ${from}: ${tasks} điểm, đoạn, ${visits} lượt đến.`,
  covered: (covered: string, risk: string) =>
    `Trong ${risk} vụ dự kiến của những ngày này, ${covered} vụ rơi vào giờ có tổ ở đó.`,
  unvisited: (_n: number, count: string, names: string) => `${count} điểm, đoạn không tổ nào đến: ${names}.`,
  allVisited: 'Điểm, đoạn nào cũng có tổ đến ít nhất một lần.',
  gap: (task: string, hours: string, from: string, risk: string) =>
    `Sơ hở tại ${task}: ${hours} giờ liền từ ${from} không có tổ, dự kiến ${risk} vụ.`,
  made: (count: string, period: string) => `Lượt đã đi được ghi nhận ${period}: ${count}.`,
  coverMethod: 'Số vụ dự kiến là kỳ vọng từ các kỳ trước, không phải dự báo cho từng ngày.',
  approximate: 'Kế hoạch tính theo đường thẳng, thời gian đi chỉ là gần đúng.',

  // Đề xuất
  proposeStretch: (where: string, counted: string) =>
    `Đề nghị bàn việc tăng lượt tuần tra ở ${where}: ${counted} trong kỳ.`,
  proposeGap: (task: string, hours: string, from: string) =>
    `Đề nghị tổ tuần tra của các đơn vị bàn cách che khoảng trống ${hours} giờ từ ${from} tại ${task}.`,
  proposeUnvisited: (names: string) => `Đề nghị bàn đưa vào kế hoạch các điểm, đoạn chưa có tổ đến: ${names}.`,
  proposalNote:
    'Các đề xuất chỉ dựa vào đoạn nổi và sơ hở đã tính được, để hội nghị bàn; số liệu không nói lên nguyên nhân.',

  leftOut: (scene: string, reason: string) => `Bỏ cảnh “${scene}”: ${reason}.`,
  leftOutScenes: {
    cluster: 'Cụm liên kết',
    year: 'Kết quả',
    where: 'Đoạn nổi lên',
    when: 'Thời gian xảy ra',
    seam: 'Hai nửa',
    change: 'So với cùng kỳ',
    cover: 'Tuần tra',
    proposals: 'Đề xuất',
  },
  leftOutReasons: {
    noIncidents: 'trong kỳ không có vụ việc nào để tính',
    fewIncidents: 'quá ít vụ việc để nói',
    noPeriodBefore: 'sổ không có vụ việc nào của cùng kỳ năm trước',
    noPlan: 'chưa có kế hoạch tuần tra nào được lưu',
    noTasks: 'chưa có điểm, đoạn nào cần tuần tra',
    notComputed: 'không tính được; hãy chuẩn bị lại',
    nothingToPropose: 'chưa có đoạn nổi hay sơ hở nào để đề xuất',
  },
};
