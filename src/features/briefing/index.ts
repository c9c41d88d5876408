export { FigureTableView } from './FigureTableView';
export { keepTogether } from './keepTogether';
