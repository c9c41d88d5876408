import { boundaries } from './boundaries';
import { commands } from './commands';
import { common } from './common';
import { duplicates } from './duplicates';
import { filters } from './filters';
import { health } from './health';
import { importing } from './importing';
import { incidents } from './incidents';
import { intake } from './intake';
import { layers } from './layers';
import { map } from './map';
import { notices } from './notices';
import { opening } from './opening';
import { problems } from './problems';
import { register } from './register';
import { search } from './search';
import { settings } from './settings';
import { shell } from './shell';
import { welcome } from './welcome';

export const vi = {
  boundaries,
  commands,
  common,
  duplicates,
  filters,
  health,
  importing,
  incidents,
  intake,
  layers,
  map,
  notices,
  opening,
  problems,
  register,
  search,
  settings,
  shell,
  welcome,
};
