export const search = {
  label: 'Tìm đơn vị, đường giáp ranh, địa danh, vụ việc',
  placeholder: 'Tìm không cần dấu',
  nothing: 'Không tìm thấy',
  ownPlaceNote: 'địa danh của bạn',
  placeNote: 'địa danh, sai số khoảng 1 km',
  groups: { unit: 'Đơn vị', line: 'Đường giáp ranh', place: 'Địa danh', incident: 'Vụ việc' },
};
