import { commands } from './commands';
import { common } from './common';
import { map } from './map';
import { settings } from './settings';
import { shell } from './shell';
import { welcome } from './welcome';

export const vi = { commands, common, map, settings, shell, welcome };
