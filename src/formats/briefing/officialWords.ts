/**
 * The words that every administrative document bears: set by decree, in Vietnamese in any language of the screen.
 * @source Decree 30/2020/NĐ-CP, Annex I, part I, II and III
 */
export const OFFICIAL_WORDS = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số',
  addressees: 'Kính gửi',
  recipients: 'Nơi nhận:',
  annex: 'Phụ lục',
  table: 'Bảng',
  picture: 'Hình',
  secrecy: { mat: 'MẬT', toiMat: 'TỐI MẬT', tuyetMat: 'TUYỆT MẬT' },
} as const;
