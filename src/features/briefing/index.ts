export { FigureTableView } from './FigureTableView';
