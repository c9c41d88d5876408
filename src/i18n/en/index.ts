import type { Messages } from '../messages';
import { boundaries } from './boundaries';
import { commands } from './commands';
import { common } from './common';
import { incidents } from './incidents';
import { map } from './map';
import { settings } from './settings';
import { shell } from './shell';
import { welcome } from './welcome';

export const en: Messages = { boundaries, commands, common, incidents, map, settings, shell, welcome };
