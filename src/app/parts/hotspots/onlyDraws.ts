import { createContext } from 'react';

/** Whether the parts of hotspots work out of sight, for what they draw on the map: then they have no controls. */
export const OnlyDraws = createContext(false);
