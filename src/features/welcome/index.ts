export { WelcomeDialog } from './WelcomeDialog';
