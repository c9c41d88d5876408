export const SECRECIES = ['none', 'secret', 'topSecret', 'mostSecret'] as const;
export type Secrecy = (typeof SECRECIES)[number];

/**
 * The markings as the law writes them, whatever the language of the sheet.
 * @source Law 29/2018/QH14 on the protection of state secrets, article 8
 */
export const SECRECY_MARKS: Record<Secrecy, string | null> = {
  none: null,
  secret: 'MẬT',
  topSecret: 'TỐI MẬT',
  mostSecret: 'TUYỆT MẬT',
};
